/** The history behind two real roles: one owns and migrates, the application works as the other (docs/database-roles.md). */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { v7 } from 'uuid';
import { z } from 'zod';
import { Database, migrate, type Sql, sql } from '#platform/database';
import { defineEvent, Outbox, Relay } from '#platform/outbox';
import { EraseOld } from '#platform/retention';
import { TrailModule } from '#platform/trail';
import { withClient } from '../../../libs/embedded-postgres/databases.ts';
import { dropDatabases, emptyDatabase } from '../../../test/support/database.ts';
import { startPlatform, until } from '../../../test/support/platform.ts';

const doorOpened = defineEvent('door.opened', z.object({ door: z.string() }), { auditOnly: true });
const DENIED = '42501';
const YEARS_AGO = new Date('2019-05-04T02:00:00Z');

const suffix = randomBytes(4).toString('hex');
const [owner, worker] = [`owner_${suffix}`, `app_${suffix}`];
let above: string;
let app: INestApplicationContext;

const as = (role: string): string => {
  const url = new URL(above);
  url.username = role;
  url.password = suffix;
  return url.toString();
};
const database = () => app.get(Database);
const denied = (statement: Sql) =>
  expect(database().rows(statement)).rejects.toMatchObject({ driverError: { code: DENIED } });

beforeAll(async () => {
  above = await emptyDatabase();
  const name = new URL(above).pathname.slice(1);
  await withClient(above, async (client) => {
    for (const role of [owner, worker]) await client.query(`create role ${role} login password '${suffix}'`);
    await client.query(`alter database ${name} owner to ${owner}`);
  });
  await migrate(as(owner));
  await withClient(as(owner), (client) =>
    client.query(readFileSync('docs/database-roles.sql', 'utf8').replaceAll('to_so_app', worker)),
  );
  app = await startPlatform({ databaseUrl: as(worker), modules: [TrailModule] });
});

afterAll(async () => {
  await app.close();
  await withClient(above, async (client) => {
    for (const role of [owner, worker]) await client.query(`drop owned by ${role} cascade`);
  });
  const server = new URL(above);
  server.pathname = '/postgres';
  await dropDatabases();
  await withClient(server.toString(), async (client) => {
    for (const role of [owner, worker]) await client.query(`drop role ${role}`);
  });
});

it('lets the application add to the trail and publish it', async () => {
  const id = await database().tx((tx) => app.get(Outbox).append(tx, doorOpened({ door: 'north' })));
  // The application's own relay may be at it already.
  await until(async () => {
    await app.get(Relay).run();
    return (await database().rows(sql`select 1 from outbox where id = ${id} and published_at is not null`)).length > 0;
  });
});

it('lets it neither change, take away, empty nor free the history', async () => {
  await denied(sql`update outbox set payload = '{}'`);
  await denied(sql`delete from outbox`);
  await denied(sql`truncate outbox cascade`);
  await denied(sql`alter table outbox disable trigger outbox_stays`);
  await denied(sql`drop trigger outbox_is_kept on outbox`);
  await denied(sql`update access_acts set what = ''`);
  await denied(sql`delete from access_acts`);
  await denied(sql`delete from access_log`);
  await denied(sql`update access_log set subject_id = null`);
  await denied(sql`create or replace function refuse_change_of_history() returns trigger language sql as ''`);
});

it('lets what has been kept for its time go, by the functions that work as the owner', async () => {
  const [old, young] = [v7(), v7()];
  await withClient(as(owner), async (client) => {
    for (const [id, at] of [
      [old, YEARS_AGO],
      [young, new Date()],
    ]) {
      await client.query(
        `insert into outbox (id, name, payload, occurred_at, published_at) values ($1, 'door.opened', '{}', $2, $2)`,
        [id, at],
      );
      await client.query(
        `insert into access_acts (id, at, kind, what, person_id) values ($1, $2, 'look', 'phone.read', $1)`,
        [id, at],
      );
      await client.query(
        `insert into access_log (id, at, person_id, what, act_id) values ($1, $2, $1, 'phone.read', $1)`,
        [id, at],
      );
    }
  });
  // Looks are membership's to forget; an act stays while a look of it does.
  await database().rows(sql`select forget_old_looks(${new Date()}, 100)`);
  await app.get(EraseOld, { strict: false }).run();
  const left = (table: Sql) =>
    database().rows<{ id: string }>(sql`select id from ${table} where id in (${old}, ${young})`);
  for (const table of [sql`outbox`, sql`access_acts`, sql`access_log`])
    expect(await left(table)).toEqual([{ id: young }]);
});
