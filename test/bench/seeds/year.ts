/**
 * A reporting year by SQL: teams in communes in provinces, their members, registers and training, and every month's
 * confirmed lines with the reports that count them. Foreign keys are not looked at while it is written.
 */
import { Client } from 'pg';

/** Communes and teams of the country: 100,000 teams in 3,321 communes. */
export const COUNTRY = { teams: 100_000, communes: 3_321 };
/** About 4,400 teams. */
const COMMUNES_PER_PROVINCE = 146;
export const MEMBERS = 3;
const LINES = 3;
/** Indicators of work: two thirds of the catalogue's flows have lines. */
const codes = `array['TT01','TT02','TT03','TT04','CQ01','CQ02','CQ04','CQ05','CQ06','KT01','KT02','KT06','KT07','KT08','KT09','XH01','XH02','XH03','XH04','XH05','XH06']`;

export const month = '2022-12';

/** A UUID (version 7 in form) that sorts by its number; `area` keeps kinds apart. */
export const idOf = (area: number, n: string): string =>
  `(lpad(to_hex(${n}), 8, '0') || '-' || lpad(to_hex(${area}), 4, '0') || '-7000-8000-000000000000')::uuid`;

export interface SeededYear {
  /** Communes by province; all but the last have about 4,400 teams. */
  provinces: string[][];
  lines: number;
}

export async function seedYear(url: string, teams: number): Promise<SeededYear> {
  const communes = Math.max(2, Math.round((teams * COUNTRY.communes) / COUNTRY.teams));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB'`,
    );
    for (const part of [
      units(communes, teams),
      people(teams),
      registers(communes, teams),
      training(communes),
      work(teams),
      reports(communes),
    ])
      for (const sql of part) await client.query(sql);
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ id: string; province: string }>(
      `select descendant_id as id, ancestor_id as province from unit_closure where ancestor_kind = 'province' and descendant_kind = 'commune' order by 1`,
    );
    const provinces = new Map<string, string[]>();
    for (const { id, province } of rows) provinces.set(province, [...(provinces.get(province) ?? []), id]);
    const counted = await client.query<{ n: number }>('select count(*)::int as n from progress_lines');
    return {
      provinces: [...provinces.values()],
      lines: counted.rows[0]?.n ?? 0,
    };
  } finally {
    await client.end();
  }
}

export const communeOf = (n: string, communes: number, teams: number): string =>
  `((${n} - 1)::bigint * ${communes} / ${teams} + 1)::int`;

function units(communes: number, teams: number): string[] {
  const provinces = Math.ceil(communes / COMMUNES_PER_PROVINCE);
  const provinceOf = `((n - 1) / ${COMMUNES_PER_PROVINCE} + 1)`;
  const layers: [area: number, kind: string, type: string, count: number, parent: string][] = [
    [1, 'province', 'tỉnh', provinces, 'null::uuid'],
    [2, 'commune', 'xã', communes, idOf(1, provinceOf)],
    [3, 'hamlet', 'thôn', teams, idOf(2, communeOf('n', communes, teams))],
  ];
  return [
    ...layers.flatMap(([area, kind, type, count, parent]) => [
      `insert into units (id, kind, validity) select ${idOf(area, 'n')}, '${kind}', '[2021-01-01,)' from generate_series(1, ${count}) n`,
      `insert into unit_versions (id, unit_id, name, type, parent_id, validity) select ${idOf(area + 100, 'n')}, ${idOf(area, 'n')}, '${type} ' || n, '${type}', ${parent}, '[2021-01-01,)' from generate_series(1, ${count}) n`,
      `insert into unit_closure select ${idOf(area, 'n')}, ${idOf(area, 'n')}, '${kind}', '${kind}', 0 from generate_series(1, ${count}) n`,
    ]),
    `insert into unit_closure select ${idOf(1, provinceOf)}, ${idOf(2, 'n')}, 'province', 'commune', 1 from generate_series(1, ${communes}) n`,
    `insert into unit_closure select ${idOf(2, communeOf('n', communes, teams))}, ${idOf(3, 'n')}, 'commune', 'hamlet', 1 from generate_series(1, ${teams}) n`,
    `insert into unit_closure select ${idOf(1, `((${communeOf('n', communes, teams)} - 1) / ${COMMUNES_PER_PROVINCE} + 1)`)}, ${idOf(3, 'n')}, 'province', 'hamlet', 2 from generate_series(1, ${teams}) n`,
    `insert into unit_closure_spans select c.*, '(,)' from unit_closure c on conflict do nothing`,
    `insert into teams (id, unit_id, status, validity, created_at) select ${idOf(4, 'n')}, ${idOf(3, 'n')}, 'active', '[2022-01-01,)', now() from generate_series(1, ${teams}) n`,
  ];
}

