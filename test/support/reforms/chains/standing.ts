/** What a world stands like, by names, so that two that were built alike can be laid beside each other. */
import { type Sql, sql } from '#platform/database';
import type { TestApp } from '../../app.ts';
import type { ChainWorld } from './world.ts';

/** Units that ever stood in it, by the name that they bear or bore last. */
const unitsOf = ({ provinceId }: ChainWorld): Sql => sql`(
  select u.id, v.name, u.validity from (select distinct descendant_id as id from unit_closure_spans where ancestor_id = ${provinceId}) d
    join units u on u.id = d.id
   cross join lateral (select name from unit_versions where unit_id = u.id order by lower(validity) desc limit 1) v)`;

/** Everything that is there on a day, a line each. */
export async function standingOn(app: TestApp, world: ChainWorld, day: string): Promise<string[]> {
  const u = unitsOf(world);
  const now = sql`${day}::date`;
  const lines = await app.database.rows<{ line: string }>(sql`
    with u as materialized (select * from ${u} x)
    select line from (
      select concat_ws(' ', 'hamlet', h.name, 'in', c.name) as line from u h
          join unit_closure k on k.descendant_id = h.id and k.ancestor_kind = 'commune' and k.descendant_kind = 'hamlet' join u c on c.id = k.ancestor_id
      union all
      select concat_ws(' ', 'task', h.name, t.state, t.target, 'of', c.name) from tasks t join u h on h.id = t.unit_id join u c on c.id = t.commune_id
      union all
      select concat_ws(' ', 'more time for', h.name) from extension_requests r join tasks t on t.id = r.task_id join u h on h.id = t.unit_id where r.answered_at is null
      union all
      select concat_ws(' ', 'entry', h.name, e.kind, l.value, l.confirmed_value, 'of', c.name) from progress_entries e
          join progress_lines l on l.entry_id = e.id join u h on h.id = e.unit_id join u c on c.id = e.commune_id
      union all
      select concat_ws(' ', 'difficulty', h.name, 'of', c.name) from difficulties d join u h on h.id = d.unit_id join u c on c.id = d.commune_id
      union all
      select concat_ws(' ', m.role, p.full_name, 'in', h.name) from teams t join u h on h.id = t.unit_id
          join team_members m on m.team_id = t.id and m.validity @> ${now} join people p on p.id = m.person_id where t.validity @> ${now}
      union all
      select concat_ws(' ', o.role, p.full_name, 'at', n.name) from posts o join u n on n.id = o.unit_id join people p on p.id = o.person_id
        where o.validity @> ${now} and o.role = 'focal_officer'
      union all
      select concat_ws(' ', p.full_name, 'supports', h.name) from supporters s join teams t on t.id = s.team_id join u h on h.id = t.unit_id
          join people p on p.id = s.person_id where s.validity @> ${now}
      union all
      select concat_ws(' ', 'committee of', n.name) from steering_committees s join u n on n.id = s.unit_id where s.validity @> ${now}
      union all
      select concat_ws(' ', 'group', g.name, 'of', n.name) from chat_groups g join u n on n.id = g.unit_id
      union all
      select concat_ws(' ', 'draft', f.title, 'of', n.name) from assignment_drafts f join u n on n.id = f.unit_id
      union all
      select concat_ws(' ', 'asked', r.kind, 'of', n.name, r.no) from data_requests r join u n on n.id = r.unit_id where r.outcome is null
      union all
      select concat_ws(' ', 'session', s.place, s.state, (select count(*) from session_teams k where k.session_id = s.id), 'in', n.name)
        from training_sessions s join u n on n.id = s.commune_id
      union all
      select concat_ws(' ', r.metric, r.value, 'in', n.name) from registers r join u n on n.id = r.unit_id where r.validity @> ${now}) x
     order by line`);
  return lines.map(({ line }) => line);
}

/** Hamlet by hamlet, the communes in which the tree has it on a day. */
export async function placesOn(app: TestApp, world: ChainWorld, day: string): Promise<Record<string, string>> {
  const rows = await app.database.rows<{ hamlet: string; communes: string }>(sql`
    select h.name as hamlet, (select string_agg(c.name, ' and ' order by c.name) from unit_closure_at(${day}::date) k
        join unit_versions c on c.unit_id = k.ancestor_id and c.validity @> ${day}::date
       where k.descendant_id = h.unit_id and k.ancestor_kind = 'commune') as communes
      from unit_versions h where h.unit_id = any(${[...world.hamlets.values()]}::uuid[]) and h.validity @> ${day}::date`);
  return Object.fromEntries(
    rows
      .map(({ hamlet, communes }): [string, string] => [hamlet, communes])
      .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  );
}

/** Households by commune, as communes hold them for themselves. */
export async function figuresOn(app: TestApp, world: ChainWorld, day: string): Promise<Record<string, number>> {
  const rows = await app.database.rows<{ name: string; value: number }>(sql`
    select v.name, r.value from registers r join unit_versions v on v.unit_id = r.unit_id and v.validity @> ${day}::date
     where r.metric = 'households' and r.validity @> ${day}::date and r.unit_id = any(${[...world.communes.values()]}::uuid[])`);
  return Object.fromEntries(
    rows
      .map(({ name, value }): [string, number] => [name, value])
      .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  );
}

export interface Sums {
  teams: number;
  members: number;
  target: number;
  value: number;
  population: number;
  people: number;
}

