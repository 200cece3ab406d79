/** The API's document, for machines, and the pages on which a person reads it. Made when somebody asks for the first time. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openApiDocument } from '#contracts';
import {
  API_DOCUMENT,
  API_PAGES,
  type ApiDocument,
  apiPagesStyleHash,
  platformErrors,
  routePage,
  routesOf,
  routesPage,
  schemaPage,
  schemasPage,
} from '#platform/http';
import { pageLanguage, pagePath } from './page-language.ts';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${apiPagesStyleHash}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
};

export function serveApiPages(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const document = once(() => openApiDocument() as unknown as ApiDocument);
  const text = once(() => JSON.stringify(document()));
  const serve = (path: string, pageOf: (request: FastifyRequest) => string) =>
    fastify.get(path, async (request: FastifyRequest, reply: FastifyReply) =>
      reply.headers(headers).send(pageOf(request)),
    );
  fastify.get(API_DOCUMENT, async (_request: FastifyRequest, reply: FastifyReply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(text()),
  );
  for (const path of [API_PAGES, `${API_PAGES}/`])
    serve(path, (request) => {
      const { q } = request.query as { q?: string | string[] };
      return routesPage(document(), of(request), [q ?? ''].flat()[0]);
    });
  serve(`${API_PAGES}/routes/:name`, (request) => {
    const route = routesOf(document()).find(({ operation }) => operation.operationId === nameIn(request));
    if (!route) throw platformErrors.notFound();
    return routePage(document(), route, of(request));
  });
  serve(`${API_PAGES}/schemas`, (request) => schemasPage(document(), of(request)));
  serve(`${API_PAGES}/schemas/:name`, (request) => {
    if (!Object.hasOwn(document().components.schemas, nameIn(request))) throw platformErrors.notFound();
    return schemaPage(document(), nameIn(request), of(request));
  });
}

const of = (request: FastifyRequest) => ({ lang: pageLanguage(request), path: pagePath(request) });
const nameIn = (request: FastifyRequest): string => (request.params as { name: string }).name;

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
