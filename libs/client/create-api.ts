/**
 * The typed API: paths, bodies and answers come from the route table, so a wrong field is a compile error.
 * Bearer token on every request, no cookies; a problem+json answer keeps its stable code.
 */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

export type Api = Client<paths>;
export type ProblemBody = components['schemas']['Problem'];

export interface ApiOptions {
  /** For instance '/api/v1' or 'http://127.0.0.1:3000/api/v1'. */
  baseUrl: string;
  token: () => string | null | undefined;
  /** Called once per answer that says that the session is over. */
  onSignedOut?: () => void;
  fetch?: (request: Request) => Promise<Response>;
}

export function createApi({ baseUrl, token, onSignedOut, fetch }: ApiOptions): Api {
  const api = createClient<paths>({ baseUrl, ...(fetch && { fetch }) });
  api.use({
    onRequest({ request }) {
      const value = token();
      if (value) request.headers.set('authorization', `Bearer ${value}`);
      return request;
    },
    onResponse({ request, response }) {
      if (response.status === 401 && request.headers.has('authorization')) onSignedOut?.();
      return response;
    },
  });
  return api;
}

/** A refused or failed request. `status` 0 means that no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ProblemBody['details'];

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
