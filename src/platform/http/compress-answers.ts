/**
 * Larger JSON answers leave gzipped when the client can read that: a list of twenty tasks is 18 KB, which a phone on
 * slow 3G waits a third of a second for. Level 1 off the main thread; streams and files pass untouched.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const zip = promisify(gzip);
/** Below this an answer fits two packets anyway. */
const SMALLEST_BYTES = 2048;

export function compressAnswers(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string' || payload.length < SMALLEST_BYTES) return payload;
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
      if (reply.hasHeader('content-encoding') || !/json/.test(String(reply.getHeader('content-type') ?? '')))
        return payload;
      const bytes = await zip(payload, { level: 1 });
      void reply
        .header('content-encoding', 'gzip')
        .header('vary', 'accept-encoding')
        .header('content-length', bytes.length);
      return bytes;
    });
}
