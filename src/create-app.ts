/** Builds the application of a process that answers; main.ts, the demo and the tests all start here. */
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { COMMAND_ID, OUR_ANSWER } from '#contracts/answers';
import type { Env } from '#platform/config';
import { compressAnswers, OpenRequests } from '#platform/http';
import { Log } from '#platform/logging';
import {
  admitRequests,
  CHECKED_EVERY_MS,
  HEADERS_MS,
  JSON_LIMIT,
  KEEP_ALIVE_MS,
  labelAnswers,
  readBodies,
  REQUEST_MS,
  UPLOAD_LIMIT,
} from './admit-requests.ts';
import { AppModule } from './app.module.ts';
import { limitAnswers } from './limit-answers.ts';
import { serveApiPages } from './serve-api-pages.ts';
import { serveApps } from './serve-apps.ts';
import { callingOrigins } from './web-origins.ts';
import { serveCardPages } from './serve-card-pages.ts';
import { serveStatusPage } from './serve-status-page.ts';
import { serveWebhooks } from './serve-webhooks.ts';
import { watchRequests } from './watch-requests.ts';

const UPLOAD_TYPES = [
  'application/octet-stream',
  'text/csv',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

export async function createApp(env: Env): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    trustProxy: env.TRUST_PROXY === 'off' ? false : env.TRUST_PROXY,
    forceCloseConnections: true,
    return503OnClosing: true,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECKED_EVERY_MS },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(env), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.enableCors({
    origin: callingOrigins(env),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    maxAge: 86_400,
    allowedHeaders: ['authorization', 'content-type', COMMAND_ID, 'x-screen'],
    exposedHeaders: ['retry-after', 'content-disposition', OUR_ANSWER, COMMAND_ID],
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(UPLOAD_TYPES, { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
  readBodies(app);
  watchRequests(app);
  app.get(OpenRequests, { strict: false }).watch(app.getHttpAdapter().getInstance());
  admitRequests(app, env);
  labelAnswers(app, env);
  limitAnswers(app.getHttpAdapter().getInstance());
  await compressAnswers(app);
  serveApiPages(app);
  await serveWebhooks(app);
  await serveCardPages(app);
  serveStatusPage(app);
  await serveApps(app, fastifyStatic, env);
  return app;
}
