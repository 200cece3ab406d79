/** The one entry: starts the roles named by ROLE, on DATABASE_URL or on the embedded PostgreSQL. */
import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { loadEnv } from '#platform/config';
import { migrate } from '#platform/database';
import { createApp } from './create-app.ts';
import { createContext } from './create-context.ts';
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
let app: INestApplicationContext | undefined;
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void Promise.resolve(app?.close())
      .then(() => stopTelemetry())
      .then(() => database.stop())
      .then(() => process.exit(0));
  });
}
if (env.ROLE === 'worker') {
  // Nobody waits for a worker the way people wait for an answer: on one machine the answers come first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  app = await createContext(ready);
} else {
  const server = await createApp(ready);
  app = server;
  await server.listen(env.PORT, env.HOST);
  process.stdout.write(`${JSON.stringify({ listening: await server.getUrl() })}\n`);
}
process.send?.('ready');
