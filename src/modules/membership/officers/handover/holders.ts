import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';

/** A person's place in a unit: something is theirs because of a post there. */
export interface Held {
  personId: string;
  unitId: string;
}
interface Follower extends Held {
  holderId: string;
}

/**
 * From a post to those that took it over, one after the other: a focal officer's to every later one of its unit, others as it
 * was written. `steps (origin, post)`: a post of somebody, and one that it has come to.
 */
const steps = (origins: Sql): Sql => sql`
  origins as materialized (${origins}),
  links as (
    select o.id as origin, f.id as post from origins o
      join posts f on o.role = 'focal_officer' and f.unit_id = o.unit_id and f.role = 'focal_officer' and f.id <> o.id
       and lower(f.validity) >= lower(o.validity)
    union
    select o.id, h.to_post_id from origins o join handovers h on h.from_post_id = o.id
     where h.taken_back_at is null and h.to_post_id is not null
    union
    select l.origin, h.to_post_id from links l join handovers h on h.from_post_id = l.post
     where h.taken_back_at is null and h.to_post_id is not null)`;

/**
 * Whose is it today? What somebody took in hand by a post goes with the post: to whoever holds it, to a stand-in as well for
 * those days, and back again afterwards. Nothing is rewritten for it; the days of the posts say it.
 */
@Injectable()
export class Holders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who has it now of those who have left the unit, by `key`; null where nobody in particular has. Others are absent. */
  async now(held: readonly Held[]): Promise<Map<string, string | null>> {
    if (held.length === 0) return new Map();
    const today = this.clock.today();
    const rows = await this.database.rows<Held & { holderId: string | null }>(
      sql`with recursive asked as (
          select distinct n.person_id, n.unit_id from unnest(${held.map(({ personId }) => personId)}::uuid[],
            ${held.map(({ unitId }) => unitId)}::uuid[]) as n(person_id, unit_id)
           where not exists (select 1 from posts s join unit_closure c on c.ancestor_id = s.unit_id and c.descendant_id = n.unit_id
             where s.person_id = n.person_id and s.validity @> ${today}::date offset 0)),
        ${steps(sql`select distinct o.id, o.role, o.unit_id, o.validity from asked a
          join posts o on o.person_id = a.person_id join unit_closure c on c.ancestor_id = o.unit_id and c.descendant_id = a.unit_id`)}
        select a.person_id as "personId", a.unit_id as "unitId", (
            select t.person_id from posts o join unit_closure c on c.ancestor_id = o.unit_id and c.descendant_id = a.unit_id
              join links l on l.origin = o.id join posts t on t.id = l.post
             where o.person_id = a.person_id and t.validity @> ${today}::date
             order by t.stand_in, lower(t.validity) desc, t.id limit 1) as "holderId"
          from asked a`,
    );
    return new Map(rows.map((row) => [keyOf(row), row.holderId]));
  }

  /** Whose things the person sees to today beside their own: by posts that came to them. */
  async before(personId: string): Promise<Held[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<Follower>(
      sql`with recursive mine as (
          select id, unit_id, role, stand_in from posts where person_id = ${personId} and validity @> ${today}::date),
        ${steps(sql`select o.id, o.role, o.unit_id, o.validity from posts o where o.unit_id in (select unit_id from mine)`)}
        select distinct o.person_id as "personId", o.unit_id as "unitId"
          from mine m join links l on l.post = m.id join posts o on o.id = l.origin
         where o.person_id <> ${personId} and (m.stand_in or not exists (
           select 1 from posts s where s.person_id = o.person_id and s.unit_id = o.unit_id and s.validity @> ${today}::date offset 0))`,
    );
    return rows;
  }
}

export const keyOf = ({ personId, unitId }: Held): string => `${personId} ${unitId}`;
