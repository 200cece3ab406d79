import { Injectable, type OnModuleInit } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import { organizationSql, type ReformDay, ReformParts, type Settled } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';

/** Sessions to come keep their place, time and seats when their commune ends: they are its heir's. */
@Injectable()
export class SessionsOfReform implements OnModuleInit {
  constructor(
    private readonly parts: ReformParts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      step: 'training',
      numbers: {
        sessions: ({ endingIds }) => sql`select s.id, s.title as label, s.commune_id as unit_id from training_sessions s
          where s.commune_id = any(${endingIds}::uuid[]) and ${this.coming()}`,
      },
      invariants: {
        sessions: {
          before: ({ endingIds }) => sql`select s.id from training_sessions s
            where s.commune_id = any(${endingIds}::uuid[]) and ${this.coming()}`,
          // Of a commune that ended without anybody to take it over.
          lost: ({ endingIds }) => sql`select s.id from training_sessions s
            where s.commune_id = any(${endingIds}::uuid[]) and ${this.coming()}
              and not exists (select 1 from ${organizationSql.unitSuccessors} h where h.from_unit_id = s.commune_id)`,
        },
      },
      settle: (tx, day, units) => this.settle(tx, day, units),
    });
  }

  private coming(): Sql {
    return sql`s.ends_at > ${this.clock.now()}::timestamptz and s.state in ('proposed', 'changes_asked', 'published')`;
  }

  /**
   * Of a divided commune, the heir's from which most of the teams come that have seats. Two houses of one name that are used at
   * one time were in two communes until now: the one that comes says where it was.
   */
  private async settle(tx: Tx, { onDate }: ReformDay, units: readonly Settled[]): Promise<void> {
    const endedIds = units.flatMap(({ id, ended }) => (ended ? [id] : []));
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct s.commune_id as id from training_sessions s
        where s.commune_id = any(${endedIds}::uuid[]) and ${this.coming()}`,
    );
    const waiting = new Set(rows.map(({ id }) => id));
    // One after the other: each sees which places the ones before it have taken.
    for (const { id, mainHeirId } of units)
      if (waiting.has(id) && mainHeirId)
        await execute(
          tx,
          sql`with came as materialized (
              select s.id, s.place, s.starts_at, s.ends_at, coalesce((
                  select c.ancestor_id from session_teams k join ${membershipSql.teams} t on t.id = k.team_id
                    join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune' and c.ancestor_id <> ${id}
                   where k.session_id = s.id group by c.ancestor_id order by count(*) desc, c.ancestor_id limit 1), ${mainHeirId}) as heir_id
                from training_sessions s where s.commune_id = ${id} and ${this.coming()})
            update training_sessions s set commune_id = n.heir_id, place = (
                select p.place from ${called(sql`n.place`, id, onDate)} p
                 where not exists (select 1 from training_sessions o where o.commune_id = n.heir_id
                   and o.place_folded = fold(p.place) and tstzrange(o.starts_at, o.ends_at) && tstzrange(n.starts_at, n.ends_at))
                 order by p.n limit 1)
              from came n where s.id = n.id`,
        );
  }
}

/** What a place is called in its new commune: as it was, with its former commune, or with what nobody else has. */
const called = (place: Sql, unitId: string, onDate: string): Sql => sql`(
  select ${place} as place, 1 as n
  union all select ${place} || ' (' || v.name || ' cũ)', 2 from ${organizationSql.unitNames} v
    where v.unit_id = ${unitId} and v.validity @> (${onDate}::date - 1)
  union all select ${place} || ' (' || right(${unitId}::text, 4) || ')', 3)`;
