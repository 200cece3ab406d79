/** Four communes of a hundred teams with their officers and a trainer, all signed in, by SQL. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { hashToken } from '#platform/auth';
import { seedTeams } from '../seeds/people.ts';

export interface Person {
  id: string;
  token: string;
}
export interface Commune {
  id: string;
  officer: Person;
  focal: Person;
  teamIds: string[];
  directiveId: string;
}
export interface SoakWorld {
  communes: Commune[];
  leaders: Person[];
  trainer: Person;
  districtId: string;
  district: Person;
}

async function signIn(client: Client, id: string, at: Date): Promise<Person> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
     values (gen_random_uuid(), $1, $2, 'soak', $3, $3, $3::timestamptz + interval '90 days', 7776000)`,
    [id, hashToken(token), at],
  );
  return { id, token };
}

async function officer(client: Client, role: string, unitId: string, at: Date, providerId?: string): Promise<Person> {
  const id = v7();
  await client.query('insert into people (id, full_name, created_at) values ($1, $2, $3)', [id, `Cán bộ ${role}`, at]);
  await client.query(
    `insert into posts (id, person_id, role, unit_id, title, provider_id, validity) values ($1, $2, $3, $4, 'Cán bộ', $5, '[2022-01-01,)')`,
    [v7(), id, role, unitId, providerId ?? null],
  );
  return signIn(client, id, at);
}

async function commune(client: Client, id: string, at: Date): Promise<Commune> {
  const directiveId = v7();
  await client.query(
    `insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity)
     values ($1, $2, 'plan', '31/KH-UBND', '2022-04-15', 'UBND xã', 'Kế hoạch chuyển đổi số', '[2022-04-15,)')`,
    [directiveId, id],
  );
  const teams = await client.query<{ id: string }>(
    `select t.id from teams t join unit_closure c on c.descendant_id = t.unit_id where c.ancestor_id = $1 order by 1`,
    [id],
  );
  return {
    id,
    officer: await officer(client, 'committee_member', id, at),
    focal: await officer(client, 'focal_officer', id, at),
    teamIds: teams.rows.map((row) => row.id),
    directiveId,
  };
}

export async function buildSoakWorld(url: string, people: number, at: Date): Promise<SoakWorld> {
  const { districtId, officerId } = await seedTeams(url, people);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const units = await client.query<{ id: string }>(`select id from units where kind = 'commune' order by 1`);
    const communes: Commune[] = [];
    for (const { id } of units.rows) communes.push(await commune(client, id, at));
    const providerId = v7();
    await client.query(`insert into providers (id, name, kind) values ($1, 'Viễn thông', 'telecom')`, [providerId]);
    await client.query(
      `insert into provider_coverage (provider_id, unit_id, validity) values ($1, $2, '[2022-01-01,)')`,
      [providerId, districtId],
    );
    const found = await client.query<{ id: string }>(
      `select person_id as id from team_members where role = 'leader' order by 1`,
    );
    const leaders: Person[] = [];
    for (const { id } of found.rows) leaders.push(await signIn(client, id, at));
    const trainer = await officer(client, 'trainer', districtId, at, providerId);
    const district = await signIn(client, officerId, at);
    await client.query('vacuum analyze');
    return { communes, leaders, trainer, districtId, district };
  } finally {
    await client.end();
  }
}