function people(teams: number): string[] {
  const count = teams * MEMBERS;
  return [
    `insert into people (id, full_name, created_at) select ${idOf(5, 'n')}, 'Người ' || n, now() from generate_series(1, ${count}) n`,
    // One in fifty has no number that works. Unassigned numbers.
    `insert into phones (id, person_id, e164, raw, is_primary, state, added_at)
     select ${idOf(6, 'n')}, ${idOf(5, 'n')}, '+8400' || lpad(n::text, 7, '0'), '', true, case when n % 50 = 0 then 'bounced' else 'ok' end, now() from generate_series(1, ${count}) n`,
    // One team in ten has lost a member in the last month.
    `insert into team_members (id, team_id, person_id, role, validity)
     select ${idOf(7, 'n')}, ${idOf(4, `((n - 1) / ${MEMBERS} + 1)`)}, ${idOf(5, 'n')}, case n % ${MEMBERS} when 1 then 'leader' when 2 then 'deputy' else 'member' end,
            case when n % ${MEMBERS * 10} = 0 then '[2022-01-01,2022-12-01)' else '[2022-01-01,)' end::daterange from generate_series(1, ${count}) n`,
  ];
}

function registers(communes: number, teams: number): string[] {
  return [
    `insert into registers (id, unit_id, metric, value, validity) select ${idOf(10, 'n')}, ${idOf(2, 'n')}, 'population', 5000 + n % 3000, '[2021-01-01,)' from generate_series(1, ${communes}) n`,
    `insert into registers (id, unit_id, metric, value, validity) select ${idOf(11, 'n')}, ${idOf(3, 'n')}, 'households', 100 + n % 80, '[2021-01-01,)' from generate_series(1, ${teams}) n`,
    `insert into ocop_products (id, unit_id, name, owner, listed_on, validity)
     select ${idOf(12, 'n')}, ${idOf(2, `(n % ${communes} + 1)`)}, 'Sản phẩm ' || n, 'HTX', case when n % 3 > 0 then date '2022-01-01' + (n % 340)::int end, '[2022-01-01,)' from generate_series(1, ${communes * 3}) n`,
    `insert into steering_committees (id, unit_id, validity) select ${idOf(13, 'n')}, ${idOf(2, 'n')}, '[2022-01-01,)' from generate_series(1, ${communes}) n`,
  ];
}

/** Four sessions per commune and year, attended by thirty of its people. */
function training(communes: number): string[] {
  return [
    'analyze',
    `insert into training_sessions (id, state, provider_id, trainer_id, commune_id, topic_code, title, audience, starts_at, ends_at, place, capacity, language, secret, proposed_by, proposed_at)
     select ${idOf(14, 'n')}, 'done', ${idOf(15, '1')}, ${idOf(5, 'n')}, ${idOf(2, '((n - 1) / 4 + 1)')}, 'public_services', 'Buổi', 'teams',
            timestamptz '2022-02-20 02:00Z' + (n - 1) % 4 * interval '92 days', timestamptz '2022-02-20 04:00Z' + (n - 1) % 4 * interval '92 days', 'Nhà văn hóa', 40, 'vi', decode(lpad('', 64, 'a'), 'hex'), ${idOf(5, '1')}, now()
       from generate_series(1, ${communes * 4}) n`,
    `insert into check_ins (id, session_id, person_id, full_name, team_id, method, at, received_at, state)
     select gen_random_uuid(), s.id, m.person_id, 'Người', m.team_id, 'scanned', s.starts_at, s.starts_at, 'counted'
       from training_sessions s join (
         select c.ancestor_id as commune_id, m.person_id, m.team_id, row_number() over (partition by c.ancestor_id order by m.id) as n
           from team_members m join teams t on t.id = m.team_id join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune') m on m.commune_id = s.commune_id and m.n <= 30`,
  ];
}

