/** The typed API of libs/client with the console's session, and its queries. */
import type { Client } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { QueryClient } from '@tanstack/react-query';
import type { components, paths } from '#client/api.d';
import { createApi, ours } from '#client/create-api';
import { uuid } from '#client/uuid';
import { session } from './session.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export const apiBase = '/api/v1';

/** The screen from which something is asked stands in the log: its path alone, without what is searched for. */
const screenNow = (): string => location.hash.replace(/^#/, '').split('?')[0] || '/';

/** What only a refusal needs, set where the console starts. */
export const refusals: {
  /** Fetches the words for what the server refuses: whoever is told of it has them. */
  words?: () => Promise<unknown>;
  /** Asks whether it is they, before what the server held back is sent again. */
  prove?: (refused: Response, again: () => Promise<Response>) => Promise<Response>;
} = {};

async function send(ask: () => Promise<Response>): Promise<Response> {
  const answer = await ask();
  if (answer.ok) return answer;
  await refusals.words?.().catch(() => undefined);
  return answer.status === 403 && refusals.prove ? refusals.prove(answer, ask) : answer;
}

declare global {
  interface Window {
    /** Asked by the page's head while the program was on its way. */
    __early?: { token: string; answers: Record<string, Promise<Response>> };
  }
}

/** What nobody has asked for after this time is asked anew. */
const EARLY_MS = 30_000;

/** Whether the page has asked for it already. */
export const isOnItsWay = (path: string): boolean => path in (window.__early?.answers ?? {});

/** What the page has asked for already, by the same session; it is taken once. */
function takeEarly({ method, url }: Request): Promise<Response> | undefined {
  const { token, answers = {} } = window.__early ?? {};
  const path = url.slice(location.origin.length + apiBase.length);
  const early = answers[path];
  delete answers[path];
  const counts = method === 'GET' && token === session.get()?.token && performance.now() < EARLY_MS;
  return counts ? early : undefined;
}

export const client = createApi({
  baseUrl: new URL(apiBase, location.origin).href,
  token: () => session.get()?.token,
  onSignedOut: () => session.end(),
  fetch: async (request) => {
    let early = takeEarly(request);
    request.headers.set('x-screen', screenNow());
    // Read once, so that it can be sent again; a copy of the request itself would be sent as a stream.
    const body = request.body ? await request.text() : undefined;
    return send(() => {
      const taken = early;
      early = undefined;
      return taken ?? fetch(new Request(request, body === undefined ? {} : { body }));
    });
  },
});
export const api = createQueryClient(client as Client<paths>);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, refetchOnWindowFocus: true, retry: (count, error) => count < 2 && !isProblem(error) },
  },
});

export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && typeof (error as Problem).code === 'string';
}

/** Header of a command; keep it while the same press may be repeated, so that the answer is the same. */
export function commandHeader(id: string = uuid()) {
  return { 'Idempotency-Key': id } as const;
}

/** A file or stream of the API with the session's token, outside the typed client (bytes, not JSON). */
export async function fetchRaw(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = session.get()?.token;
  if (token) headers.set('authorization', `Bearer ${token}`);
  headers.set('x-screen', screenNow());
  const response = await send(async () => ours(await fetch(apiBase + path, { ...init, headers })));
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = {
    code: `http.${response.status}`,
    title: response.statusText,
    status: response.status,
    details: [],
  };
  return response
    .json()
    .then((body: unknown) => (isProblem(body) ? body : fallback))
    .catch(() => fallback);
}

export async function download(path: string, fileName: string): Promise<void> {
  const url = URL.createObjectURL(await (await fetchRaw(path)).blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
