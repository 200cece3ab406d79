/**
 * The figures of any number of communes for one month, in one statement: a row per commune and indicator with this period,
 * the one before and the year so far, each as numerator and denominator. Nothing is stored here; what is sent is frozen by
 * report_figures.
 */
import { membershipSql } from '#modules/membership';
import { organizationSql } from '#modules/organization';
import { type Sql, raw, sql } from '#platform/database';
import { firstSentOn } from '../report/report.rows.ts';
import { countedIn, sentMonths } from './counted-in.ts';
import type { Windows } from './windows.ts';

/** What is reached or in use so far this year: each month's figure is that of the year. */
export const cumulativeCodes: readonly string[] = ['TT04', 'KT06', 'KT09', 'XH04'];

/** The first days of this month, of the month before it and of the year's first month. */
interface Months {
  now: Sql;
  before: Sql;
  first: Sql;
}

const columns = sql`l.commune_id, l.team_id, l.indicator_code as code, l.confirmed_value as value`;

const flows = ({ now, before, first }: Months): Sql => sql`
  flows as (
    select commune_id, code,
           sum(value) filter (where month = ${now}) as now, sum(value) filter (where month = ${before}) as before,
           sum(value) filter (where month between ${first} and ${now}) as year,
           count(*) filter (where month = ${now}) as records, sum(value) filter (where month = ${now} and is_late) as late
      from lines group by 1, 2)`;

/** Teams of which something counts. */
const active = ({ now, before, first }: Months): Sql => sql`
  active as (
    select commune_id, count(*) filter (where now) as now, count(*) filter (where before) as before,
           count(*) filter (where year) as year
      from (select commune_id, team_id, bool_or(month = ${now}) as now, bool_or(month = ${before}) as before,
                   bool_or(month between ${first} and ${now}) as year
              from lines where team_id is not null group by 1, 2) t
     group by 1)`;

/**
 * A plan that is kept takes any day for a rare one, and would search all units and registers of the country for it: both are
 * read from what stands below the communes.
 */
const teamsOn = (day: Sql, name: Sql): Sql => sql`
  below_${name} as materialized (
    select a.commune_id, c.descendant_id as unit_id, c.descendant_kind as kind, c.depth from asked a
      join unit_closure_at(${day}) c on c.ancestor_id = a.commune_id),
  teams_${name} as materialized (
    select t.id, t.unit_id, b.commune_id from below_${name} b
      join ${membershipSql.teams} t on t.unit_id = b.unit_id and t.validity @> ${day} where t.status <> 'draft')`;

/** Of each commune its active teams `c`, all `t`, and all at the end of the period before `u`. */
const withTeams = sql`
      from asked a left join active c on c.commune_id = a.commune_id
      left join (select commune_id, count(*) as n from teams_now group by 1) t on t.commune_id = a.commune_id
      left join (select commune_id, count(*) as n from teams_before group by 1) u on u.commune_id = a.commune_id`;

const activityRows = sql`
    select a.commune_id, 'TC07' as code, coalesce(c.now, 0) as now, t.n as now_of, coalesce(c.before, 0) as before, u.n as before_of,
           coalesce(c.year, 0) as year, t.n as year_of, 0 as records, 0 as late, false as is_typed ${withTeams}`;

const pivot = sql`
      max(n) filter (where what = 'teams')::bigint as teams, max(n) filter (where what = 'complete')::bigint as complete,
      max(n) filter (where what = 'people')::bigint as people, max(n) filter (where what = 'hamlets')::bigint as hamlets,
      max(n) filter (where what = 'covered')::bigint as covered, max(n) filter (where what = 'phones')::bigint as phones,
      max(n) filter (where what = 'products')::bigint as products, max(n) filter (where what = 'listed')::bigint as listed,
      max(n) filter (where what = 'population')::bigint as population,
      max(n) filter (where what = 'committee')::bigint as committee`;

/**
 * State at the last days of this period and of the one before: teams, members, what stands in the registers. Counts are
 * stacked and turned, not joined: a dozen joins take longer to plan than to run.
 */
