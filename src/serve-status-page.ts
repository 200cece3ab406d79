/** How the installation ran last month, for everybody: outside the API, without a session, kept by browsers for five minutes. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ReadPublicStatus, statusPage, statusStyleHash } from '#modules/notifications';
import { pageLanguage } from './page-language.ts';

const PATH = '/tinh-trang';
const KEPT_S = 300;

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${statusStyleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': `public, max-age=${KEPT_S}`,
  vary: 'accept-language',
};

export function serveStatusPage(app: NestFastifyApplication): void {
  const read = app.get(ReadPublicStatus, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get(PATH, async (request: FastifyRequest, reply) =>
      reply.headers(headers).send(statusPage(await read.execute(), pageLanguage(request))),
    );
}
