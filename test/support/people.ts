/** Builders of people, their posts, teams and sessions. Names are invented, phones are of the 051x range that nobody has. */
import { v7 } from 'uuid';
import type { Affiliation, OfficerRole, TeamRole } from '#contracts/enums';
import { hashToken, newToken } from '#platform/auth';
import { type Sql, sql } from '#platform/database';
import type { TestApp } from './app.ts';

let counter = 0;
const from2022 = '[2022-01-01,)';

export interface TestPerson {
  id: string;
  fullName: string;
  /** Of a session that is signed in. */
  token: string;
  /** Of the post or the membership that was asked for. */
  postId: string;
}

interface PersonOptions {
  fullName?: string;
  phone?: string | null;
  email?: string;
  signedIn?: boolean;
}

export async function buildPerson(
  app: TestApp,
  { fullName, phone, email, signedIn = true }: PersonOptions = {},
): Promise<TestPerson> {
  const id = v7();
  const n = counter++;
  const name = fullName ?? `Lê Văn ${['An', 'Bình', 'Cảnh', 'Dũng', 'Giang'][n % 5]} ${n}`;
  const now = app.clock.now();
  const { token } = newToken();
  const e164 = phone === null ? null : (phone ?? `+84512${String(100_000 + n).padStart(6, '0')}`);
  await app.database.rows(
    sql`with person as (insert into people (id, full_name, created_at) values (${id}, ${name}, ${now})),
      phone as (
        insert into phones (id, person_id, e164, raw, is_primary, added_at)
        select ${v7()}::uuid, ${id}::uuid, e164, e164, true, ${now}::timestamptz
          from (select ${e164}::text as e164) p where e164 is not null),
      email as (
        insert into emails (id, person_id, address, is_primary, added_at)
        select ${v7()}::uuid, ${id}::uuid, address, true, ${now}::timestamptz
          from (select ${email ?? null}::text as address) e where address is not null)
      ${sessionOf(id, token, now, signedIn)}`,
  );
  return { id, fullName: name, token: signedIn ? token : '', postId: '' };
}

const sessionOf = (personId: string, token: string, now: Date, signedIn = true): Sql => sql`
  insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
  select ${v7()}::uuid, ${personId}::uuid, ${hashToken(token)}, 'test', now, now, now + interval '90 days', 7776000
    from (select ${now}::timestamptz as now) t where ${signedIn}::boolean`;

/** A session of the person that ends in 90 days; gives its token. */
export async function signIn(app: TestApp, personId: string): Promise<string> {
  const { token } = newToken();
  await app.database.rows(sessionOf(personId, token, app.clock.now()));
  return token;
}

export async function buildOfficer(
  app: TestApp,
  {
    role,
    unitId,
    title = 'Cán bộ',
    affiliation = 'other',
    standIn = false,
    validity = from2022,
    ...person
  }: PersonOptions & {
    role: OfficerRole | 'trainer';
    unitId: string;
    title?: string;
    affiliation?: Affiliation;
    standIn?: boolean;
    validity?: string;
  },
): Promise<TestPerson> {
  const built = await buildPerson(app, person);
  const postId = v7();
  await app.database.rows(
    sql`insert into posts (id, person_id, role, unit_id, title, affiliation, stand_in, validity)
      values (${postId}, ${built.id}, ${role}, ${unitId}, ${title}, ${affiliation}, ${standIn}, ${validity})`,
  );
  return { ...built, postId };
}

/** A team for the unit, with its decision when active. */
export async function buildTeam(
  app: TestApp,
  {
    unitId,
    status = 'active',
    validity = from2022,
  }: { unitId: string; status?: 'draft' | 'active'; validity?: string },
): Promise<string> {
  const id = v7();
  const now = app.clock.now();
  await app.database.rows(
    sql`with team as (
        insert into teams (id, unit_id, status, validity, created_at) values (${id}, ${unitId}, ${status}, ${validity}, ${now}))
      insert into establishing_decisions (id, kind, number, signed_on, signer, team_id, recorded_at)
      select ${v7()}::uuid, 'establish', '42/QĐ-UBND', lower(${validity}::daterange), 'Chủ tịch UBND xã', ${id}::uuid, ${now}::timestamptz
       where ${status === 'active'}::boolean`,
  );
  return id;
}

export async function buildMember(
  app: TestApp,
  {
    teamId,
    role = 'member',
    position = null,
    affiliation = 'other',
    validity = from2022,
    personId,
    ...person
  }: PersonOptions & {
    teamId: string;
    role?: TeamRole;
    position?: string | null;
    affiliation?: Affiliation;
    validity?: string;
    personId?: string;
  },
): Promise<TestPerson> {
  const built = personId ? { id: personId, fullName: '', token: '', postId: '' } : await buildPerson(app, person);
  const postId = v7();
  await app.database.rows(
    sql`insert into team_members (id, team_id, person_id, role, position, affiliation, validity)
      values (${postId}, ${teamId}, ${built.id}, ${role}, ${position}, ${affiliation}, ${validity})`,
  );
  return { ...built, postId };
}

export interface BuiltTeam {
  teamId: string;
  leader: TestPerson;
  deputy: TestPerson;
  member: TestPerson;
}

/** An active team of three: a hamlet head who leads, a deputy of the Youth Union, a member. */
export async function buildWholeTeam(app: TestApp, unitId: string): Promise<BuiltTeam> {
  const teamId = await buildTeam(app, { unitId });
  const leader = await buildMember(app, {
    teamId,
    role: 'leader',
    position: 'Trưởng thôn',
    affiliation: 'hamlet_head',
  });
  const deputy = await buildMember(app, {
    teamId,
    role: 'deputy',
    position: 'Bí thư Chi đoàn',
    affiliation: 'youth_union',
  });
  const member = await buildMember(app, { teamId });
  return { teamId, leader, deputy, member };
}

/** A person joins the committee's supporters of a team. */
export async function buildSupporter(
  app: TestApp,
  teamId: string,
  personId: string,
  validity = from2022,
): Promise<void> {
  await app.database.rows(
    sql`insert into supporters (id, team_id, person_id, validity) values (${v7()}, ${teamId}, ${personId}, ${validity})`,
  );
}