/** An entry per team and month with three lines; one team in eight is silent in a month, one entry in twenty waits for an answer. */
function work(teams: number): string[] {
  const communes = Math.max(2, Math.round((teams * COUNTRY.communes) / COUNTRY.teams));
  const isConfirmed = `(n + m) % 20 > 0`;
  const entry = `from generate_series(1, ${teams}) n cross join generate_series(0, 11) m`;
  return [
    `insert into progress_entries (id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at, actor_id, command_id, receipt)
     select ${idOf(16, '(m * 10000000 + n)::bigint')}, ${idOf(4, 'n')}, ${idOf(3, 'n')}, ${idOf(2, communeOf('n', communes, teams))}, 'quick', 'public_services',
            (date '2021-12-15' + m * interval '1 month')::date + (n * 7 + m) % 28, date '2021-12-15' + m * interval '1 month' + interval '20 days', ${idOf(5, `((n - 1) * ${MEMBERS} + 1)`)}, ${idOf(16, '(m * 10000000 + n)::bigint')}, m || '-' || n
       ${entry} where (n + m) % 8 > 0`,
    `insert into progress_lines (entry_id, position, indicator_code, value, confirmed_value, confirmed_by, confirmed_at, entry_decision_id)
     select ${idOf(16, '(m * 10000000 + n)::bigint')}, p, (${codes})[1 + (n * 5 + m * 3 + p * 7) % 21], 10 + (n + m + p) % 40,
            case when ${isConfirmed} then 8 + (n + m + p) % 40 end, case when ${isConfirmed} then ${idOf(5, '1')} end, case when ${isConfirmed} then timestamptz '2022-01-05' + m * interval '1 month' end, case when ${isConfirmed} then ${idOf(17, '1')} end
       ${entry} cross join generate_series(0, ${LINES - 1}) p where (n + m) % 8 > 0`,
  ];
}

/** Eleven months are accepted with what they count; a hundredth of each was late and went into the next. December is open. */
function reports(communes: number): string[] {
  const starts = `(date '2021-12-15' + m * interval '1 month')::date`;
  return [
    'analyze',
    `insert into reports (id, unit_id, unit_kind, kind, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, state, version, first_submitted_at, opened_at)
     select ${idOf(20, '(m * 100000 + n)::bigint')}, ${idOf(2, 'n')}, 'commune', 'monthly', (date '2022-01-01' + m * interval '1 month')::date, ${starts}, (${starts} + interval '1 month')::date - 1, (${starts} + interval '1 month')::date + 9, (${starts} + interval '1 month')::date + 9,
            ${idOf(1, `((n - 1) / ${COMMUNES_PER_PROVINCE} + 1)`)}, case when m < 11 then 'accepted' else 'draft' end, case when m < 11 then 1 else 0 end,
            case when m < 11 then ${starts} + interval '1 month' + (n % 12) * interval '1 day' end, now()
       from generate_series(1, ${communes}) n cross join generate_series(0, 11) m`,
    'analyze reports',
    `insert into report_facts (entry_id, position, report_id, month, is_late)
     select l.entry_id, p.position, r.id, r.month, l.is_late from (
       select x.*, (date_trunc('month', x.happened_on - 14) + case when x.is_late then interval '2 months' else interval '1 month' end)::date as month from (
         select id as entry_id, commune_id, happened_on, happened_on < '2022-10-15' and hashtext(receipt) % 100 = 0 as is_late from progress_entries where happened_on < '2022-11-15') x) l
       join reports r on r.unit_id = l.commune_id and r.month = l.month join progress_lines p on p.entry_id = l.entry_id where p.confirmed_value is not null`,
    // Confirmed after November was sent: late facts of December.
    `delete from report_facts f using progress_entries e where e.id = f.entry_id and e.happened_on between '2022-10-15' and '2022-11-14' and hashtext(e.receipt) % 100 = 1`,
  ];
}