export const standing = (day: Sql, name: Sql): Sql => sql`
  ${teamsOn(day, name)},
  members_${name} as materialized (
    select t.commune_id, m.team_id, m.person_id, m.role from teams_${name} t
      join ${membershipSql.teamMembers} m on m.team_id = t.id and m.validity @> ${day}),
  sizes_${name} as (select commune_id, team_id, count(*) as n from members_${name} group by 1, 2),
  people_${name} as (select commune_id, count(distinct person_id) as n from members_${name} group by 1),
  hamlets_${name} as (select commune_id, count(*) as n from below_${name} where kind = 'hamlet' and depth = 1 group by 1),
  registered_${name} as (
    select commune_id, metric, case when bool_or(own) then sum(value) filter (where own) else sum(value) end as value
      from (select b.commune_id, r.metric, r.value, b.depth = 0 as own from below_${name} b
             cross join lateral (
                   select n.metric, n.value from ${organizationSql.registers} n
                    where n.unit_id = b.unit_id and n.validity @> ${day} offset 0) r) x
     group by 1, 2),
  products_${name} as (
    select b.commune_id, count(*) as n, count(*) filter (where p.listed_on <= ${day}) as listed from below_${name} b
      join ${organizationSql.ocopProducts} p on p.unit_id = b.unit_id and p.validity @> ${day} group by 1),
  counts_${name} as (
    select commune_id, 'teams' as what, count(*) as n from teams_${name} group by 1
    union all select commune_id, 'complete', count(*) from sizes_${name} where n >= 3 group by 1
    union all select commune_id, 'people', n from people_${name}
    union all select commune_id, 'hamlets', n from hamlets_${name}
    union all select t.commune_id, 'covered', count(distinct t.unit_id) from teams_${name} t
      join ${organizationSql.units} u on u.id = t.unit_id and u.kind = 'hamlet' and u.validity @> ${day} group by 1
    union all select m.commune_id, 'phones', count(distinct m.person_id) from members_${name} m
      join ${membershipSql.peopleWithPhone} p on p.person_id = m.person_id group by 1
    union all select commune_id, 'products', n from products_${name}
    union all select commune_id, 'listed', listed from products_${name}
    union all select commune_id, 'population', value from registered_${name} where metric = 'population'
    union all select g.unit_id, 'committee', 1 from ${membershipSql.steeringCommittees} g
      join asked a on a.commune_id = g.unit_id where g.validity @> ${day}),
  states_${name} as (
    select s.commune_id, v.code, v.n, v.d from (
      select commune_id, ${pivot}
        from (select commune_id, null as what, null::bigint as n from asked union all select * from counts_${name}) c group by 1) s
      cross join lateral (values
        ('TC01', coalesce(teams, 0), null::bigint), ('TC02', coalesce(covered, 0), hamlets), ('TC03', coalesce(people, 0), null),
        ('TC04', coalesce(complete, 0), teams), ('TC05', coalesce(phones, 0), people), ('TC08', people, population),
        ('TC09', coalesce(committee, 0), 1), ('KT03', products, null), ('KT04', listed, null), ('KT05', listed, products))
          as v(code, n, d))`;

const training = ({ period, before, year }: Windows): Sql => sql`
  taught as materialized (
    select t.commune_id, t.session_id, t.person_id, t.held_on
      from trained_at_sessions t join asked a on a.commune_id = t.commune_id
     where t.audience = 'teams' and t.held_on between ${year.startsOn}::date and ${period.endsOn}::date),
  taught_before as (
    select t.commune_id, count(distinct t.session_id) as sessions, count(*) as times
      from trained_at_sessions t join asked a on a.commune_id = t.commune_id
     where t.audience = 'teams' and t.held_on between ${before.startsOn}::date and ${before.endsOn}::date group by 1),
  training as (
    select a.commune_id, v.code, v.now, v.now_of, v.before, v.before_of, v.year, v.year_of from asked a
      left join (select commune_id, count(distinct session_id) filter (where held_on >= ${period.startsOn}) as sessions,
                        count(*) filter (where held_on >= ${period.startsOn}) as times,
                        count(distinct session_id) as year_sessions, count(*) as year_times
                   from taught group by 1) t on t.commune_id = a.commune_id
      left join taught_before b on b.commune_id = a.commune_id
      left join (select m.commune_id, count(distinct m.person_id) as now,
                        count(distinct m.person_id) filter (where t.held_on <= ${before.endsOn}::date) as before
                   from members_now m join taught t on t.person_id = m.person_id group by 1) d on d.commune_id = a.commune_id
      left join people_now p on p.commune_id = a.commune_id
      left join people_before q on q.commune_id = a.commune_id
      cross join lateral (values
        ('DT01', coalesce(t.sessions, 0), null::bigint, coalesce(b.sessions, 0), null::bigint,
          coalesce(t.year_sessions, 0), null::bigint),
        ('DT02', coalesce(t.times, 0), null, coalesce(b.times, 0), null, coalesce(t.year_times, 0), null),
        ('DT03', coalesce(d.now, 0), p.n, coalesce(d.before, 0), q.n, coalesce(d.now, 0), p.n))
          as v(code, now, now_of, before, before_of, year, year_of))`;

/** Of the reports that were due by the period's last day: how many came in time. */
const punctual = ({ period, before }: Windows, { first }: Months): Sql => sql`
  punctual as (
    select r.unit_id as commune_id, count(*) filter (where r.due_on <= ${period.endsOn}) as due,
           count(*) filter (where r.due_on <= ${period.endsOn} and ${firstSentOn} <= r.due_on) as in_time,
           count(*) filter (where r.due_on <= ${before.endsOn}) as due_before,
           count(*) filter (where r.due_on <= ${before.endsOn} and ${firstSentOn} <= r.due_on) as in_time_before
      from reports r join asked a on a.commune_id = r.unit_id where r.kind = 'monthly' and r.month >= ${first} group by 1)`;

