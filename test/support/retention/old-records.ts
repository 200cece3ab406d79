/** One record of each kind that goes by time, of a person and a unit, as old as a suite wants it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { v7 } from 'uuid';
import type { KeptName } from '#contracts/privacy/kept-records';
import { execute, sql } from '#platform/database';
import { fileIn, FileStore, filesFolder } from '#platform/files';
import type { TestApp } from '../app.ts';
import { byId, bytes, type Kinds, type Made } from './old-kinds.ts';
import { oldPeople } from './old-people.ts';

const later = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);
const message = ({ key, unitId, personId, at }: Made, params = '{"a":1}') =>
  sql`insert into messages (id, kind, params, issuer_unit_id, sender_id, repeatable, to_members, hold_until, expires_at, created_at, planned_at)
    values (${key}, 'taskConfirmed', ${params}, ${unitId}, ${personId}, true, false, ${at}, ${at}, ${at}, ${at})`;
const fresh = (of: Made): Made => ({ ...of, at: new Date() });
const trail: Kinds = {
  events: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into outbox (id, name, payload, occurred_at, published_at, actor_id, place_id)
        values (${key}, 'rule.set', '{}', ${at}, ${at}, ${personId}, ${unitId})`,
    ],
    left: byId(sql`outbox`),
  },
  looks: {
    make: ({ key, personId, at }) => [
      sql`insert into access_log (id, at, person_id, what, subject_id) values (${key}, ${at}, ${randomUUID()}, 'phone.read', ${personId})`,
    ],
    left: byId(sql`access_log`),
  },
  acts: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into access_acts (id, at, kind, what, person_id, unit_id) values (${key}, ${at}, 'look', 'phone.read', ${personId}, ${unitId})`,
    ],
    left: byId(sql`access_acts`),
  },
  erasures: {
    make: ({ key, at }) => [
      sql`insert into retention_runs (on_day, record, at, before, gone) values (${at}, ${key}, ${at}, ${at}, 1)`,
    ],
    left: (key) => sql`select 1 from retention_runs where record = ${key}`,
    ofNobody: true,
  },
};

const told: Kinds = {
  inbox: {
    make: (of) => [
      message(fresh(of)),
      sql`insert into notifications (person_id, message_id, mandatory, created_at) values (${of.personId}, ${of.key}, false, ${of.at})`,
    ],
    left: (key) => sql`select 1 from notifications where message_id = ${key}`,
  },
  messages: { make: (of) => [message(of)], left: byId(sql`messages`) },
  officeMails: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into office_mails (id, occasion, unit_id, address, state, due_at, made_at, invite_id, person_id, made_by)
        values (${key}, 'invite', ${unitId}, 'a@b.example', 'sent', ${at}, ${at}, ${randomUUID()}, ${personId}, ${personId})`,
    ],
    left: byId(sql`office_mails`),
  },
  deliveries: {
    make: (of) => [
      message(fresh(of)),
      sql`insert into delivery_chunks (message_id, channel, state, due_at, size, sent, done_at, addresses)
        values (${of.key}, 'email', 'done', ${of.at}, 1, 1, ${of.at}, 'a@b.example')`,
      sql`insert into delivery_rows (message_id, person_id, chunk_id, changed_at, position, channel, state, language)
        select message_id, ${of.personId}, id, done_at, 0, 'email', 'sent', 'vi' from delivery_chunks where message_id = ${of.key}`,
    ],
    left: (key) => sql`select 1 from delivery_rows where message_id = ${key}`,
  },
  pushes: {
    make: ({ key, personId, at }) => [
      sql`insert into push_subscriptions (id, person_id, session_id, endpoint_hash, address, created_at)
        values (${key}, ${personId}, ${randomUUID()}, ${bytes()}, 'https://push.example', ${at})`,
    ],
    left: byId(sql`push_subscriptions`),
  },
  webhooks: {
    make: ({ key, at }) => [
      sql`insert into webhook_events (id, channel, kind, received_at, due_at, done_at) values (${key}, 'telegram', 'text', ${at}, ${at}, ${at})`,
    ],
    left: byId(sql`webhook_events`),
    ofNobody: true,
  },
  chatWords: {
    make: ({ key, personId, at }) => [
      sql`insert into chat_said (channel, address, person_id, entries, said_at) values ('telegram', ${key}, ${personId}, '[]', ${at})`,
    ],
    left: (key) => sql`select 1 from chat_said where address = ${key}`,
  },
  chatHints: {
    make: ({ key, at }) => [
      sql`insert into chat_hints (channel, address, hinted_at, hinted_by) values ('telegram', ${key}, ${at}, ${randomUUID()})`,
    ],
    left: (key) => sql`select 1 from chat_hints where address = ${key}`,
    ofNobody: true,
  },
  chatQuestions: {
    make: ({ key, at }) => [
      sql`insert into chat_questions (channel, address, id, content, expires_at) values ('telegram', ${key}, ${randomUUID()}, '{}', ${at})`,
    ],
    left: (key) => sql`select 1 from chat_questions where address = ${key}`,
  },
  consents: {
    make: ({ key, personId, at }) => [
      sql`insert into oa_consents (state_hash, asked_by, expires_at) values (${Buffer.from(key)}, ${personId}, ${at})`,
    ],
    left: (key) => sql`select 1 from oa_consents where state_hash = ${Buffer.from(key)}`,
  },
};

const anEntry = ({ key, personId, unitId, at }: Made) =>
  sql`insert into progress_entries (id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at, actor_id, command_id, receipt)
    values (${key}, ${randomUUID()}, ${unitId}, ${unitId}, 'quick', 'public_services', ${at}, ${at}, ${personId}, ${key}, ${key})`;

const work: Kinds = {
  drafts: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into assignment_drafts (id, unit_id, title, content, saved_by, saved_at) values (${key}, ${unitId}, 'Việc', '{}', ${personId}, ${at})`,
    ],
    left: byId(sql`assignment_drafts`),
  },
  followUps: {
    make: (of) => [
      anEntry(of),
      sql`insert into follow_ups (id, entry_id, person_id, ask_on) values (${of.key}, ${of.key}, ${of.personId}, ${of.at}::timestamptz::date)`,
    ],
    left: byId(sql`follow_ups`),
  },
  photos: {
    make: (of) => [
      anEntry(of),
      sql`insert into photos (id, entry_id, position, content_hash, width, height, bytes, taken_by, announced_at, stored_at)
        values (${of.key}, ${of.key}, 0, ${of.key}, 1, 1, 1, ${of.personId}, ${of.at}, ${of.at})`,
    ],
    left: byId(sql`photos`, sql`content_hash is not null`),
  },
  sheetPhotos: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into training_sessions (id, state, provider_id, trainer_id, commune_id, topic_code, title, audience, starts_at, ends_at, place, capacity, language, secret, proposed_by, proposed_at)
        values (${key}, 'cancelled', ${randomUUID()}, ${personId}, ${unitId}, 'public_services', 'Buổi', 'teams', ${at}, ${later(at, 1)}, 'Nhà văn hóa', 9, 'vi', ${bytes()}, ${personId}, ${at})`,
      sql`insert into sheet_photos (id, session_id, file, added_by, added_at) values (${key}, ${key}, ${key}, ${personId}, ${at})`,
    ],
    left: byId(sql`sheet_photos`),
  },
  lists: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into list_jobs (id, unit_id, asked_by, on_day, asked_at) values (${key}, ${unitId}, ${personId}, ${at}, ${at})`,
    ],
    left: byId(sql`list_jobs`),
  },
  stagedRosters: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into roster_imports (id, unit_id, file_name, file_hash, status, workbook, uploaded_by, uploaded_at, expires_at)
        values (${key}, ${unitId}, 'to.xlsx', ${key}, 'staged', '{}', ${personId}, ${at}, ${later(at, 7)})`,
    ],
    left: byId(sql`roster_imports`),
  },
  rosterFiles: {
    make: ({ key, personId, unitId, at }) => [
      sql`insert into roster_imports (id, unit_id, file_name, file_hash, status, workbook, result, uploaded_by, uploaded_at, expires_at)
        values (${key}, ${unitId}, 'to.xlsx', ${key}, 'confirmed', '{}', '{}', ${personId}, ${at}, ${later(at, 7)})`,
    ],
    left: byId(sql`roster_imports`, sql`workbook is not null`),
  },
};

/** All but files, which lie in a folder. */
export const oldRecords: Kinds = {
  ...trail,
  ...told,
  ...work,
  ...oldPeople,
};

