/** Records of people that go by time: how they came in, accounts, and what is left of whoever has gone. */
import { sql } from '#platform/database';
import { byId, bytes, type Kinds } from './old-kinds.ts';

const access: Kinds = {
  sessions: {
    make: ({ key, personId, at }) => [
      sql`insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at) values (${key}, ${personId}, ${bytes()}, 'Máy', ${at}, ${at}, ${at})`,
    ],
    left: byId(sql`sessions`),
  },
  invites: {
    make: ({ key, personId, at }) => [
      sql`insert into invites (id, code_hash, person_id, kind, created_at, expires_at) values (${key}, ${bytes()}, ${personId}, 'member', ${at}, ${at})`,
    ],
    left: byId(sql`invites`),
  },
  helpCalls: {
    make: ({ key, personId, at }) => [
      sql`insert into access_requests (id, person_id, asked_at, closed_at) values (${key}, ${personId}, ${at}, ${at})`,
    ],
    left: byId(sql`access_requests`),
  },
  busyWords: {
    make: ({ key, at }) => [
      sql`insert into busy_words (person_id, reason, until_on, said_at) values (${key}, 'away', ${at}::timestamptz::date, ${at})`,
    ],
    left: (key) => sql`select 1 from busy_words where person_id = ${key}`,
  },
  devices: {
    make: ({ key, personId, at }) => [
      sql`insert into known_devices (key_hash, person_id, made_at, used_at) values (${Buffer.from(key)}, ${personId}, ${at}, ${at})`,
    ],
    left: (key) => sql`select 1 from known_devices where key_hash = ${Buffer.from(key)}`,
  },
  begunFactors: {
    make: ({ key, personId, at }) => [
      sql`insert into second_factors (id, person_id, sealed, made_at) values (${key}, ${personId}, ${bytes()}, ${at})`,
    ],
    left: byId(sql`second_factors`),
  },
  loginTries: {
    make: ({ key, at }) => [sql`insert into login_attempts (id, login_hash, at) values (${key}, ${bytes()}, ${at})`],
    left: byId(sql`login_attempts`),
  },
  commands: {
    make: ({ key, personId, at }) => [
      sql`insert into command_answers (person_id, command_id, route, body_hash, started_at) values (${personId}, ${key}, '', '', ${at})`,
    ],
    left: (key) => sql`select 1 from command_answers where command_id = ${key}`,
  },
  heldActs: {
    make: ({ key, personId, at }) => [
      sql`insert into held_acts (id, kind, person_id, until, before) values (${key}, 'x', ${personId}, ${at}, '{}')`,
    ],
    left: byId(sql`held_acts`),
  },
};

const accounts: Kinds = {
  endedAccounts: {
    make: ({ key, personId, at }) => [
      sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at, ended_at) values (${key}, ${personId}, 'telegram', '1', ${key}, 'code', ${at}, ${at})`,
    ],
    left: byId(sql`linked_accounts`),
  },
  accountJoins: {
    make: ({ key, at }) => [
      sql`insert into account_joins (from_space, from_scope, from_id, to_space, to_scope, to_id, seen_at) values ('zalo-oa', '1', ${key}, 'zalo-app', '1', ${key}, ${at})`,
    ],
    left: (key) => sql`select 1 from account_joins where from_id = ${key}`,
  },
  linkTickets: {
    make: ({ key, at }) => [
      sql`insert into link_tickets (id, token_hash, space, scope, external_id, display_name, created_at, expires_at) values (${key}, ${bytes()}, 'telegram', '1', ${key}, '', ${at}, ${at})`,
    ],
    left: byId(sql`link_tickets`),
  },
  linkCodes: {
    make: ({ key, personId, at }) => [
      sql`insert into link_codes (id, code_hash, person_id, created_at, expires_at) values (${key}, ${bytes()}, ${personId}, ${at}, ${at})`,
    ],
    left: byId(sql`link_codes`),
  },
  linkRequests: {
    make: ({ key, at }) => [
      sql`insert into link_requests (id, space, scope, external_id, display_name, reason, asked_at, decided_at) values (${key}, 'telegram', '1', ${key}, '', 'nobody', ${at}, ${at})`,
    ],
    left: byId(sql`link_requests`),
  },
  strangers: {
    make: ({ key, at }) => [
      sql`insert into link_requests (id, space, scope, external_id, display_name, reason, asked_at) values (${key}, 'telegram', '1', ${key}, '', 'nobody', ${at})`,
    ],
    left: byId(sql`link_requests`),
  },
  agencyStrangers: {
    make: ({ key, at }) => [
      sql`insert into agency_accounts (id, issuer, subject, said_name, said_email, asked_at) values (${key}, 'https://id.example', ${key}, '', '', ${at})`,
    ],
    left: byId(sql`agency_accounts`),
  },
  usedProofs: {
    make: ({ key, at }) => [sql`insert into used_proofs (key, expires_at) values (${key}, ${at})`],
    left: (key) => sql`select 1 from used_proofs where key = ${key}`,
  },
  refusedProofs: {
    make: ({ key, at }) => [
      sql`insert into refused_proofs (day, door, reason, refused) values (${at}, 'telegram', ${key}, 1)`,
    ],
    left: (key) => sql`select 1 from refused_proofs where reason = ${key}`,
  },
};

/** Of whoever left on the day, as all of them did. */
const leavers: Kinds = {
  leaverPhones: {
    make: (of) => [
      sql`insert into phones (id, person_id, e164, raw, is_primary, added_at) values (${of.key}, ${of.personId}, '+84512777001', '', true, ${of.at})`,
    ],
    left: byId(sql`phones`),
  },
  leaverMails: {
    make: (of) => [
      sql`insert into emails (id, person_id, address, is_primary, added_at) values (${of.key}, ${of.personId}, 'a@b.example', true, ${of.at})`,
    ],
    left: byId(sql`emails`),
  },
  leaverAccounts: {
    make: (of) => [
      sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at) values (${of.key}, ${of.personId}, 'telegram', '1', ${of.key}, 'code', ${of.at})`,
    ],
    left: byId(sql`linked_accounts`),
  },
  leaverLogins: {
    make: (of) => [sql`update people set login_email = ${`${of.key}@b.example`} where id = ${of.personId}`],
    left: (key) => sql`select 1 from people where login_email = ${`${key}@b.example`}`,
  },
  leaverFaces: {
    make: (of) => [
      sql`insert into card_photos (person_id, content_hash, at) values (${of.personId}, ${of.key}, ${of.at})`,
    ],
    left: (key) => sql`select 1 from card_photos where content_hash = ${key}`,
  },
  leaverSkills: {
    make: (of) => [
      sql`insert into member_skills (person_id, skills, by_self, said_at) values (${of.personId}, ${[of.key]}::text[], true, ${of.at})`,
    ],
    left: (key) => sql`select 1 from member_skills where skills = ${[key]}::text[]`,
  },
};

export const oldPeople: Kinds = { ...access, ...accounts, ...leavers };
