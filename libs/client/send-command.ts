/** One attempt to hand a command to the server. Bytes go by XMLHttpRequest, the only way to see how much has left. */
import { COMMAND_ID, OUR_ANSWER } from '#contracts/answers';
import type { components } from './api.d.ts';
import { type Arrival, type Command, type SendResult, isFinalRefusal, isPassing } from './command.ts';

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
    const headers: Record<string, string> = { [COMMAND_ID]: command.id };
    const value = token();
    if (value) headers.authorization = `Bearer ${value}`;
    if (command.blob) {
      headers['content-type'] = 'application/octet-stream';
      const barred = await isBarred(baseUrl + path);
      if (barred) return barred;
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
      // Nobody's password: a foreign 401 would else open the browser's own login over the page.
      credentials: 'omit',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status } = response;
    return readAnswer(headers[COMMAND_ID], {
      status,
      text: await response.text(),
      header: (name) => response.headers.get(name),
    });
  } catch {
    return { kind: 'offline', stayed: wasOff && isOff() };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What goes by XMLHttpRequest to its own origin cannot leave the browser's passwords out: another request, which can, finds out
 * who answers here.
 */
async function isBarred(url: string): Promise<SendResult | undefined> {
  if (typeof location === 'undefined' || !url.startsWith(location.origin)) return undefined;
  const wasOff = isOff();
  try {
    const answer = await fetch(url, { method: 'OPTIONS', credentials: 'omit' });
    return answer.headers.get(OUR_ANSWER) || answer.status >= 500 ? undefined : { kind: 'offline', foreign: true };
  } catch {
    return { kind: 'offline', stayed: wasOff && isOff() };
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
    request.onload = () => {
      const { status, responseText: text } = request;
      resolve(readAnswer(headers[COMMAND_ID], { status, text, header: (name) => request.getResponseHeader(name) }));
    };
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
    const headers = { [COMMAND_ID]: id, authorization: `Bearer ${token() ?? ''}` };
    const asked = await post('DELETE', `${baseUrl}/me/commands/${id}`, headers, undefined, timeoutMs);
    if (asked.kind !== 'sent') return asked.kind === 'refused' ? { kind: 'later' } : asked;
    const { state, status, answer } = (asked.answer ?? {}) as Partial<CommandArrival>;
    if (state === 'withdrawn') return { kind: 'withdrawn' };
    if (state !== 'done') return { kind: 'later' };
    return typeof status === 'number' ? sort(status, answer ?? undefined) : { kind: 'sent', answer };
  };
}

/** An answer as it came, before anybody believes it. */
export interface Heard {
  status: number;
  text: string;
  header: (name: string) => string | null;
}

/**
 * Done, refused for good, signed out, or worth another try. Only an answer that names the command is one of ours: a page of
 * the network, an empty 200 or somebody's JSON says nothing of what the commune has, whatever its status.
 */
export function readAnswer(commandId: string | undefined, { status, text, header }: Heard): SendResult {
  const seconds = Number(header('retry-after') ?? Number.NaN);
  const later: SendResult = { kind: 'later', ...(seconds >= 0 && { afterMs: seconds * 1000 }) };
  if (!commandId || header(COMMAND_ID) !== commandId)
    return status >= 500 || isPassing(status) ? later : { kind: 'offline', foreign: true };
  const body = parse(text);
  // Cut short on its way.
  if (text && body === undefined) return later;
  const sorted = sort(status, body);
  return sorted.kind === 'later' ? later : sorted;
}

function sort(status: number, body: unknown): SendResult {
  if (status >= 200 && status < 300) return { kind: 'sent', answer: body };
  if (!isProblem(body)) return { kind: 'later' };
  if (status === 401) return { kind: 'signed-out' };
  if (!isFinalRefusal(status)) return { kind: 'later' };
  return { kind: 'refused', refusal: { status, code: body.code, params: body.details[0]?.params ?? {} } };
}

type Problem = Pick<components['schemas']['Problem'], 'code' | 'details'>;
const isProblem = (body: unknown): body is Problem =>
  typeof (body as Partial<Problem> | undefined)?.code === 'string' && Array.isArray((body as Problem).details);

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
