/**
 * The worker process of the fan-out bench: the product as built, with ROLE=worker and a channel that counts. It answers
 * when the last state of the last of `people` deliveries is written. A second number bounds the channel's messages per second;
 * after it the channels in their order, separated by commas.
 */
import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { DeliveryChannels } from '#modules/notifications';
import { loadEnv } from '#platform/config';
import { Database, sql } from '#platform/database';
import { createContext } from '../../dist/src/create-context.js';
import { CountingChannel } from './support/counting-channel.mjs';

const POLL_MS = 20;
const people = Number(process.argv[2]);
const perSecond = Number(process.argv[3] ?? 0);
const counted = { sent: 0, duplicates: 0, of: new Uint8Array(people + 1) };
const channels = (process.argv[4] ?? 'email').split(',').map((id) => new CountingChannel(people, id, counted));
if (perSecond > 0) for (const channel of channels) channel.limits = { ...channel.limits, perSecond, burst: perSecond };
const app = await createContext(loadEnv({ ...process.env, ROLE: 'worker', LOG_LEVEL: 'error' }));
app.get(DeliveryChannels, { strict: false }).use(channels);
const database = app.get(Database);

let rssPeak = 0;
setInterval(() => {
  rssPeak = Math.max(rssPeak, process.memoryUsage.rss());
}, 50).unref();

async function run() {
  const cpuFrom = process.cpuUsage();
  while (counted.sent < people) await wait(POLL_MS);
  for (let open = 1; open > 0; ) {
    [{ n: open }] = await database.rows(sql`select count(*)::int as n from delivery_chunks where state <> 'done'`);
    if (open > 0) await wait(POLL_MS);
  }
  const at = Date.now();
  const cpu = process.cpuUsage(cpuFrom);
  const states = await database.rows(sql`select state, count(*)::int as n from deliveries group by 1`);
  const [{ n: inbox }] = await database.rows(sql`select count(*)::int as n from notifications`);
  return {
    at,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    sent: counted.sent,
    duplicates: counted.duplicates,
    states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    inbox,
    rssPeakMb: rssPeak / 1e6,
  };
}

process.on('message', () => void app.close().then(() => process.exit(0)));
process.send('ready');
process.send(await run());
