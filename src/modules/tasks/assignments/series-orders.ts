import { Injectable } from '@nestjs/common';
import type { NothingLeft } from '#contracts/organization/ocop';
import { Database, sql, type Tx } from '#platform/database';
import type { Assignment } from './assignment.entity.ts';
import { type OrderReferences, OrderReferenceQueries } from './order-reference.queries.ts';
import type { OrderTask } from './order-writer.ts';
import { ProductsToList, targetOf } from './products-to-list.ts';

export type LastOrder = Pick<
  Assignment,
  | 'id'
  | 'templateCode'
  | 'title'
  | 'work'
  | 'indicatorCode'
  | 'dueOn'
  | 'directiveId'
  | 'evidence'
  | 'asks'
  | 'minimumCodes'
  | 'providerId'
  | 'priority'
  | 'issuedBy'
  | 'issuedAt'
  | 'cancelledAt'
>;

/** What the next order of a series is made from: the last one, as far as it still holds today. */
@Injectable()
export class SeriesOrders {
  constructor(
    private readonly database: Database,
    private readonly references: OrderReferenceQueries,
    private readonly products: ProductsToList,
  ) {}

  last(seriesId: string): Promise<LastOrder | undefined> {
    return this.database.one<LastOrder>(
      sql`select id, template_code as "templateCode", title, work, indicator_code as "indicatorCode", due_on as "dueOn",
        directive_id as "directiveId", evidence, asks, minimum_codes as "minimumCodes", provider_id as "providerId", priority, issued_by as "issuedBy", issued_at as "issuedAt",
        cancelled_at as "cancelledAt"
        from assignments where series_id = ${seriesId} order by issued_at desc, id desc limit 1`,
    );
  }

  /** Undefined when template, indicator or directive no longer hold. */
  async referencesOf(unitId: string, last: LastOrder): Promise<OrderReferences | undefined> {
    const { found, problems } = await this.references.read({
      unitId,
      templateCode: last.templateCode,
      indicatorCode: last.indicatorCode,
      directiveId: last.directiveId,
    });
    return problems.length === 0 ? found : undefined;
  }

  /**
   * Teams of the last order that are active and still below the unit; a released team stays out. Targets are those of
   * the last order that was not cut to what the OCOP register missed: when there is more to do again, more is asked for.
   */
  async tasks(unitId: string, seriesId: string): Promise<OrderTask[]> {
    const before = await this.database.rows<{ teamId: string; target: number }>(
      sql`with whole as (select id, issued_at from assignments where series_id = ${seriesId} and not capped
        order by issued_at desc, id desc limit 1)
       select t.team_id as "teamId", t.target from tasks t join whole w on w.id = t.assignment_id
        where t.team_id is not null and t.state <> 'cancelled' and not exists (
              select 1 from assignments a join tasks r on r.assignment_id = a.id
               where a.series_id = ${seriesId} and a.issued_at > w.issued_at and r.team_id = t.team_id and r.state = 'cancelled')
        order by t.id`,
    );
    const teams = await this.references.teams(
      unitId,
      before.map((row) => row.teamId),
    );
    return before.flatMap(({ teamId, target }) => {
      const team = teams.get(teamId);
      return team?.inside && team.status === 'active'
        ? [{ teamId, unitId: team.unitId, communeId: team.communeId, target }]
        : [];
    });
  }

  /** What of it can be ordered today, and why nothing can. */
  async today(
    tx: Tx,
    last: LastOrder,
    tasks: readonly OrderTask[],
  ): Promise<{ tasks: OrderTask[]; capped: boolean; nothingLeft: NothingLeft | null }> {
    const { shares, nothingLeft } = await this.products.cut(tx, last.indicatorCode, tasks);
    return { tasks: shares, capped: targetOf(shares) < targetOf(tasks), nothingLeft };
  }
}
