/**
 * What an operator does once, by hand, at the platforms: give the Official Account's consent, paste the webhook's address
 * into its console. The bots' webhooks the server registers by itself. Addresses of the five phones' owners as the seed
 * would have them, each reachable one way.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { PushEmulator } from '../../../test/emulators/push.ts';
import type { ApiClient } from '../api-client.ts';
import type { Peers } from './peers.ts';
import { BROWSER, type Cast, MAILBOX, SECOND_MAILBOX, type TeamMember } from './start-phones.ts';

const titles: Record<string, string> = { leader: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên' };

/** The five of Thôn 1, xã Minh Sơn: leader, deputy, three members. */
export async function castOf(app: NestFastifyApplication): Promise<Cast> {
  const rows = await app.get(Database).rows<{ id: string; full_name: string; role: string; e164: string }>(
    sql`select p.id, p.full_name, m.role, f.e164 from team_members m join teams t on t.id = m.team_id
       join unit_versions v on v.unit_id = t.unit_id join unit_versions c on c.unit_id = v.parent_id
       join people p on p.id = m.person_id join phones f on f.person_id = p.id and f.is_primary
      where v.name = 'Thôn 1' and c.name = 'Minh Sơn' and upper_inf(m.validity)
      order by array_position(array['leader', 'deputy', 'member'], m.role), f.e164`,
  );
  const [telegram, push, zalo, bot, email] = rows.map(
    (row): TeamMember => ({
      personId: row.id,
      fullName: row.full_name,
      role: `${titles[row.role] ?? ''} Thôn 1, xã Minh Sơn`,
      phone: row.e164.slice(1),
    }),
  );
  if (!telegram || !push || !zalo || !bot || !email) throw new Error('Thôn 1 of xã Minh Sơn has too few people');
  return { telegram, push, zalo, bot, email, groupTitle: 'CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn' };
}

/** Nobody of the five has another way than the one of their phone; the leader has a mailbox besides Telegram. */
export async function addressesOf(app: NestFastifyApplication, cast: Cast): Promise<void> {
  const database = app.get(Database);
  const { groupTitle: _, ...members } = cast;
  const ids = Object.values(members).map(({ personId }) => personId);
  await database.rows(sql`delete from emails where person_id = any(${ids})`);
  const mailed = [cast.email.personId, cast.telegram.personId];
  await database.rows(
    sql`insert into emails (id, person_id, address, is_primary, added_at) select *
      from unnest(${mailed.map(() => v7())}::uuid[], ${mailed}::uuid[], ${[MAILBOX, SECOND_MAILBOX]}::text[]) as n,
        (values (true, ${app.get(Clock).now()}::timestamptz)) as v`,
  );
}

/** The account's consent as its administrator gives it in a browser, and its webhook's address as typed into the console. */
export async function connectAccount(admin: ApiClient, { zalo }: Peers): Promise<void> {
  const { url } = await admin.call(routes.authoriseOa);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The consent of the Official Account was answered ${answer.status}`);
  await zalo.registerWebhook(`${admin.baseUrl}/webhooks/zalo-oa`);
}

/** The installed browser app asks for pushes. */
export async function takePushes(member: ApiClient, push: PushEmulator): Promise<void> {
  const { endpoint, keys } = JSON.parse(push.subscribe(BROWSER)) as {
    endpoint: string;
    keys: { p256dh: string; auth: string };
  };
  await member.call(routes.subscribePush, { body: { endpoint, keys } });
}
