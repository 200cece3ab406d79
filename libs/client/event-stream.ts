/**
 * Server-sent events over fetch: EventSource cannot carry a bearer token. Reconnects with back-off
 * until stopped; a quiet end (server restart, lost network) is not an error for the screens.
 */
import { OUR_ANSWER } from '#contracts/answers';

export interface ServerEvent {
  event: string;
  data: string;
}

export interface StreamOptions {
  url: string;
  token: () => string | null | undefined;
  onEvent: (event: ServerEvent) => void;
  /** Told on each (re)connection, so that the caller can fetch what it missed. */
  onOpen?: () => void;
}

/** Returns a function that ends the stream. */
export function openEventStream(options: StreamOptions): () => void {
  const stop = new AbortController();
  void keepReading(options, stop.signal);
  return () => stop.abort();
}

async function keepReading(options: StreamOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const opened = await readOnce(options, signal).catch(() => false);
    if (opened === 'refused') return;
    failures = opened ? 0 : failures + 1;
    await pause(Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)), signal);
  }
}

async function readOnce(
  { url, token, onEvent, onOpen }: StreamOptions,
  signal: AbortSignal,
): Promise<boolean | 'refused'> {
  const response = await fetch(url, {
    signal,
    credentials: 'omit',
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token() ?? ''}` },
  });
  if (response.status === 401 || response.status === 403) return response.headers.get(OUR_ANSWER) ? 'refused' : false;
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.ok || !isStream || !response.body) return false;
  onOpen?.();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    rest = parseEvents(rest + decoder.decode(value, { stream: true }), onEvent);
  }
}

/** Hands out every complete event of the text and returns what is left over. */
export function parseEvents(text: string, onEvent: (event: ServerEvent) => void): string {
  const blocks = text.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  for (const block of blocks) {
    const event: ServerEvent = { event: 'message', data: '' };
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) event.event = line.slice(6).trim();
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    event.data = data.join('\n');
    if (data.length > 0 || event.event !== 'message') onEvent(event);
  }
  return rest;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
