/** A process from its database on: migrates, serves its roles, and ends in order. */
import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { type Env, mistyped } from '#platform/config';
import { migrate } from '#platform/database';
import { Log } from '#platform/logging';
import { createApp } from './create-app.ts';
import { createContext } from './create-context.ts';
import type { RunningDatabase } from './database-of.ts';
import { startTelemetry } from './watch-requests.ts';

export async function runRoles(env: Env, database: RunningDatabase): Promise<void> {
  const ready = { ...env, DATABASE_URL: database.url };
  if (env.MIGRATE !== 'off') await migrate(database.url);
  if (env.MIGRATE === 'only') {
    await database.stop();
    process.exit(0);
  }
  const stopTelemetry = await startTelemetry(ready);
  const running: { app?: INestApplicationContext } = {};
  endInOrder(async () => {
    await running.app?.close();
    await stopTelemetry();
    await database.stop();
  });
  const app = env.ROLE === 'worker' ? await startWorker(ready) : await startServer(ready);
  running.app = app;
  for (const { name, meant } of mistyped())
    app.get(Log).warn({ name, meant }, 'this variable is not known and sets nothing');
  process.send?.('ready');
}
function endInOrder(close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void close().then(() => process.exit(0));
    });
  }
}

async function startWorker(env: Env): Promise<INestApplicationContext> {
  // Nobody waits for a worker the way people wait for an answer: on one machine the answers come first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  return createContext(env);
}

async function startServer(env: Env): Promise<INestApplicationContext> {
  const server = await createApp(env);
  await server.listen(env.PORT, env.HOST);
  process.stdout.write(`${JSON.stringify({ listening: await server.getUrl() })}\n`);
  return server;
}
