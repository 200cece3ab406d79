/**
 * A province's consolidation as somebody would write it by hand for this table and nothing else: straight from the tables,
 * without the views and functions that the product shares, a row per commune and indicator. Parameters as in figure-sql.ts.
 */
const state = (day: string, name: string) => `
  t_${name} as materialized (
    select t.id, t.unit_id, c.ancestor_id as commune_id from unnest($1::uuid[]) k(id)
      join unit_closure c on c.ancestor_id = k.id and c.descendant_kind = 'hamlet' join teams t on t.unit_id = c.descendant_id
     where t.validity @> ${day} and t.status <> 'draft'),
  m_${name} as materialized (
    select t.commune_id, t.id as team_id, m.person_id from t_${name} t join team_members m on m.team_id = t.id and m.validity @> ${day}),
  c_${name} as (
    select k.id as commune_id, t.teams, t.hamlets, p.people, p.phones, z.whole, h.hamlets as all_hamlets, o.products, o.listed, g.value as population, (s.unit_id is not null)::int as committee
      from unnest($1::uuid[]) k(id)
      left join (select commune_id, count(*) as teams, count(distinct unit_id) as hamlets from t_${name} group by 1) t on t.commune_id = k.id
      left join (select m.commune_id, count(distinct m.person_id) as people, count(distinct f.person_id) as phones
                   from m_${name} m left join phones f on f.person_id = m.person_id and f.is_primary and f.state <> 'bounced' group by 1) p on p.commune_id = k.id
      left join (select commune_id, count(*) as whole from (select commune_id, team_id from m_${name} group by 1, 2 having count(*) >= 3) x group by 1) z on z.commune_id = k.id
      left join (select v.parent_id, count(*) as hamlets from unit_versions v join units u on u.id = v.unit_id where v.parent_id = any($1) and u.kind = 'hamlet' and v.validity @> ${day} and u.validity @> ${day} group by 1) h on h.parent_id = k.id
      left join (select c.ancestor_id, count(*) as products, count(*) filter (where o.listed_on <= ${day}) as listed
                   from unit_closure c join ocop_products o on o.unit_id = c.descendant_id and o.validity @> ${day} where c.ancestor_id = any($1) group by 1) o on o.ancestor_id = k.id
      left join registers g on g.unit_id = k.id and g.metric = 'population' and g.validity @> ${day}
      left join steering_committees s on s.unit_id = k.id and s.validity @> ${day})`;

