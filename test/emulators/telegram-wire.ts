/** How the emulated Bot API reads requests, words its answers, and calls a webhook. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Refusal } from './telegram-chats.ts';

type Fields = Record<string, unknown>;

/** True when the receiver took it. */
export async function postUpdate(webhook: { url: string; secret: string }, update: Fields): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret };
  try {
    return (await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) })).ok;
  } catch {
    return false;
  }
}

export async function bodyOf(request: IncomingMessage): Promise<Fields> {
  const body = await text(request);
  return body === '' ? {} : (JSON.parse(body) as Fields);
}

export function answer(response: ServerResponse, outcome: { result: unknown } | Refusal): void {
  const failed = 'code' in outcome;
  const body = failed
    ? {
        ok: false,
        error_code: outcome.code,
        description: outcome.description,
        ...(outcome.parameters && { parameters: outcome.parameters }),
      }
    : { ok: true, result: outcome.result };
  response.writeHead(failed ? outcome.code : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
