/**
 * The typed API: paths, bodies and answers come from the route table, so a wrong field is a compile error.
 * Bearer token on every request, no cookies; a problem+json answer keeps its stable code.
 */
import type { Client } from 'openapi-fetch';
import { OUR_ANSWER } from '#contracts/answers';
import type { components, paths } from './api.d.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** The types are openapi-fetch's; its 2 kB of middleware and serializers are not part of the phone's first load. */
export type Api = Pick<Client<paths>, (typeof METHODS)[number]>;
export type ProblemBody = components['schemas']['Problem'];

export interface ApiOptions {
  /** For instance '/api/v1' or 'http://127.0.0.1:3000/api/v1'. */
  baseUrl: string;
  token: () => string | null | undefined;
  /** Called once per answer that says that the session is over. */
  onSignedOut?: () => void;
  fetch?: (request: Request) => Promise<Response>;
}

interface Init extends RequestInit {
  params?: Partial<Record<'path' | 'query' | 'header', Record<string, unknown>>>;
}
interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

export function createApi({
  baseUrl,
  token,
  onSignedOut,
  fetch = (request) => globalThis.fetch(request),
}: ApiOptions): Api {
  const ask = async (method: string, path: string, { params = {}, body, ...init }: Init = {}): Promise<Answer> => {
    const headers: Record<string, string> = {};
    const put = (name: string, value: unknown) => value != null && (headers[name.toLowerCase()] = String(value));
    const mine = token();
    if (mine) put('authorization', `Bearer ${mine}`);
    if (body !== undefined) put('content-type', 'application/json');
    for (const [name, value] of Object.entries(params.header ?? {})) put(name, value);
    const response = await fetch(
      new Request(baseUrl + addressOf(path, params), {
        ...init,
        // A foreign 401 would else open the browser's own login over the page.
        credentials: 'omit',
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    ours(response);
    // An answer to an earlier session says nothing of the one that stands now.
    if (response.status === 401 && mine && mine === token()) onSignedOut?.();
    return readAnswer(response);
  };
  return Object.fromEntries(METHODS.map((method) => [method, ask.bind(undefined, method)])) as Api;
}

/** @throws TypeError, as without a network, when something on the way has answered in the server's place. */
export function ours(answer: Response): Response {
  if (!answer.headers.get(OUR_ANSWER)) throw new TypeError('not an answer of the server');
  return answer;
}

/** '/tasks/{taskId}' with its values; lists repeat their name, what is absent is left out. */
function addressOf(path: string, { path: places = {}, query = {} }: NonNullable<Init['params']>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(String(places[name])));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) if (one != null) asked.append(name, String(one));
  const text = asked.toString();
  return text ? `${filled}?${text}` : filled;
}

/** A body that is no JSON is an error's text, or nothing. */
async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    const body: unknown = text ? JSON.parse(text) : undefined;
    return response.ok ? { data: body, response } : { error: body, response };
  } catch (broken) {
    if (response.ok) throw broken;
    return { error: text, response };
  }
}

/** A refused or failed request. `status` 0 means that no answer came. */
export class ApiError extends Error {
  // Said, not made: fields of a class cost the phone's first load 400 bytes of helpers.
  declare readonly status: number;
  declare readonly code: string;
  declare readonly details: ProblemBody['details'];

  constructor(status: number, problem?: Partial<ProblemBody>) {
    super(problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code ?? (status ? `http.${status}` : 'network');
    this.details = problem?.details ?? [];
  }
}

/** The answer's body, or an ApiError: `const me = await take(api.GET('/me'))`. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer;
  try {
    answer = await call;
  } catch {
    throw new ApiError(0);
  }
  if (answer.response.ok) return answer.data as T;
  throw new ApiError(answer.response.status, answer.error as Partial<ProblemBody>);
}
