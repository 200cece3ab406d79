import { Injectable } from '@nestjs/common';
import { organizationSql, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** All of an order, or only what of it lies with the reader's own teams. */
export type CancelReach = 'all' | 'own';

interface Issued {
  id: string;
  issuerUnitId: string;
}

/**
 * Who takes an order back: whoever issues orders where it came from. A unit that has ended issues nothing any more: the office
 * above it takes the whole back, and whoever has some of its teams today, theirs.
 */
@Injectable()
export class CancelRights {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, order: Issued): Promise<CancelReach | null> {
    if (await this.scope.may(actor, 'assignment.issue', { unitId: order.issuerUnitId })) return 'all';
    return (await this.hasTeams(actor, order)) ? 'own' : null;
  }

  /** What a screen offers: not what an office above could do to a unit that stands. */
  async offered(actor: Actor, order: Issued): Promise<CancelReach | null> {
    if (this.scope.unitIds(actor, 'assignment.issue').includes(order.issuerUnitId)) return 'all';
    return (await this.hasEnded(order.issuerUnitId)) ? this.of(actor, order) : null;
  }

  private async hasEnded(unitId: string): Promise<boolean> {
    const rows = await this.database.rows(
      sql`select 1 from ${organizationSql.units} u where u.id = ${unitId} and upper(u.validity) <= ${this.clock.today()}::date`,
    );
    return rows.length > 0;
  }

  private async hasTeams(actor: Actor, { id, issuerUnitId }: Issued): Promise<boolean> {
    if (!(await this.hasEnded(issuerUnitId))) return false;
    const rows = await this.database.rows(
      sql`select 1 from tasks t join unit_closure c on c.descendant_id = t.unit_id
          and c.ancestor_id = any(${this.scope.unitIds(actor, 'assignment.issue')}::uuid[])
        where t.assignment_id = ${id} limit 1`,
    );
    return rows.length > 0;
  }
}
