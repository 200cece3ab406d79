/**
 * What no screen enters yet: the office to ask, e-mail addresses of every fifth member, and the sessions of those who
 * have opened the mini-app before, so that the routes before sending differ from person to person.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { v7 } from 'uuid';
import type { Tree } from './load-units.ts';

/** Gives the number of people in the register. */
export async function loadContacts(app: NestFastifyApplication, tree: Tree): Promise<number> {
  const database = app.get(Database);
  const now = app.get(Clock).now();
  await database.rows(
    sql`insert into offices (id, unit_id, name, phone, email, validity)
      values (${v7()}, ${tree.districtId}, 'Phòng VH&TT Triệu Sơn', '0237 000 5678', 'vhtt@trieuson.example', '[2022-01-01,)')`,
  );
  const members = await database.rows<{ person_id: string }>(
    sql`select distinct person_id from team_members order by person_id`,
  );
  const ids = members.map((row) => row.person_id);
  const reachable = ids.filter((_, i) => i % 14 !== 5);
  const mailed = ids.filter((_, i) => i % 5 === 0);
  await database.rows(
    sql`insert into emails (id, person_id, address, is_primary, added_at) select *
      from unnest(${mailed.map(() => v7())}::uuid[], ${mailed}::uuid[],
        ${mailed.map((_, i) => `thanh-vien-${i + 1}@trieuson.example`)}::text[]) as n, (values (true, ${now}::timestamptz)) as v`,
  );
  await database.rows(
    sql`insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
     select * from unnest(${reachable.map(() => v7())}::uuid[], ${reachable}::uuid[],
       ${reachable.map(() => createHash('sha256').update(randomBytes(32)).digest())}::bytea[]) as n, (values ('Điện thoại',
         ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz + interval '90 days', 7776000)) as v`,
  );
  return (await database.one<{ n: number }>(sql`select count(*)::int as n from people`))?.n ?? 0;
}
