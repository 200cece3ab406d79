import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Env } from '#platform/config';
import { contentPolicy, inlineOf } from './web-origins.ts';

type Served = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

const places = [
  { folder: 'mini-app', prefix: '/app' },
  { folder: 'console', prefix: '/console' },
] as const;

const headers = {
  // Not by origin, as the API's answers vary: the worker asks without one, and would fetch a second time what the page has.
  vary: 'accept-encoding',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
};
/** Stands in the console's page wherever a nonce belongs. */
const NONCE = /__CSP_NONCE__/g;

/** The two built apps, pre-compressed; names with a hash are kept for a year, everything else is asked for again. */
export async function serveApps(app: NestFastifyApplication, plugin: typeof fastifyStatic, env: Env): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  let decorateReply = true;
  for (const { folder, prefix } of places) {
    const root = builtApp(folder);
    if (!root) continue;
    const page = readFileSync(`${root}index.html`, 'utf8');
    const policy = { 'content-security-policy': contentPolicy(folder, env, inlineOf(page)) };
    if (folder === 'console') servePage(fastify, { page, prefix, env });
    await app.register(plugin, {
      root,
      prefix,
      decorateReply,
      preCompressed: true,
      index: ['index.html'],
      redirect: true,
      cacheControl: false,
      setHeaders: (reply: FastifyReply, path: string) => {
        reply.headers({ ...headers, ...policy });
        reply.header(
          'cache-control',
          /-[\w-]{8,}\.(js|css|woff2|bin)(\.(gz|br))?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    decorateReply = false;
  }
  fastify.get('/', (_request, reply) => reply.redirect('/app/'));
}

/** The console's libraries write styles while they run: each answer has a nonce of its own, which they are given. */
function servePage(fastify: Served, { page, prefix, env }: { page: string; prefix: string; env: Env }): void {
  for (const url of [`${prefix}/`, `${prefix}/index.html`])
    fastify.get(url, (_request, reply) => {
      const nonce = randomBytes(16).toString('base64url');
      const policy = contentPolicy('console', env, { scripts: [`'nonce-${nonce}'`], styles: [`'nonce-${nonce}'`] });
      return reply
        .headers({ ...headers, 'content-security-policy': policy, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE, nonce));
    });
}

/** dist/apps/<folder>, seen from dist/src (built) or from src (tests). */
function builtApp(folder: string): string | undefined {
  return ['../apps/', '../dist/apps/']
    .map((place) => fileURLToPath(new URL(`${place}${folder}/`, import.meta.url)))
    .find((path) => existsSync(`${path}index.html`) && path.includes('dist'));
}
