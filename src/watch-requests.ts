/** Times and traces of requests, by the names of their routes: what stands in an address is somebody's. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RouteDefinition, routerPath, routes } from '#contracts';
import { productVersion } from '#platform/backup';
import type { Env } from '#platform/config';
import { AnswerTimes, startCounting } from '#platform/measures';
import { beginTrace, count, isTracing, SpanKind, startTracing, time } from '#platform/telemetry';

/** The ways in, by where they are asked for. */
export const waysIn: ReadonlyMap<string | undefined, string> = new Map([
  [`/api/v1${routerPath(routes.signInWithPassword)}`, 'password'],
  [`/api/v1${routerPath(routes.signInWithTelegram)}`, 'telegram'],
  [`/api/v1${routerPath(routes.signInWithZalo)}`, 'zalo'],
  [`/api/v1${routerPath(routes.signInWithAgency)}`, 'agency'],
  [`/api/v1${routerPath(routes.acceptInvite)}`, 'invite'],
  [`/api/v1${routerPath(routes.confirmLink)}`, 'link'],
]);

/** Streams of events end when their reader goes. */
const endless = new Set(
  Object.values(routes as Record<string, RouteDefinition>)
    .filter(({ produces }) => produces === 'text/event-stream')
    .map((route) => `/api/v1${routerPath(route)}`),
);

/** Before the application is made: its connections are timed or not from their first statement on. Gives what ends it. */
export async function startTelemetry(env: Env): Promise<() => Promise<void>> {
  if (env.METRICS_PORT !== undefined) await startCounting();
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share, ROLE: role } = env;
  return endpoint ? startTracing({ endpoint, share, role, version: productVersion() }) : () => Promise.resolve();
}

export function watchRequests(app: NestFastifyApplication): void {
  const answers = app.get(AnswerTimes);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.url.startsWith('/api/')) return;
    const seconds = reply.elapsedTime / 1000;
    answers.note(seconds);
    const way = waysIn.get(request.routeOptions.url);
    if (way) count('signIns', { way, outcome: reply.statusCode < 400 ? 'done' : 'refused' });
    time('answerTime', { method: request.method, status: `${Math.floor(reply.statusCode / 100)}xx` }, seconds);
  });
  if (!isTracing()) return;
  // After the body has come: what is read of a socket belongs to nobody's promise.
  fastify.addHook('preValidation', (request: FastifyRequest, reply: FastifyReply, next: () => void) => {
    const route = request.routeOptions.url;
    if (!route?.startsWith('/api/') || endless.has(route)) return next();
    const trace = beginTrace(partOf(request.method, route), Date.now() - reply.elapsedTime);
    if (!trace) return next();
    // Also of a request whose client has gone.
    reply.raw.once('close', () => {
      trace.span.setAttribute('http.response.status_code', reply.statusCode);
      trace.end();
    });
    trace.run(next);
  });
}

const partOf = (method: string, route: string) => ({
  name: `${method} ${route}`,
  kind: SpanKind.SERVER,
  attributes: { 'http.request.method': method, 'http.route': route },
});
