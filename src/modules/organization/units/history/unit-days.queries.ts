/** Which days there are to look at: when units of a place began, changed or ended, and what stood there on a day. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';

export interface DayOfUnits {
  day: string;
  units: number;
  ended: number;
  began: number;
  endedIds: string[];
  beganIds: string[];
}

const DAYS = 60;
const NAMED = 3;

/** A unit and all that went into it, over several reforms, also by one whose day has not come. */
const line = (unitId: string): Sql => sql`line as (
  select ${unitId}::uuid as id
  union select s.from_unit_id from line l join unit_successors s on s.to_unit_id = l.id)`;

@Injectable()
export class UnitDaysQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async first(unitId: string): Promise<string | null> {
    const row = await this.database.one<{ day: string | null }>(
      sql`with recursive ${line(unitId)}
        select min(lower(u.validity))::text as day from line l join units u on u.id = l.id`,
    );
    return row?.day ?? null;
  }

  /** What began or ended is told of communes where there are any, else of the next kind; a country's hamlets are left out. */
  days(unitId: string, first: string): Promise<DayOfUnits[]> {
    return this.database.rows(
      sql`with recursive ${line(unitId)},
       here as materialized (
         select distinct c.descendant_id as id from line l join unit_closure_spans c on c.ancestor_id = l.id
          where c.ancestor_kind <> 'country' or c.descendant_kind <> 'hamlet'),
       changes as (
         select u.id, u.kind, d.day, d.what from here join units u on u.id = here.id
          cross join lateral (values (lower(u.validity), 'began'), (upper(u.validity), 'ended')) as d(day, what)
         union all
         select u.id, u.kind, lower(v.validity), 'changed' from here join units u on u.id = here.id
           join unit_versions v on v.unit_id = u.id and lower(v.validity) > lower(u.validity)),
       ranked as (
         select c.*, dense_rank() over (partition by day order by c.what = 'changed',
                  array_position(array['commune','province','district','hamlet','country'], c.kind)) as level,
                row_number() over (partition by day, what, kind order by c.id) as place
           from changes c where c.day > ${first}::date)
       select day::text as day, count(distinct id)::int as units,
              count(*) filter (where what = 'ended' and level = 1)::int as ended,
              count(*) filter (where what = 'began' and level = 1)::int as began,
              coalesce(array_agg(id::text) filter (where what = 'ended' and level = 1 and place <= ${NAMED}), '{}') as "endedIds",
              coalesce(array_agg(id::text) filter (where what = 'began' and level = 1 and place <= ${NAMED}), '{}') as "beganIds"
         from ranked r group by r.day order by r.day desc limit ${DAYS}`,
    );
  }

  /** What went into the unit and stood on a day; the unit itself is not among it. */
  async stood(unitId: string, at: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive ${line(unitId)}
        select u.id from line l join units u on u.id = l.id where u.id <> ${unitId} and u.validity @> ${at}::date`,
    );
    return rows.map(({ id }) => id);
  }

  /** Living units that an ended one became, over several reforms; none of one that stands. */
  async heirs(unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive heirs as (
         select u.id from units u where u.id = ${unitId}
         union
         select s.to_unit_id from heirs h join units u on u.id = h.id and upper(u.validity) <= ${this.clock.today()}::date
           join unit_successors s on s.from_unit_id = h.id)
       select u.id from heirs h join units u on u.id = h.id where u.id <> ${unitId} and u.validity @> ${this.clock.today()}::date`,
    );
    return rows.map(({ id }) => id);
  }
}