/** A record of a fresh person, who had a post in the unit until then. */
export async function makeOld(app: TestApp, name: KeptName, unitId: string, at: Date): Promise<Made> {
  const made: Made = { key: v7(), personId: v7(), unitId, at };
  const kind = oldRecords[name];
  if (!kind) return { ...made, key: await makeFile(app, at) };
  const since = new Date(at.getTime() - 86_400_000);
  await app.database.tx(async (tx) => {
    // What a record hangs on is another suite's matter.
    await execute(tx, sql`set local session_replication_role = replica`);
    await execute(tx, sql`insert into people (id, full_name, created_at) values (${made.personId}, 'Người', ${since})`);
    await execute(
      tx,
      sql`insert into posts (id, person_id, role, unit_id, title, validity)
        values (${v7()}, ${made.personId}, 'committee_member', ${unitId}, '', daterange('2010-01-01', ${at}::timestamptz::date))`,
    );
    for (const statement of kind.make(made)) await execute(tx, statement);
  });
  return made;
}

export async function isLeft(app: TestApp, name: KeptName, key: string): Promise<boolean> {
  const kind = oldRecords[name];
  if (!kind) return (await app.get(FileStore).get(key)) !== undefined;
  return (await app.database.rows(kind.left(key))).length > 0;
}

async function makeFile(app: TestApp, at: Date): Promise<string> {
  const hash = await app.get(FileStore).put(randomBytes(64));
  await utimes(fileIn(filesFolder(app.dataDir), `${hash}.jpg`), at, at);
  return hash;
}
