/**
 * Larger answers in JSON, and pages made here, leave compressed when the client can read that: a list of twenty tasks is 18 KB,
 * which a phone on slow 3G waits a third of a second for. The apps' files are compressed when they are built; documents and
 * photos are by themselves; the live stream writes past this, since each line has to leave at once. Compressed requests stay
 * refused.
 */
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Below this an answer fits two packets anyway. */
const SMALLEST_BYTES = 2048;

/** Has to be awaited before the routes are added. */
export async function compressAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    customTypes: /(?:[/+]json|^text\/html)(?:;|$)/,
    threshold: SMALLEST_BYTES,
    encodings: ['br', 'gzip'],
    // About a third of a millisecond for the list of tasks, either way; a better ratio costs more than it saves.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 1 },
    globalDecompression: false,
  });
}