/** Typed figures stand for what no record holds; of the year the last one that was typed. */
const typed = (communeIds: readonly string[], { now, before, first }: Months): Sql => sql`
  typed as (
    select coalesce(n.unit_id, b.unit_id, y.unit_id) as commune_id, coalesce(n.code, b.code, y.code) as code,
           n.numerator as now, n.denominator as now_of, b.numerator as before, b.denominator as before_of,
           y.numerator as year, y.denominator as year_of
      from (select * from typed_figures where month = ${now} and unit_id = any(${communeIds})) n
      full join (select * from typed_figures where month = ${before} and unit_id = any(${communeIds})) b
        on b.unit_id = n.unit_id and b.code = n.code
      full join (
        select distinct on (unit_id, code) * from typed_figures
         where month between ${first} and ${now} and unit_id = any(${communeIds}) order by unit_id, code, month desc) y
        on y.unit_id = coalesce(n.unit_id, b.unit_id) and y.code = coalesce(n.code, b.code))`;

function monthsOf({ period, year }: Windows): Months {
  const month = `${period.month}-01`;
  return {
    now: sql`${month}::date`,
    before: sql`${month}::date - interval '1 month'`,
    first: sql`${`${year.month}-01`}::date`,
  };
}

const asked = (communeIds: readonly string[]): Sql =>
  sql`asked as (select unnest(${communeIds}::uuid[]) as commune_id), ${sentMonths}`;
const lines = ({ period, year }: Windows, startDay: number): Sql =>
  countedIn(columns, { yearFrom: year.startsOn, until: period.endsOn, startDay });

export function figureSql(communeIds: readonly string[], windows: Windows, startDay: number): Sql {
  const { standsOn } = windows;
  const months = monthsOf(windows);
  return sql`
  with ${asked(communeIds)}, lines as materialized (${lines(windows, startDay)}), ${flows(months)}, ${active(months)},
  ${standing(sql`${standsOn.now}::date`, raw('now'))}, ${standing(sql`${standsOn.before}::date`, raw('before'))},
  ${training(windows)}, ${punctual(windows, months)}, ${typed(communeIds, months)},
  households as (select commune_id, value from registered_now where metric = 'households'),
  rows as (
    select commune_id, code, now, null::bigint as now_of, before, null::bigint as before_of, year, null::bigint as year_of,
           records, coalesce(late, 0) as late, false as is_typed
      from flows where code <> all(${[...cumulativeCodes]})
    -- What has been reached or is in use so far this year, over the households or as it stands.
    union all
    select f.commune_id, f.code, f.year, h.value, f.year - coalesce(f.now, 0), h.value, f.year, h.value, f.records,
           coalesce(f.late, 0), false
      from flows f left join households h on h.commune_id = f.commune_id and f.code = 'TT04'
     where f.code = any(${[...cumulativeCodes]})
    union all
    select n.commune_id, n.code, n.n, n.d, b.n, b.d, n.n, n.d, 0, 0, false
      from states_now n join states_before b using (commune_id, code)
    union all
    select commune_id, code, now, now_of, before, before_of, year, year_of, 0, 0, false from training
    union all ${activityRows}
    union all
    select commune_id, 'TC10', in_time, due, in_time_before, due_before, in_time, due, 0, 0, false from punctual
    union all
    select commune_id, code, now, now_of, before, before_of, year, year_of, 0, 0, now is not null from typed)
  select commune_id as "communeId", code, now::float8 as now, now_of::float8 as "nowOf", before::float8 as before,
         before_of::float8 as "beforeOf", year::float8 as year, year_of::float8 as "yearOf", records::int as records,
         late::float8 as late, is_typed as "isTyped" from rows`;
}

/** Of each commune how many teams something counts of in this period and in the one before, without all other figures. */
export function activitySql(communeIds: readonly string[], windows: Windows, startDay: number): Sql {
  const { standsOn } = windows;
  const months = monthsOf(windows);
  return sql`
  with ${asked(communeIds)},
  lines as materialized (
    select * from (${lines(windows, startDay)}) l where l.team_id is not null and l.month in (${months.now}, ${months.before})),
  ${active(months)},
  ${teamsOn(sql`${standsOn.now}::date`, raw('now'))}, ${teamsOn(sql`${standsOn.before}::date`, raw('before'))}
  select a.commune_id as "communeId", coalesce(c.now, 0)::float8 as now, t.n::float8 as "nowOf",
         coalesce(c.before, 0)::float8 as before, u.n::float8 as "beforeOf" ${withTeams}`;
}
