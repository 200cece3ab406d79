/**
 * Who reads an answer a byte a second holds the rest of it in the server's memory. No connection of the pool waits for them:
 * an answer is complete before its first byte goes.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Twelve megabytes over 3G take less. */
export const ANSWER_MS = 5 * 60_000;

/** Cuts what has not been read in time. Streams of events, which have no end, are sent past these hooks. */
export function limitAnswers(fastify: Pick<FastifyInstance, 'addHook'>, ms = ANSWER_MS): void {
  fastify.addHook('onSend', async (_, reply) => endIn(reply.raw, ms));
}

function endIn(raw: ServerResponse, ms: number): void {
  const timer = setTimeout(() => raw.destroy(), ms).unref();
  raw.once('close', () => clearTimeout(timer));
}
