/**
 * The public pages of member cards, outside the API: whoever scans a code has neither the app nor a session. A scope of its
 * own, since a form without a script is sent as a browser sends it.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#i18n';
import {
  CardPhotos,
  type CardVerdict,
  cardPage,
  cardStyleHash,
  CheckCard,
  reportedPage,
  ReportImpostor,
  waitPage,
} from '#modules/membership';
import { CodeTries, ProblemError } from '#platform/http';
import { pageLanguage, pagePath } from './page-language.ts';

/** 500 letters of up to nine signs in a form. */
const BODY_LIMIT = 8 * 1024;

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; img-src 'self'; style-src ${cardStyleHash}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

export async function serveCardPages(app: NestFastifyApplication): Promise<void> {
  const tries = new CodeTries();
  const check = app.get(CheckCard, { strict: false });
  const report = app.get(ReportImpostor, { strict: false });
  const ask = async (request: FastifyRequest): Promise<CardVerdict> => {
    const { code = '', stamp } = request.params as { code?: string; stamp?: string };
    return tries.find(
      request.ip,
      () => check.execute(code, stamp),
      ({ is }) => is !== 'unknown',
    );
  };
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (scope: FastifyInstance) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: BODY_LIMIT },
        (_request, body, done) => done(null, new URLSearchParams(String(body)).get('text') ?? ''),
      );
      scope.setErrorHandler((error, request, reply) => {
        if (!(error instanceof ProblemError) || error.status !== 429) throw error;
        return send(reply.headers(error.headers), waitPage(pageOf(request)), 429);
      });
      for (const path of ['/the/:code', '/the/:code/:stamp']) {
        scope.get(path, async (request, reply) => {
          const verdict = await ask(request);
          return send(reply, cardPage(verdict, pageOf(request)), verdict.is === 'unknown' ? 404 : 200);
        });
        scope.post(path, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
          const verdict = await ask(request);
          if (verdict.is === 'unknown') return send(reply, cardPage(verdict, pageOf(request)), 404);
          const text = typeof request.body === 'string' ? request.body : '';
          const isKept = await report.execute(verdict, text, request.ip);
          return send(reply, reportedPage(isKept, verdict, pageOf(request)), isKept ? 200 : 429);
        });
      }
      servePhotos(scope, ask, app.get(CardPhotos, { strict: false }));
    });
}

/** With the card's own stamp: a link to a picture is no lasting address of a face. */
function servePhotos(
  scope: FastifyInstance,
  ask: (request: FastifyRequest) => Promise<CardVerdict>,
  photos: CardPhotos,
): void {
  for (const path of ['/the-anh/:code', '/the-anh/:code/:stamp'])
    scope.get(path, async (request, reply) => {
      const verdict = await ask(request);
      const photo = verdict.is === 'phone' || verdict.is === 'paper' ? verdict.photo : null;
      const bytes = photo ? await photos.bytes(photo) : undefined;
      if (!bytes) return reply.headers(headers).status(404).send('');
      return reply.headers({ ...headers, 'content-type': 'image/jpeg' }).send(bytes);
    });
}

const send = (reply: FastifyReply, page: string, status: number): FastifyReply =>
  reply.headers(headers).status(status).send(page);

const pageOf = (request: FastifyRequest): { language: Lang; path: string } => ({
  language: pageLanguage(request),
  path: pagePath(request),
});
