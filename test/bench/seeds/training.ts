/** A published session to which people of a seeded database are invited, its trainer, and their sign-ins. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { hashToken } from '#platform/auth';
import type { Seeded } from './people.ts';

export interface Invited {
  personId: string;
  teamId: string;
  token: string;
}
export interface SeededSession {
  sessionId: string;
  communeId: string;
  /** base64url */
  secret: string;
  trainerToken: string;
  invited: Invited[];
}

/** `startsIn`: minutes from now, below zero for one that has begun. */
export async function seedSession(
  url: string,
  { districtId }: Seeded,
  { people, capacity, startsIn }: { people: number; capacity: number; startsIn: number },
): Promise<SeededSession> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const one = async (sql: string, parameters: unknown[] = []): Promise<string> =>
    (await client.query<{ id: string }>(sql, parameters)).rows[0]?.id as string;
  try {
    const communeId = await one(`select id from units where kind = 'commune' order by id limit 1`);
    const providerId = await one(
      `insert into providers (id, name, kind) values (gen_random_uuid(), 'Viễn thông để đo', 'telecom') returning id`,
    );
    await client.query(
      `insert into provider_coverage (provider_id, unit_id, validity) values ($1, $2, '[2022-01-01,)')`,
      [providerId, districtId],
    );
    const trainerId = await one(
      `insert into people (id, full_name, created_at) values (gen_random_uuid(), 'Giảng viên để đo', now()) returning id`,
    );
    await client.query(
      `insert into posts (id, person_id, role, unit_id, provider_id, title, validity) values (gen_random_uuid(), $1, 'trainer', $2, $3, 'Giảng viên', '[2022-01-01,)')`,
      [trainerId, districtId, providerId],
    );
    const secret = randomBytes(32);
    const sessionId = await one(
      `insert into training_sessions (id, state, provider_id, trainer_id, commune_id, topic_code, title, audience, starts_at, ends_at, place, capacity, language, secret, proposed_by, proposed_at)
       values (gen_random_uuid(), 'published', $1, $2, $3, 'public_services', 'Buổi để đo', 'teams', now() + make_interval(mins => $4), now() + make_interval(mins => $4 + 120), 'Nhà văn hóa', $5, 'vi', $6, $2, now()) returning id`,
      [providerId, trainerId, communeId, startsIn, capacity, secret],
    );
    await client.query(
      `insert into session_invitations (session_id, person_id, team_id, invited_at) select $1, person_id, team_id, now() from team_members order by person_id limit $2`,
      [sessionId, people],
    );
    await client.query(
      'insert into session_teams (session_id, team_id, kept) select distinct session_id, team_id, 0 from session_invitations where session_id = $1',
      [sessionId],
    );
    const rows = await client.query<{ personId: string; teamId: string }>(
      `select person_id as "personId", team_id as "teamId" from session_invitations where session_id = $1 order by person_id`,
      [sessionId],
    );
    const invited = rows.rows.map((row) => ({ ...row, token: randomBytes(32).toString('base64url') }));
    const trainerToken = randomBytes(32).toString('base64url');
    await signIn(client, [...invited, { personId: trainerId, token: trainerToken }]);
    await client.query('vacuum analyze');
    return { sessionId, communeId, secret: secret.toString('base64url'), trainerToken, invited };
  } finally {
    await client.end();
  }
}

async function signIn(client: Client, people: readonly { personId: string; token: string }[]): Promise<void> {
  await client.query(
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
     select gen_random_uuid(), p, h, 'bench', now(), now(), now() + interval '90 days', 7776000 from unnest($1::uuid[], $2::bytea[]) as s(p, h)`,
    [people.map(({ personId }) => personId), people.map(({ token }) => hashToken(token))],
  );
}
