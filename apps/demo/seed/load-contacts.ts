/**
 * What no screen enters yet: the office to ask, e-mail addresses of every fifth member, and the sessions of those who
 * have opened the mini-app before, so that the routes before sending differ from person to person.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { v7 } from 'uuid';
import type { Tree } from './load-units.ts';

/** Gives the number of people in the register. */
export async function loadContacts(app: NestFastifyApplication, tree: Tree): Promise<number> {
  const database = app.get(Database);
  const now = app.get(Clock).now();
  await database.rows(
    `insert into offices (id, unit_id, name, phone, email, validity) values ($1, $2, 'Phòng VH&TT Triệu Sơn', '0237 000 5678', 'vhtt@trieuson.example', '[2022-01-01,)')`,
    [v7(), tree.districtId],
  );
  const members = await database.rows<{ person_id: string }>(
    `select distinct person_id from team_members order by person_id`,
  );
  const ids = members.map((row) => row.person_id);
  const reachable = ids.filter((_, i) => i % 14 !== 5);
  const mailed = ids.filter((_, i) => i % 5 === 0);
  await database.rows(
    `insert into emails (id, person_id, address, is_primary, added_at) select * from unnest($1::uuid[], $2::uuid[], $3::text[]) as n, (values (true, $4::timestamptz)) as v`,
    [mailed.map(() => v7()), mailed, mailed.map((_, i) => `thanh-vien-${i + 1}@trieuson.example`), now],
  );
  await database.rows(
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
     select * from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as n, (values ('Điện thoại', $4::timestamptz, $4::timestamptz, $4::timestamptz + interval '90 days', 7776000)) as v`,
    [
      reachable.map(() => v7()),
      reachable,
      reachable.map(() => createHash('sha256').update(randomBytes(32)).digest()),
      now,
    ],
  );
  return (await database.one<{ n: number }>('select count(*)::int as n from people'))?.n ?? 0;
}
