/** The worker process of the reorganisation bench: the product as built. The day of the reform comes when it is told so. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { loadEnv } from '#platform/config';
import { Database, sql } from '#platform/database';
import { createContext } from '../../../dist/src/create-context.js';
import { ApplyReform } from '../../../dist/src/modules/organization/reorganisation/reforms/apply-reform.js';
import { RehomeReform } from '../../../dist/src/modules/organization/reorganisation/reforms/rehome-reform.js';

const app = await createContext(loadEnv({ ...process.env, ROLE: 'worker', TICKS: 'off', LOG_LEVEL: 'error' }));

const POLL_MS = 500;
const TICK_MS = 60_000;
const openSteps = sql`select 1 from reorganisation_steps where finished_at is null limit 1`;

/** Until no step is open: the event of the day has begun them, or the tick goes on with what was left. */
async function rehome() {
  const database = app.get(Database);
  for (let ticked = -Infinity; (await database.rows(openSteps)).length > 0; await wait(POLL_MS)) {
    if (performance.now() - ticked < TICK_MS) continue;
    ticked = performance.now();
    await app.get(RehomeReform, { strict: false }).run();
  }
}

async function seconds(work) {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
}
/** The most memory that the process ever had, in MB. */
const rssPeak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1_000;

process.on('message', async (message) => {
  if (message === 'apply') process.send({ s: await seconds(() => app.get(ApplyReform, { strict: false }).run()) });
  else if (message === 'rehome') {
    const s = await seconds(rehome);
    process.send({ s, rssPeakMb: rssPeak() });
  } else await app.close().then(() => process.exit(0));
});
// The bench has ended, however it did.
process.on('disconnect', () => process.exit(0));
process.send('ready');
