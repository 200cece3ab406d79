/** People, teams and units in numbers, by SQL: ids rise with time as the application makes them. */
import { Client } from 'pg';

export interface Seeded {
  districtId: string;
  officerId: string;
  directiveId: string;
  teamIds: string[];
}

/** A UUID (version 7 in form) that sorts by its number; `area` keeps kinds apart. */
const idOf = (area: number, n: string): string =>
  `(lpad(to_hex(${n}), 8, '0') || '-' || lpad(to_hex(${area}), 4, '0') || '-7000-8000-000000000000')::uuid`;

const PEOPLE_PER_TEAM = 5;

/** `people` people in teams of five, one team per hamlet, a hundred hamlets per commune unless told otherwise, one district; everybody has an address. */
export async function seedTeams(url: string, people: number, teamsPerCommune = 100): Promise<Seeded> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const teams = Math.ceil(people / PEOPLE_PER_TEAM);
  const communes = Math.ceil(teams / teamsPerCommune);
  const run = (sql: string) => client.query(sql);
  try {
    await run('begin');
    await run(
      `insert into units (id, kind, validity) values (${idOf(1, '1')}, 'province', '[2022-01-01,)'), (${idOf(1, '2')}, 'district', '[2022-01-01,)')`,
    );
    await run(
      `insert into units (id, kind, validity) select ${idOf(2, 'n')}, 'commune', '[2022-01-01,)' from generate_series(1, ${communes}) n`,
    );
    await run(
      `insert into units (id, kind, validity) select ${idOf(3, 'n')}, 'hamlet', '[2022-01-01,)' from generate_series(1, ${teams}) n`,
    );
    const version = (area: number, type: string, parent: string, count: number, from = 1) =>
      `insert into unit_versions (id, unit_id, name, type, parent_id, validity) select ${idOf(area + 100, 'n')}, ${idOf(area, 'n')}, '${type} ' || n, '${type}', ${parent}, '[2022-01-01,)' from generate_series(${from}, ${count}) n`;
    await run(version(1, 'tỉnh', 'null::uuid', 1));
    await run(version(1, 'huyện', idOf(1, '1'), 2, 2));
    await run(version(2, 'xã', idOf(1, '2'), communes));
    await run(version(3, 'thôn', idOf(2, `((n - 1) / ${teamsPerCommune} + 1)`), teams));
    await run(`insert into unit_closure select id, id, kind, kind, 0 from units`);
    await run(`insert into unit_closure select ${idOf(1, '1')}, ${idOf(1, '2')}, 'province', 'district', 1`);
    await run(
      `insert into unit_closure select a.id, c.id, a.kind, 'commune', case a.kind when 'district' then 1 else 2 end from units c, units a where c.kind = 'commune' and a.kind in ('province', 'district')`,
    );
    await run(
      `insert into unit_closure select ${idOf(2, `((n - 1) / ${teamsPerCommune} + 1)`)}, ${idOf(3, 'n')}, 'commune', 'hamlet', 1 from generate_series(1, ${teams}) n`,
    );
    await run(
      `insert into unit_closure select a.id, ${idOf(3, 'n')}, a.kind, 'hamlet', case a.kind when 'district' then 2 else 3 end from generate_series(1, ${teams}) n, units a where a.kind in ('province', 'district')`,
    );
    await run(`insert into unit_closure_spans select c.*, '(,)' from unit_closure c on conflict do nothing`);
    await run(
      `insert into teams (id, unit_id, status, validity, created_at) select ${idOf(4, 'n')}, ${idOf(3, 'n')}, 'active', '[2022-01-01,)', now() from generate_series(1, ${teams}) n`,
    );
    await run(
      `insert into people (id, full_name, created_at) select ${idOf(5, 'n')}, 'Người ' || n, now() from generate_series(1, ${people + 1}) n`,
    );
    await run(
      `insert into emails (id, person_id, address, is_primary, added_at) select ${idOf(6, 'n')}, ${idOf(5, 'n')}, 'p' || n || '@bench.example', true, now() from generate_series(1, ${people}) n`,
    );
    await run(
      `insert into team_members (id, team_id, person_id, role, validity)
       select ${idOf(7, 'n')}, ${idOf(4, `((n - 1) / ${PEOPLE_PER_TEAM} + 1)`)}, ${idOf(5, 'n')}, case n % ${PEOPLE_PER_TEAM} when 1 then 'leader' when 2 then 'deputy' else 'member' end, '[2022-01-01,)'
         from generate_series(1, ${people}) n`,
    );
    const officer = `${idOf(5, String(people + 1))}`;
    await run(
      `insert into posts (id, person_id, role, unit_id, title, validity) values (${idOf(8, '1')}, ${officer}, 'district_officer', ${idOf(1, '2')}, 'Chuyên viên', '[2022-01-01,)')`,
    );
    await run(
      `insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity) values (${idOf(9, '1')}, ${idOf(1, '2')}, 'official_letter', '577/STTTT-CNTT', '2022-03-28', 'Sở', 'Về việc', '[2022-03-28,)')`,
    );
    await run('commit');
    await run('vacuum analyze');
    const one = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id as string;
    return {
      districtId: await one(`select ${idOf(1, '2')} as id`),
      officerId: await one(`select ${officer} as id`),
      directiveId: await one(`select ${idOf(9, '1')} as id`),
      teamIds: (await client.query<{ id: string }>('select id from teams order by id')).rows.map(({ id }) => id),
    };
  } finally {
    await client.end();
  }
}

/** Telegram for half of those of `seedTeams`, Zalo's bot for two fifths; each account is named as their e-mail address is. */
export async function seedAccounts(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into account_scopes (space, scope) values ('telegram', 'bench'), ('zalo-bot', 'bench')
         on conflict (space) do update set scope = excluded.scope`,
    );
    await client.query(
      `insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
       select gen_random_uuid(), e.person_id, s.space, 'bench', e.address, 'invite', now()
         from emails e join (values ('telegram', 0, 5), ('zalo-bot', 4, 8)) as s(space, low, high)
           on right(split_part(e.address, '@', 1), 1)::int between s.low and s.high - 1`,
    );
    await client.query('vacuum analyze linked_accounts');
  } finally {
    await client.end();
  }
}