export const baselineSql = `
  with sent as (
    select unit_id, month, starts_on, ends_on from reports where unit_id = any($1) and kind = 'monthly' and state in ('submitted', 'accepted')),
  lines as materialized (
    select e.commune_id, e.team_id, l.indicator_code as code, l.confirmed_value as value,
           coalesce(f.month, case when s.unit_id is null then report_month(e.happened_on, $6) else (select (max(month) + interval '1 month')::date from sent o where o.unit_id = e.commune_id) end) as month,
           coalesce(f.is_late, s.unit_id is not null) as is_late
      from progress_entries e join progress_lines l on l.entry_id = e.id and l.confirmed_value is not null
      left join report_facts f on f.entry_id = l.entry_id and f.position = l.position
      left join sent s on s.unit_id = e.commune_id and e.happened_on between s.starts_on and s.ends_on
     where e.commune_id = any($1) and e.happened_on between $7::date - 92 and $4::date
       and not exists (select 1 from progress_entries x where x.corrects_id = e.id) and not exists (select 1 from entry_withdrawals w where w.entry_id = e.id)),
  flows as (
    select commune_id, code, sum(value) filter (where month = $2) as now, sum(value) filter (where month = $2::date - interval '1 month') as before,
           sum(value) filter (where month between $5 and $2) as year, count(*) filter (where month = $2) as records, sum(value) filter (where month = $2 and is_late) as late
      from lines group by 1, 2),
  active as (
    select commune_id, count(distinct team_id) filter (where month = $2) as now, count(distinct team_id) filter (where month = $2::date - interval '1 month') as before,
           count(distinct team_id) filter (where month between $5 and $2) as year from lines group by 1),
  ${state('$4::date', 'now')}, ${state('$8::date', 'before')},
  taught as materialized (
    select s.commune_id, s.id as session_id, k.person_id, (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date as held_on from training_sessions s join check_ins k on k.session_id = s.id and k.state = 'counted'
     where s.commune_id = any($1) and s.audience = 'teams' and s.state in ('published', 'done') and (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date between least($7::date, $9::date) and $4::date),
  lessons as (
    select commune_id, count(distinct session_id) filter (where held_on >= $3) as n, count(*) filter (where held_on >= $3) as times,
           count(distinct session_id) filter (where held_on between $9 and $8) as n_before, count(*) filter (where held_on between $9 and $8) as times_before,
           count(distinct session_id) filter (where held_on >= $7) as n_year, count(*) filter (where held_on >= $7) as times_year from taught group by 1),
  learners as (
    select m.commune_id, count(distinct m.person_id) as now, count(distinct m.person_id) filter (where t.held_on <= $8::date) as before
      from m_now m join taught t on t.person_id = m.person_id and t.held_on >= $7 group by 1),
  punctual as (
    select unit_id, count(*) filter (where due_on <= $4) as due, count(*) filter (where due_on <= $4 and (first_submitted_at at time zone 'Asia/Ho_Chi_Minh')::date <= due_on) as good,
           count(*) filter (where due_on <= $8) as due_before, count(*) filter (where due_on <= $8 and (first_submitted_at at time zone 'Asia/Ho_Chi_Minh')::date <= due_on) as good_before
      from reports where unit_id = any($1) and kind = 'monthly' and month >= $5::date group by 1),
  households as (
    select k.id as commune_id, coalesce(own.value, below.value) as value from unnest($1::uuid[]) k(id)
      left join registers own on own.unit_id = k.id and own.metric = 'households' and own.validity @> $4::date
      left join (select c.ancestor_id, sum(r.value) as value from unit_closure c join registers r on r.unit_id = c.descendant_id and r.metric = 'households' and r.validity @> $4::date
                  where c.ancestor_id = any($1) and c.depth > 0 group by 1) below on below.ancestor_id = k.id)
  select commune_id as "communeId", code, now::float8 as now, now_of::float8 as "nowOf", before::float8 as before, before_of::float8 as "beforeOf", year::float8 as year, year_of::float8 as "yearOf",
         records::int as records, late::float8 as late, false as "isTyped"
    from (
      select commune_id, code, now, null::numeric as now_of, before, null::numeric as before_of, year, null::numeric as year_of, records, coalesce(late, 0) as late from flows where code not in ('TT04', 'KT06', 'KT09', 'XH04')
      union all select f.commune_id, f.code, f.year, h.value, f.year - coalesce(f.now, 0), h.value, f.year, h.value, f.records, coalesce(f.late, 0)
        from flows f left join households h on h.commune_id = f.commune_id and f.code = 'TT04' where f.code in ('TT04', 'KT06', 'KT09', 'XH04')
      union all select n.commune_id, v.code, v.n, v.d, v.bn, v.bd, v.n, v.d, 0, 0
        from c_now n join c_before b using (commune_id) left join active a using (commune_id) left join lessons l using (commune_id) left join learners e using (commune_id) left join punctual p on p.unit_id = commune_id
        cross join lateral (values
          ('TC01', coalesce(n.teams, 0), null::bigint, coalesce(b.teams, 0), null::bigint), ('TC02', coalesce(n.hamlets, 0), n.all_hamlets, coalesce(b.hamlets, 0), b.all_hamlets),
          ('TC03', coalesce(n.people, 0), null, coalesce(b.people, 0), null), ('TC04', coalesce(n.whole, 0), n.teams, coalesce(b.whole, 0), b.teams),
          ('TC05', coalesce(n.phones, 0), n.people, coalesce(b.phones, 0), b.people), ('TC08', n.people, n.population, b.people, b.population),
          ('TC09', n.committee, 1, b.committee, 1), ('KT03', n.products, null, b.products, null), ('KT04', n.listed, null, b.listed, null), ('KT05', n.listed, n.products, b.listed, b.products),
          ('DT03', coalesce(e.now, 0), n.people, coalesce(e.before, 0), b.people), ('TC10', p.good, p.due, p.good_before, p.due_before)) as v(code, n, d, bn, bd)
      union all select k.id, v.code, v.n, v.d, v.bn, v.bd, v.yn, v.d, 0, 0
        from unnest($1::uuid[]) k(id) join c_now n on n.commune_id = k.id join c_before b on b.commune_id = k.id left join active a on a.commune_id = k.id left join lessons l on l.commune_id = k.id
        cross join lateral (values
          ('TC07', coalesce(a.now, 0), n.teams, coalesce(a.before, 0), b.teams, coalesce(a.year, 0)),
          ('DT01', coalesce(l.n, 0), null, coalesce(l.n_before, 0), null, coalesce(l.n_year, 0)),
          ('DT02', coalesce(l.times, 0), null, coalesce(l.times_before, 0), null, coalesce(l.times_year, 0))) as v(code, n, d, bn, bd, yn)) rows`;
