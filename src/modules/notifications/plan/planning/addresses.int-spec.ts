import { sql } from '#platform/database';
import { startApp, stopApps } from '../../../../../test/support/app.ts';

const NOW = '2022-06-21T02:00:00.000Z';
const at = (days: number): Date => new Date(Date.parse(NOW) + days * 86_400_000);
const CHANNELS = ['email', 'telegram', 'zalo-oa', 'zalo-bot', 'zalo-mini', 'zalo-zbs', 'web-push'];

afterAll(stopApps);

it('addresses of many are those that each of them has alone, whatever became of their accounts, numbers and browsers', async () => {
  const { database } = await startApp({ CLOCK: NOW });
  const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const ids = Array.from({ length: 64 }, (_, n) => idOf(n));
  await database.rows(
    sql`insert into people (id, full_name, language, login_email, anonymised_at, created_at)
      select id, 'Người', case when n % 3 = 0 then 'en' else 'vi' end, case when n % 5 = 0 then 'dang-nhap' || n || '@x.example' end,
             case when n % 31 = 7 then ${at(-1)}::timestamptz end, ${at(-90)}
        from unnest(${ids}::uuid[]) with ordinality as o(id, n)`,
  );
  const each = sql`unnest(${ids}::uuid[]) with ordinality as o(id, n) cross join generate_series(0, 2) as k`;
  await database.rows(
    sql`insert into emails (id, person_id, address, is_primary, state, added_at, replaced_at)
      select gen_random_uuid(), id, 'thu' || n || '-' || k || '@x.example', k = 0, (array['ok', 'unverified', 'bounced'])[1 + (n / 2 + k) % 3],
             ${at(-60)}::timestamptz - k * interval '1 day', case when k > 0 and n % 4 = k then ${at(-1)}::timestamptz - k * interval '1 day' end
        from ${each} where (n + k) % 3 < 2`,
  );
  await database.rows(
    sql`insert into phones (id, person_id, e164, raw, is_primary, state, added_at, replaced_at)
      select gen_random_uuid(), id, (array['+84', '+856'])[1 + (n % 9 / 8)::int] || '99' || lpad((n * 10 + k)::text, 7, '0'), 'như trong danh sách', k = 0,
             (array['ok', 'unverified'])[1 + (n % 6 / 5)::int], ${at(-60)}, case when k > 0 then ${at(-1)}::timestamptz - k * interval '1 day' end
        from ${each} where n % 4 <> 3`,
  );
  await database.rows(
    sql`insert into account_scopes (space, scope) select space, 's' from unnest('{telegram,zalo-oa,zalo-bot,zalo-app}'::text[]) space
      on conflict (space) do update set scope = 's'`,
  );
  await database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at, suspended_at, ended_at, doubted_at)
      select gen_random_uuid(), id, space, case when n % 13 = 0 then 'former' else 's' end, space || n || '-' || k, 'invite',
             ${at(-40)}::timestamptz + k * interval '1 day', case when n % 7 = k then ${at(-2)}::timestamptz end,
             case when n % 11 = k then ${at(-2)}::timestamptz end, case when n % 6 = k then ${at(-2)}::timestamptz - k * interval '1 day' end
        from ${each} cross join unnest('{telegram,zalo-oa,zalo-bot,zalo-app}'::text[]) space where (n + length(space)) % 3 >= k`,
  );
  await database.rows(
    sql`insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, ended_at)
      select md5(n || '-' || k)::uuid, id, decode(md5('t' || n || k), 'hex'), 'Trình duyệt', ${at(-9)}, ${at(-9)}, ${at(9)}::timestamptz - k * interval '6 days',
             case when n % 5 = 1 then ${at(-1)}::timestamptz end from ${each} where n % 2 = 0`,
  );
  await database.rows(
    sql`insert into push_subscriptions (id, person_id, session_id, endpoint_hash, address, created_at)
      select gen_random_uuid(), id, md5(n || '-' || k)::uuid, decode(md5('e' || n || k), 'hex'), 'push' || n || '-' || k,
             ${at(-9)}::timestamptz + k * interval '1 hour' from ${each} where n % 2 = 0`,
  );
  await database.rows(
    sql`insert into address_states (channel, address, gone_at, moved_to, changed_at)
      select channel, address, case when row_number() over (order by channel, address) % 3 = 0 then ${at(-1)}::timestamptz end,
             case when row_number() over (order by channel, address) % 3 = 1 then 'moved-' || address end, ${at(-1)}
        from (select distinct channel, address from addresses_at(${at(0)}) where address is not null and person_id = any(${ids.slice(20)}::uuid[])) a`,
  );
  const alone = await database.rows<{ channel: string }>(
    sql`select * from addresses_at(${at(0)}) where address is not null and person_id = any(${ids}::uuid[]) order by 1, 2`,
  );
  expect(new Set(alone.map(({ channel }) => channel))).toEqual(new Set(CHANNELS));
  const together = sql`select * from addresses_of(${ids}::uuid[], ${CHANNELS}::text[], ${at(0)}) order by 1, 2`;
  expect(await database.rows(together)).toEqual(alone);
  for (const channel of CHANNELS)
    expect(
      await database.rows(sql`select * from addresses_of(${ids}::uuid[], ${[channel]}::text[], ${at(0)}) order by 1`),
    ).toEqual(alone.filter((one) => one.channel === channel));
});
