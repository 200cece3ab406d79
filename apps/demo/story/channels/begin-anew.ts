/**
 * The chapters are played at each start, also on what an earlier run left in its middle: a channel that it had declared
 * down, a number that it had begun to prove, messages on their way.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { Database, sql } from '#platform/database';
import type { ApiClient } from '../../api-client.ts';
import { TELEGRAM_USER } from '../../phones/start-phones.ts';
import { until } from '../checked.ts';

/** Channels work and nobody is half linked. */
export async function beginAnew(app: NestFastifyApplication, admin: ApiClient): Promise<void> {
  await admin.call(routes.resumeAll);
  const { channels } = await admin.call(routes.channels);
  for (const { id } of channels.filter(({ state }) => state === 'down'))
    await admin.call(routes.declareUp, { params: { channelId: id } });
  const database = app.get(Database);
  // The fake platforms are new at each start: trouble that an earlier run had with them is over, and a channel in trouble
  // is left aside by plans until the next check, a minute later.
  await database.rows(
    sql`update channel_states set failing_since = null, failing_code = null, paused_until = null, changed_at = now()`,
  );
  await database.rows(sql`select pg_notify('channel_states', '')`);
  await database.rows(
    sql`delete from link_requests where external_id = ${String(TELEGRAM_USER)} and decided_at is null`,
  );
  // Tries are counted, and each start of the demo proves the same numbers.
  await database.rows(sql`delete from login_attempts`);
}

/** Everything that was told has been planned and sent: what comes from here on is of the next chapter. */
export async function allSent(app: NestFastifyApplication): Promise<void> {
  await until('earlier messages have left', async () => {
    const row = await app.get(Database).one<{ open: boolean }>(
      sql`select exists (select 1 from outbox where published_at is null)
           or exists (select 1 from event_handlings where done_at is null)
           or exists (select 1 from delivery_chunks where state <> 'done' and due_at <= now()) as open`,
    );
    return row?.open === false;
  });
}
