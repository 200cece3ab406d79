/**
 * The addresses that platforms call, outside the API: their bodies are kept byte by byte, since signatures are over bytes. A
 * scope of its own, so that the API's reading of JSON stays as it is.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { consentPage, consentStyleHash, OaConsent, ReceiveWebhook, RefusedCalls } from '#modules/notifications';

const BODY_LIMIT = 256 * 1024;
/** A platform that met an outage of ours comes again. */
const RETRY_AFTER_S = 30;

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${consentStyleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export async function serveWebhooks(app: NestFastifyApplication): Promise<void> {
  const receive = app.get(ReceiveWebhook, { strict: false });
  const consent = app.get(OaConsent, { strict: false });
  const refused = app.get(RefusedCalls, { strict: false });
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (scope: FastifyInstance) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
        done(null, body),
      );
      scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
        const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
        if (isTheirs) refused.count(channelOf(request.params), 'not-readable');
        return isTheirs ? empty(reply, error.statusCode) : empty(reply.header('retry-after', RETRY_AFTER_S), 503);
      });
      scope.post('/webhooks/:channel', async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const headers = request.headers as Record<string, string | undefined>;
        return empty(reply, await receive.execute(channelOf(request.params), headers, body));
      });
      scope.get('/zalo/oauth', async (request, reply) => {
        const { state, code } = request.query as Record<string, unknown>;
        const outcome = await consent.finish({ ...text('state', state), ...text('code', code) });
        return reply
          .headers(pageHeaders)
          .status(outcome === 'authorised' ? 200 : 400)
          .send(consentPage(outcome));
      });
    });
}

function channelOf(params: unknown): string {
  const { channel = '' } = params as { channel?: string };
  return ['telegram', 'zalo-oa', 'zalo-bot'].includes(channel) ? channel : 'unknown';
}

function text<K extends string>(name: K, value: unknown): { [P in K]?: string } {
  return (typeof value === 'string' ? { [name]: value } : {}) as { [P in K]?: string };
}

function empty(reply: FastifyReply, status = 200): FastifyReply {
  return reply.status(status).send();
}
