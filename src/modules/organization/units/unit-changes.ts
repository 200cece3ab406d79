import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { unitChanged } from '../organization.events.ts';
import { HoldingReforms } from './holding-reforms.ts';
import type { UnitChange } from './unit.entity.ts';

/** What was entered about a unit, by which document. */
export type Entered = Pick<UnitChange, 'unitId' | 'kind' | 'onDate' | 'basis'> &
  Partial<Pick<UnitChange, 'directiveId' | 'reason'>>;
export type EnteredBy = Pick<UnitChange, 'kind' | 'basis' | 'reason' | 'madeBy' | 'madeAt'> & { on: string };

/** Who entered what: written once, beside the versions, which are rewritten when a day is corrected. */
@Injectable()
export class UnitChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly reforms: HoldingReforms,
  ) {}

  /** @throws organization.heldByReform where a reform that waits for its day takes hold of one of them */
  async enter(tx: Tx, by: Pick<Actor, 'personId'>, entered: readonly Entered[]): Promise<void> {
    await this.reforms.refuse(tx, entered);
    await this.ofReform(tx, by, entered);
  }

  /** What a reform itself lays down. */
  async ofReform(tx: Tx, { personId }: Pick<Actor, 'personId'>, entered: readonly Entered[]): Promise<void> {
    if (entered.length === 0) return;
    await execute(
      tx,
      sql`insert into unit_changes (id, unit_id, kind, on_date, basis, directive_id, reason, made_by, made_at)
        select n.id, n.unit_id, n.kind, n.on_date, n.basis, n.directive_id, n.reason, ${personId}, ${this.clock.now()}
          from unnest(${entered.map(() => v7())}::uuid[], ${entered.map(({ unitId }) => unitId)}::uuid[],
            ${entered.map(({ kind }) => kind)}::text[], ${entered.map(({ onDate }) => onDate)}::date[],
            ${entered.map(({ basis }) => basis)}::text[], ${entered.map(({ directiveId }) => directiveId ?? null)}::uuid[],
            ${entered.map(({ reason }) => reason ?? null)}::text[])
            as n(id, unit_id, kind, on_date, basis, directive_id, reason)`,
    );
  }

  /** What a person has entered of one unit. */
  async changed(tx: Tx, actor: Actor, unitId: string, input: RouteBody<typeof routes.changeUnit>): Promise<void> {
    const { kind, basis } = input;
    await this.enter(tx, actor, [{ unitId, kind, basis, onDate: kind === 'close' ? input.to : input.from }]);
    await this.outbox.append(tx, unitChanged({ unitId }, { unitId, changes: { ...input } }), actor);
  }

  /** The first one first. */
  of(unitId: string): Promise<EnteredBy[]> {
    return this.database.rows(
      sql`select kind, on_date::text as on, basis, reason, made_by as "madeBy", made_at as "madeAt" from unit_changes
        where unit_id = ${unitId} order by made_at, id`,
    );
  }
}
