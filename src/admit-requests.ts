/**
 * What is decided about a request from its headers, before a byte of its body is read: who it is, how large its body may be,
 * and how long it may take. Reading first and asking afterwards lets anybody fill the memory.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { BODY_KB, type RouteDefinition, routerPath, routes, STRANGER_BODY_KB } from '#contracts';
import { type Action, roleMay } from '#contracts/actions';
import { COMMAND_ID, OUR_ANSWER } from '#contracts/answers';
import { ActorCache, type AuthenticatedRequest, identify } from '#platform/auth';
import type { Env } from '#platform/config';
import { BodiesUnderWay, checkJson, platformErrors } from '#platform/http';

const KB = 1024;
export const JSON_LIMIT = BODY_KB * KB;
export const UPLOAD_LIMIT = 12 * KB * KB;

/** A photo over slow 3G takes ten seconds; a request that takes longer than these is cut. */
export const REQUEST_MS = 60_000;
export const HEADERS_MS = 10_000;
const STRANGER_BODY_MS = 10_000;
export const KEEP_ALIVE_MS = 65_000;
export const CHECKED_EVERY_MS = 2_000;

const byPlace = new Map<string, RouteDefinition>(
  Object.values(routes).map((route: RouteDefinition) => [`${route.method} /api/v1${routerPath(route)}`, route]),
);

function limitOf({ access, upload, bodyKb = BODY_KB }: RouteDefinition): number {
  if (access === 'public') return STRANGER_BODY_KB * KB;
  return upload ? UPLOAD_LIMIT : bodyKb * KB;
}

/** JSON is asked how deep and how dense it is before it is read. */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const read = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit: JSON_LIMIT }, (request, body, done) => {
    checkJson(body);
    void read(request as FastifyRequest, body.toString('utf8'), done);
  });
}

export function admitRequests(app: NestFastifyApplication, env: Env): void {
  const fastify = app.getHttpAdapter().getInstance();
  const actors = app.get(ActorCache);
  fastify.server.maxConnections = env.MAX_CONNECTIONS;
  fastify.addHook('onRoute', (options: RouteOptions) => {
    const route = byPlace.get(`${String(options.method)} ${options.url}`);
    // Of an upload the type decides: a file may weigh more than JSON that comes in its place.
    if (route && !route.upload) options.bodyLimit = limitOf(route);
  });
  const bodies = new BodiesUnderWay();
  fastify.addHook('onRequest', async (request: AuthenticatedRequest, reply) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    // Nothing here unpacks bodies, and what would is a way to fill the memory.
    if (encoding !== 'identity') throw platformErrors.wrongMedia();
    const route = byPlace.get(`${request.method} ${request.routeOptions.url ?? ''}`);
    if (route && route.access !== 'public') {
      await identify(request, actors, route);
      const end = letIn(request, route, bodies);
      if (end) reply.raw.once('finish', end).once('close', end);
    } else if (hasBody(request)) hurry(request);
    if (request.is404 && hasBody(request)) throw platformErrors.notFound();
  });
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Of a year, as browsers ask for; the proxy in front speaks TLS. */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';
/** Data is not a page: opened by itself it runs nothing, and stands in nobody's frame. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Answers hold people's data: nobody between keeps them, and no browser guesses what they are or runs them. They name
 * themselves, and the command that they answer: a client takes nobody else's word for it.
 */
export function labelAnswers(app: NestFastifyApplication, env: Pick<Env, 'PUBLIC_URL'>): void {
  const isSecure = env.PUBLIC_URL.startsWith('https://');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async ({ url, headers }, reply) => {
      const label = (name: string, value: string) => reply.hasHeader(name) || reply.header(name, value);
      label('x-content-type-options', 'nosniff');
      label('referrer-policy', 'no-referrer');
      if (isSecure) label('strict-transport-security', STRICT_TRANSPORT);
      label('content-security-policy', NO_PAGE);
      if (!url.startsWith('/api/')) return;
      label('cache-control', 'no-store');
      label(OUR_ANSWER, '1');
      const command = headers[COMMAND_ID];
      if (typeof command === 'string' && UUID.test(command)) label(COMMAND_ID, command);
    });
}

/**
 * What weighs more than a form is read for those only who have the right to the route somewhere, and not more at once than
 * the process has room for. Gives what ends it.
 * @throws platform.tooLarge, platform.denied, platform.busy
 */
function letIn(
  { actor, headers }: AuthenticatedRequest,
  route: RouteDefinition,
  bodies: BodiesUnderWay,
): (() => void) | undefined {
  const limit = limitOf(route);
  const size = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : limit;
  if (size > limit) throw platformErrors.tooLarge();
  if (size <= JSON_LIMIT || !actor) return undefined;
  const isOpen = ['self', 'public'].includes(route.access);
  if (!isOpen && !actor.posts.some(({ role }) => roleMay(role, route.access as Action))) throw platformErrors.denied();
  return bodies.begin(actor.personId, size);
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A stranger's body comes soon or not at all. */
function hurry({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, STRANGER_BODY_MS).unref();
  raw.once('close', () => clearTimeout(timer));
  raw.once('end', () => clearTimeout(timer));
}
