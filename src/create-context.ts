/** The application of a process that answers nobody, a worker or a command: started, and without any route. */
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Env } from '#platform/config';
import { Log } from '#platform/logging';
import { AppModule } from './app.module.ts';

export async function createContext(env: Env): Promise<INestApplicationContext> {
  const context = await NestFactory.createApplicationContext(AppModule.for(env), {
    bufferLogs: true,
    abortOnError: false,
  });
  context.useLogger(context.get(Log));
  return context;
}
