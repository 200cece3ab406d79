/** A Nest application with the platform and the given modules only: for suites about the platform itself. */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Global, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, ClockModule } from '#platform/clock';
import { ConfigModule, loadEnv } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { LoggingModule } from '#platform/logging';
import { OutboxModule } from '#platform/outbox';
import { QueueModule } from '#platform/queue';
import { RetentionModule, RetentionPort } from '#platform/retention';
import { databaseForSuite } from './database.ts';

const LEAST_DAYS = 730;
const DAY_MS = 86_400_000;

/** Rules are organization's: without it the trail is kept for as long as the database insists on. */
@Global()
@Module({
  providers: [
    {
      provide: RetentionPort,
      inject: [Clock],
      useFactory: (clock: Clock): RetentionPort => ({
        before: () => Promise.resolve(new Date(clock.now().getTime() - LEAST_DAYS * DAY_MS)),
      }),
    },
  ],
  exports: [RetentionPort],
})
class LeastRetention {}

export interface PlatformOptions {
  modules?: Type[];
  databaseUrl?: string;
  env?: Record<string, string>;
}

export function queueEnvironment(): Record<string, string> {
  const redis = process.env['TEST_REDIS_URL'];
  return redis ? { REDIS_URL: redis, QUEUE_PREFIX: `test-${randomUUID()}` } : {};
}

export async function startPlatform({
  modules = [],
  databaseUrl,
  env = {},
}: PlatformOptions = {}): Promise<INestApplicationContext> {
  const url = databaseUrl ?? (await databaseForSuite());
  const parsed = loadEnv({
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    TICKS: 'off',
    DB_POOL: '4',
    SHUTDOWN_SECONDS: '5',
    ...queueEnvironment(),
    ...env,
  });
  @Module({
    imports: [
      ConfigModule.for(parsed),
      LoggingModule,
      DatabaseModule,
      ClockModule,
      QueueModule,
      RetentionModule,
      OutboxModule,
      LeastRetention,
      ...modules,
    ],
  })
  class Root {}
  const app = await NestFactory.createApplicationContext(Root, { logger: false, abortOnError: false });
  app.enableShutdownHooks([]);
  return app;
}

/** Asks again and again, without a fixed wait, until it holds. @throws Error after ten seconds, or as many as are given. */
export async function until(holds: () => Promise<boolean> | boolean, seconds = 10): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never came to hold');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
