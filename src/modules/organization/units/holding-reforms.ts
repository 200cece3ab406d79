import { Injectable } from '@nestjs/common';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';

/** What is about to be entered of a unit, or was within the transaction. */
export interface Act {
  unitId: string;
  kind: string;
  onDate: string;
}
interface Holding {
  id: string;
  title: string;
  onDate: string;
}

/**
 * Reforms of communes and above that wait for their day hold the units that they name: they were laid down, rehearsed and announced
 * as these stood. What would keep them from beginning is refused while it is entered, not found on the day.
 */
@Injectable()
export class HoldingReforms {
  constructor(private readonly database: Database) {}

  /**
   * Those by which hamlets of a commune cannot become one or two on that day. Before the day of a reform a commune that goes whole into
   * another may: what it makes goes along. One that is divided may not, since its hamlets are allotted by name.
   */
  overHamlets(communeId: string, hamletIds: readonly string[], onDate: string): Promise<Holding[]> {
    return this.database.rows(
      sql`select distinct r.id, r.title, r.on_date::text as "onDate" from reorganisations r
          join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
        where r.state = 'scheduled' and r.reach = 'units'
          and (l.kind in ('allot', 'split', 'name') and l.unit_id = any(${hamletIds}::uuid[])
            or l.kind = 'part' and l.unit_id = ${communeId}
            or l.kind = 'merge' and l.unit_id = ${communeId} and r.on_date <= ${onDate}::date)
        order by "onDate", id`,
    );
  }

  /**
   * Units that a reform names do not end, and change nothing on its day or later; nothing comes into one that is divided. What is taken
   * back is not asked about.
   * @throws organization.heldByReform
   */
  async refuse(tx: Tx, acts: readonly Act[]): Promise<void> {
    const [held] = await rowsOf<Holding & { name: string }>(
      tx,
      sql`select r.id, r.title, r.on_date::text as "onDate", v.type || ' ' || v.name as name
         from unnest(${acts.map(({ unitId }) => unitId)}::uuid[], ${acts.map(({ kind }) => kind)}::text[],
            ${acts.map(({ onDate }) => onDate)}::date[]) as e(unit_id, kind, on_date)
         join reorganisations r on r.state = 'scheduled' and r.reach = 'units'
         join lateral (select w.type, w.name, w.parent_id from unit_versions w where w.unit_id = e.unit_id
           order by lower(w.validity) desc limit 1) v on true
        where e.kind not in ('revoke', 'reopen') and exists (
          select 1 from reorganisation_lines l where l.reorganisation_id = r.id and l.version = r.version
             and (l.unit_id = e.unit_id and e.kind <> 'create'
                 and (l.kind in ('keep', 'merge', 'part') and (e.kind = 'close' or e.on_date >= r.on_date)
                   or l.kind = 'split' and e.kind = 'close')
               or l.kind = 'part' and l.unit_id = v.parent_id and e.kind in ('create', 'move')))
        order by r.on_date, r.id limit 1`,
    );
    if (held) throw organizationErrors.heldByReform({ name: held.name, title: held.title, on: held.onDate });
  }
}
