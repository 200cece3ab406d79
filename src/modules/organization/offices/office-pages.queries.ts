import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { officeDoubts } from '#contracts/organization/office-kinds';
import { Database, type Sql, sql } from '#platform/database';
import { fullName } from '../units/unit.queries.ts';
import type { CardRow } from './office-cards.queries.ts';

/** "Còn đúng không?" is asked twice a year. */
export const CHECKED_DAYS = 183;

export interface JudgedCard extends CardRow {
  unansweredOn: string | null;
  doubts: (typeof officeDoubts)[number][];
  /** Another office with the same number. */
  sharedWith: string | null;
  /** 0: no number, 1: in doubt, 2: right. */
  rank: number;
  sortCode: string;
}
export type CardKey = [rank: number, code: string, unitId: string];
type Asked = Pick<RouteQuery<typeof routes.officeCards>, 'filter' | 'q' | 'limit'>;

const ranks = { all: sql`true`, none: sql`j.rank = 0`, look: sql`j.rank = 1` } as const;

/** The card of each unit `area (id, kind)` with what is in doubt of it: CTEs `cards`, `twice` and `judged`. */
const judgedIn = (area: Sql, day: string): Sql => sql`
  area as materialized (${area}),
  cards as materialized (
    select a.id, a.kind, o.name, o.phone, o.email, o.hours, o.address, o.holder, o.answered_by, o.is_office, o.looks_personal,
           o.checked_on, o.unanswered_on, lower(o.validity) as changed_on,
           nullif(regexp_replace(o.phone, '[^0-9]', '', 'g'), '') as digits
      from area a
      left join lateral (select * from offices f where f.unit_id = a.id and f.validity @> ${day}::date
        order by lower(f.validity) desc limit 1) o on true),
  twice as (select digits from cards where digits is not null group by digits having count(*) > 1),
  doubted as (
    select c.*, case when c.phone is null then array['noPhone'] else array_remove(array[
             case when c.unanswered_on is not null then 'unanswered' end,
             case when c.looks_personal and not c.is_office then 'personal' end,
             case when t.digits is not null then 'shared' end,
             case when c.checked_on is null or c.checked_on + ${CHECKED_DAYS}::int < ${day}::date then 'unchecked' end], null) end as doubts
      from cards c left join twice t on t.digits = c.digits),
  judged as (
    select d.*, case when d.phone is null then 0 when cardinality(d.doubts) > 0 then 1 else 2 end as rank from doubted d)`;

const below = (unitId: string, day: string): Sql => sql`
  select c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${day}::date) c
   where c.ancestor_id = ${unitId} and c.descendant_kind not in ('hamlet', 'country')`;

const version = (id: Sql, day: string): Sql =>
  sql`(select * from unit_versions w where w.unit_id = ${id} and w.validity @> ${day}::date offset 0)`;

function isFound(q: string): Sql {
  const asked = q.trim();
  if (asked === '') return sql`true`;
  const digits = asked.replace(/\D/g, '');
  return sql`(v.name_folded like '%' || fold(${asked}) || '%' or fold(v.type || ' ' || v.name) like '%' || fold(${asked}) || '%'
    or v.code = ${asked} or (${digits.length >= 3} and j.digits like '%' || ${digits} || '%'))`;
}

const columns = (day: string): Sql => sql`p.id as "unitId", p.kind, v.name as "unitName", ${fullName} as "fullName",
  v.code as "unitCode", p.name, p.phone, p.email, p.hours, p.address, p.holder, p.answered_by as "answeredBy",
  coalesce(p.is_office, false) as "isOffice", p.checked_on::text as "checkedOn", p.changed_on::text as "changedOn",
  p.unanswered_on::text as "unansweredOn", p.doubts, p.rank, coalesce(v.code, '~') as "sortCode",
  (select ${fullName} from cards o cross join lateral ${version(sql`o.id`, day)} v
    where o.digits = p.digits and o.id <> p.id order by v.code nulls last, o.id limit 1) as "sharedWith"`;

/** Contact cards a page at a time, judged by the database: a country has ten thousand. */
@Injectable()
export class OfficePagesQueries {
  constructor(private readonly database: Database) {}

  /** One more than the limit. */
  page(unitId: string, day: string, { filter, q, limit }: Asked, after: CardKey | null): Promise<JudgedCard[]> {
    const isAfter = after
      ? sql`(j.rank, coalesce(v.code, '~'), j.id) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::uuid)`
      : sql`true`;
    return this.database.rows<JudgedCard>(
      sql`with ${judgedIn(below(unitId, day), day)},
       page as (
         select j.* from judged j cross join lateral ${version(sql`j.id`, day)} v
          where ${ranks[filter]} and ${isFound(q)} and ${isAfter}
          order by j.rank, coalesce(v.code, '~'), j.id limit ${limit + 1})
       select ${columns(day)} from page p cross join lateral ${version(sql`p.id`, day)} v
        order by p.rank, coalesce(v.code, '~'), p.id`,
    );
  }

  /** How many there are, of those that the words find, of each filter. */
  async counts(unitId: string, day: string, q: string): Promise<{ all: number; none: number; look: number }> {
    const named = q.trim() === '' ? sql`` : sql`cross join lateral ${version(sql`j.id`, day)} v`;
    const [row] = await this.database.rows<{ all: number; none: number; look: number }>(
      sql`with ${judgedIn(below(unitId, day), day)}
        select count(*)::int as "all", (count(*) filter (where j.rank = 0))::int as "none",
               (count(*) filter (where j.rank = 1))::int as "look"
          from judged j ${named} where ${isFound(q)}`,
    );
    return row ?? { all: 0, none: 0, look: 0 };
  }

  /** The unit's own card, judged among those of the units beside it. */
  one(unitId: string, day: string): Promise<JudgedCard | undefined> {
    const beside = sql`
      select distinct c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${day}::date) up
        join unit_closure_at(${day}::date) c on c.ancestor_id = up.ancestor_id and c.depth <= up.depth
       where up.descendant_id = ${unitId} and up.depth <= 1 and c.descendant_kind not in ('hamlet', 'country')`;
    return this.database.one<JudgedCard>(
      sql`with ${judgedIn(beside, day)}
       select ${columns(day)} from judged p cross join lateral ${version(sql`p.id`, day)} v where p.id = ${unitId}`,
    );
  }
}