/** What adds up over hamlets, added by the communes of one day. */
export async function sumsBy(app: TestApp, world: ChainWorld, day: string): Promise<Sums | undefined> {
  return app.database.one<Sums>(sql`
    with place as materialized (select k.descendant_id as id, k.ancestor_id as commune_id from unit_closure_at(${day}::date) k
        where k.ancestor_kind = 'commune' and k.descendant_kind = 'hamlet' and k.descendant_id = any(${[...world.hamlets.values()]}::uuid[])),
      by_commune as (
        select p.commune_id, count(distinct t.id) as teams,
            (select count(*) from place q join teams x on x.unit_id = q.id join team_members m on m.team_id = x.id and m.validity @> ${day}::date
              where q.commune_id = p.commune_id) as members,
            (select sum(k.target) from place q join tasks k on k.unit_id = q.id where q.commune_id = p.commune_id) as target,
            (select sum(l.value) from place q join progress_entries e on e.unit_id = q.id join progress_lines l on l.entry_id = e.id
              where q.commune_id = p.commune_id) as value,
            (select sum(r.value) from place q join registers r on r.unit_id = q.id and r.metric = 'population' and r.validity @> ${day}::date
              where q.commune_id = p.commune_id) as population,
            (select count(distinct m.person_id) from place q join teams x on x.unit_id = q.id join team_members m on m.team_id = x.id
              where q.commune_id = p.commune_id) as people
          from place p join teams t on t.unit_id = p.id and t.validity @> ${day}::date and t.status = 'active' group by 1)
    select sum(teams)::int as teams, sum(members)::int as members, sum(target)::int as target, sum(value)::int as value,
      sum(population)::int as population, sum(people)::int as people from by_commune`);
}

/** Whatever is open or in force today and stands where nothing stands any more, a line each. There is never any. */
export async function leftBehind(app: TestApp, world: ChainWorld, day: string): Promise<string[]> {
  const now = sql`${day}::date`;
  const elsewhere = sql`not exists (select 1 from unit_closure c where c.descendant_id = x.unit_id and c.ancestor_id = x.commune_id
    and c.ancestor_kind = 'commune')`;
  const rows = await app.database.rows<{ what: string }>(sql`
    with u as materialized (select * from ${unitsOf(world)} u), gone as materialized (select id from u where upper(validity) <= ${now})
    select what || ' ' || id as what from (
      -- In force in a unit that is no more.
      select y.what, y.id from (
        select 'unit below one that ended' as what, unit_id as id, parent_id as unit_id from unit_versions where validity @> ${now}
        union all select 'team', id, unit_id from teams where validity @> ${now}
        union all select 'post', id, unit_id from posts where validity @> ${now}
        union all select 'committee', id, unit_id from steering_committees where validity @> ${now}
        union all select 'figure', id, unit_id from registers where validity @> ${now}
        union all select 'contact', id, unit_id from offices where validity @> ${now}
        union all select 'company', provider_id, unit_id from provider_coverage where validity @> ${now}
        union all select 'draft', id, unit_id from assignment_drafts
        union all select 'series', series_id, unit_id from assignment_schedules where ended_at is null
        union all select 'monthly numbers', series_id, unit_id from allotment_schedules where ended_at is null
        union all select 'answer for others', difficulty_id, commune_id from know_how where withdrawn_at is null
        union all select 'difficulty above', id, escalated_to from difficulties where closed_at is null
        union all select 'request about data', id, unit_id from data_requests where outcome is null
        union all select 'request to send', id, unit_id from send_requests where outcome is null
        union all select 'session', id, commune_id from training_sessions where state in ('proposed', 'changes_asked', 'published')
          and ends_at > ${app.clock.now()}
        union all select 'report', r.id, r.unit_id from reports r join u on u.id = r.unit_id where r.version = 0 and upper(u.validity) <= r.ends_on
        union all select 'confirmed work in no report', c.entry_id, c.commune_id from counted_lines c where c.confirmed_value is not null
          and not exists (select 1 from report_facts f where f.entry_id = c.entry_id and f.position = c.position)
        union all select 'receiver of a report', id, receiver_id from reports where state in ('draft', 'submitted', 'returned')) y
       join gone on gone.id = y.unit_id
      union all
      -- Open with a commune in which its hamlet is not.
      select x.what, x.id from (
        select 'task' as what, id, unit_id, commune_id from tasks where state not in ('confirmed', 'cancelled')
        union all select 'difficulty', id, unit_id, commune_id from difficulties where closed_at is null
        union all select 'report that waits', e.id, e.unit_id, e.commune_id from progress_entries e
          where exists (select 1 from counted_lines l where l.entry_id = e.id and l.confirmed_value is null)
            and not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null)) x
       where x.unit_id in (select id from u) and ${elsewhere}
      union all
      select 'hamlet without one commune', h.unit_id from teams h where h.unit_id in (select id from u)
        and (select count(*) from unit_closure c where c.descendant_id = h.unit_id and c.ancestor_kind = 'commune') <> 1
      union all
      select 'hamlet without one team', h.id from u h where h.id = any(${[...world.hamlets.values()]}::uuid[])
        and (select count(*) from teams t where t.unit_id = h.id and t.validity @> ${now} and t.status = 'active') <> 1
      union all
      select 'place of another day', coalesce(a.descendant_id, b.descendant_id)
        from (select * from unit_closure where descendant_id in (select id from u)) a
        full join (select * from unit_closure_at(${now}) where descendant_id in (select id from u)) b
          on b.descendant_id = a.descendant_id and b.ancestor_id = a.ancestor_id and b.depth = a.depth
       where a.descendant_id is null or b.descendant_id is null
      union all
      select 'supporter', s.id from supporters s join teams t on t.id = s.team_id and t.unit_id in (select id from u)
       where s.validity @> ${now} and not exists (select 1 from posts o join unit_closure c on c.ancestor_id = o.unit_id
         and c.descendant_id = t.unit_id where o.person_id = s.person_id and o.validity @> ${now})) z
     order by 1 limit 20`);
  return rows.map(({ what }) => what);
}
