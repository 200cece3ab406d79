import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Env } from '#platform/config';
import { contentPolicy } from './web-origins.ts';

const places = [
  { folder: 'mini-app', prefix: '/app' },
  { folder: 'console', prefix: '/console' },
] as const;

const headers = { 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };

/** The two built apps, pre-compressed; names with a hash are kept for a year, everything else is asked for again. */
export async function serveApps(app: NestFastifyApplication, plugin: typeof fastifyStatic, env: Env): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  let decorateReply = true;
  for (const { folder, prefix } of places) {
    const root = builtApp(folder);
    if (!root) continue;
    const policy = { 'content-security-policy': contentPolicy(folder, env) };
    await fastify.register(
      plugin as never,
      {
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
            /-[\w-]{8,}\.(js|css|woff2)(\.(gz|br))?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      } as never,
    );
    decorateReply = false;
  }
  fastify.get('/', (_request, reply) => reply.redirect('/app/'));
}

/** dist/apps/<folder>, seen from dist/src (built) or from src (tests). */
function builtApp(folder: string): string | undefined {
  return ['../apps/', '../dist/apps/']
    .map((place) => fileURLToPath(new URL(`${place}${folder}/`, import.meta.url)))
    .find((path) => existsSync(`${path}index.html`) && path.includes('dist'));
}
