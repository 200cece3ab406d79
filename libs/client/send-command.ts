/** One attempt to hand a command to the server. Bytes go by XMLHttpRequest, the only way to see how much has left. */
import type { components } from './api.d.ts';
import { type Arrival, type Command, type SendResult, isFinalRefusal } from './command.ts';

type CommandArrival = components['schemas']['CommandArrival'];

export interface SendOptions {
  baseUrl: string;
  token: () => string | null | undefined;
  /** Give up an attempt after this time; the next one has the same key, so nothing is done twice. */
  timeoutMs?: number;
}

export type Send = (command: Command, path: string, onUploaded: (share: number) => void) => Promise<SendResult>;

export function sendCommandTo({ baseUrl, token, timeoutMs = 60_000 }: SendOptions): Send {
  return async (command, path, onUploaded) => {
    const headers: Record<string, string> = { 'idempotency-key': command.id };
    const value = token();
    if (value) headers.authorization = `Bearer ${value}`;
    if (command.blob) {
      headers['content-type'] = 'application/octet-stream';
      return upload(command.method, baseUrl + path, headers, command.blob, timeoutMs, onUploaded);
    }
    if (command.body !== undefined) headers['content-type'] = 'application/json';
    const result = await post(command.method, baseUrl + path, headers, command.body, timeoutMs);
    // Said of a session that another has followed meanwhile.
    return result.kind === 'signed-out' && token() !== value ? { kind: 'later', afterMs: 0 } : result;
  };
}

/** Without a network nothing leaves; whoever says so before and after an attempt is believed. */
const isOff = (): boolean => typeof navigator !== 'undefined' && navigator.onLine === false;

async function post(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: unknown,
  timeoutMs: number,
): Promise<SendResult> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  const wasOff = isOff();
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal: stop.signal,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return readAnswer(response.status, await response.text(), response.headers.get('retry-after'));
  } catch {
    return { kind: 'offline', stayed: wasOff && isOff() };
  } finally {
    clearTimeout(timer);
  }
}

function upload(
  method: string,
  url: string,
  headers: Record<string, string>,
  blob: Blob,
  timeoutMs: number,
  onUploaded: (share: number) => void,
): Promise<SendResult> {
  const wasOff = isOff();
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = timeoutMs * 3;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.total > 0 && onUploaded(event.loaded / event.total);
    request.onload = () =>
      resolve(readAnswer(request.status, request.responseText, request.getResponseHeader('retry-after')));
    request.onerror =
      request.ontimeout =
      request.onabort =
        () => resolve({ kind: 'offline', stayed: wasOff && isOff() });
    request.send(blob);
  });
}

/** Takes a command back by its id; one that has arrived stays, and its answer is given. Twice is once. */
export function withdrawCommandAt({
  baseUrl,
  token,
  timeoutMs = 15_000,
}: SendOptions): (command: Command) => Promise<Arrival> {
  return async ({ id }) => {
    const headers = { authorization: `Bearer ${token() ?? ''}` };
    const asked = await post('DELETE', `${baseUrl}/me/commands/${id}`, headers, undefined, timeoutMs);
    if (asked.kind !== 'sent') return asked.kind === 'refused' ? { kind: 'later' } : asked;
    const { state, status, answer } = asked.answer as CommandArrival;
    if (state === 'withdrawn') return { kind: 'withdrawn' };
    if (state === 'running') return { kind: 'later' };
    return status === null ? { kind: 'sent', answer } : readAnswer(status, JSON.stringify(answer ?? null), null);
  };
}

/** Sorts an answer by its status: done, refused for good, signed out, or worth another try. */
export function readAnswer(status: number, text: string, retryAfter: string | null): SendResult {
  const body = parse(text);
  // The page of a network that wants a login first says 200 too, but is no answer of ours.
  if (status >= 200 && status < 300)
    return text && body === undefined ? { kind: 'later' } : { kind: 'sent', answer: body };
  if (status === 401) return { kind: 'signed-out' };
  if (isFinalRefusal(status)) {
    const problem = (body ?? {}) as { code?: string; details?: { params?: Record<string, unknown> }[] };
    return {
      kind: 'refused',
      refusal: { status, code: problem.code ?? `http.${status}`, params: problem.details?.[0]?.params ?? {} },
    };
  }
  const seconds = Number(retryAfter);
  return { kind: 'later', ...(retryAfter && seconds >= 0 && { afterMs: seconds * 1000 }) };
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
