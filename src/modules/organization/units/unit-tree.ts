import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { UnitTreeDay } from './unit.entity.ts';

const EVERY_MS = 60_000;
/** So many units are placed by one statement. */
const AT_ONCE = 5_000;

/**
 * Who stands above whom: by days in unit_closure_spans, and as it is today in unit_closure, which every question of rights
 * reads. Writers of the tree are few and readers are every request, so the price is paid here (docs/decisions/0094).
 */
@Injectable()
export class UnitTree implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.turn();
  }

  /** Places units that are new or whose versions have changed, with everything that stands or ever stood below them. */
  async place(tx: Tx, unitIds: readonly string[]): Promise<void> {
    await this.lock(tx);
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct descendant_id as id from unit_closure_spans where ancestor_id = any(${unitIds}::uuid[])
        union select unnest(${unitIds}::uuid[])`,
    );
    const today = this.clock.today();
    // A country at once would take longer than one statement may.
    for (const ids of partsOf(rows.map(({ id }) => id))) {
      await this.write(tx, ids);
      await this.takeOver(tx, ids, today);
    }
  }

  /** Most of what stands above a unit is the same before and after: only what differs is written. */
  private async write(tx: Tx, ids: readonly string[]): Promise<void> {
    await execute(
      tx,
      sql`with n as materialized (
            select ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth, validity from unit_spans(${ids}::uuid[])),
          gone as (delete from unit_closure_spans s where s.descendant_id = any(${ids}::uuid[]) and not exists (select 1 from n
            where n.ancestor_id = s.ancestor_id and n.descendant_id = s.descendant_id and n.validity = s.validity))
        insert into unit_closure_spans (ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth, validity)
        select n.* from n where not exists (select 1 from unit_closure_spans s where s.ancestor_id = n.ancestor_id
            and s.descendant_id = n.descendant_id and s.validity = n.validity and s.depth = n.depth)
        on conflict (ancestor_id, descendant_id, validity) do update set depth = excluded.depth`,
    );
  }

  /** What was entered for a day begins on it. Gives how many units changed their place. */
  @Tick('organization.unit-tree', EVERY_MS)
  turn(): Promise<number> {
    const today = this.clock.today();
    return this.database.tx(async (tx) => {
      const [held] = await rowsOf<{ day: string }>(tx, sql`select day::text from unit_tree_day`);
      if (held?.day === today) return 0;
      await this.lock(tx);
      const [last] = await rowsOf<{ day: string }>(tx, sql`select day::text from unit_tree_day for update`);
      await execute(tx, sql`delete from unit_tree_day`);
      await tx.insert(UnitTreeDay, { day: today });
      const [after, until] = last ? [last.day, today].toSorted() : ['-infinity', 'infinity'];
      const rows = await rowsOf<{ id: string }>(
        tx,
        sql`select distinct descendant_id as id from unit_closure_spans
          where lower(validity) > ${after}::date and lower(validity) <= ${until}::date
             or upper(validity) > ${after}::date and upper(validity) <= ${until}::date`,
      );
      for (const ids of partsOf(rows.map(({ id }) => id))) await this.takeOver(tx, ids, today);
      return rows.length;
    });
  }

  /** Writers come one after the other; readers do not wait. */
  private lock(tx: Tx): Promise<void> {
    return execute(tx, sql`lock table unit_closure in share row exclusive mode`);
  }

  private async takeOver(tx: Tx, ids: readonly string[], today: string): Promise<void> {
    await execute(
      tx,
      sql`with n as materialized (
            select ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth from unit_closure_spans
             where descendant_id = any(${ids}::uuid[]) and validity @> ${today}::date),
          gone as (delete from unit_closure c where c.descendant_id = any(${ids}::uuid[]) and not exists (select 1 from n
            where n.ancestor_id = c.ancestor_id and n.descendant_id = c.descendant_id))
        insert into unit_closure (ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth)
        select n.* from n where not exists (select 1 from unit_closure c where c.ancestor_id = n.ancestor_id
            and c.descendant_id = n.descendant_id and c.depth = n.depth)
        on conflict (ancestor_id, descendant_id) do update set depth = excluded.depth`,
    );
  }
}

function* partsOf(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE);
}
