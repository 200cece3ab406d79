/** The one entry: starts the roles named by ROLE, on DATABASE_URL or on the embedded PostgreSQL. */
import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { loadEnv } from '#platform/config';
import { migrate } from '#platform/database';
import { createApp } from './create-app.ts';
import { databaseOf } from './database-of.ts';
import { startTelemetry } from './watch-requests.ts';

const env = loadEnv();
const database = await databaseOf(env);
const ready = { ...env, DATABASE_URL: database.url };
if (env.MIGRATE !== 'off') await migrate(database.url);
if (env.MIGRATE === 'only') {
  await database.stop();
  process.exit(0);
}
const stopTelemetry = await startTelemetry(ready);
const app = await createApp(ready);
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void app
      .close()
      .then(() => stopTelemetry())
      .then(() => database.stop())
      .then(() => process.exit(0));
  });
}
// Nobody waits for a worker the way people wait for an answer: on one machine the answers come first.
if (env.ROLE === 'worker') {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await app.init();
} else await app.listen(env.PORT, env.HOST);
if (env.ROLE !== 'worker') process.stdout.write(`${JSON.stringify({ listening: await app.getUrl() })}\n`);
process.send?.('ready');
