/** The one typed client of the app; answers asked for by the page's head are used before anything is fetched again. */
import { createApi } from '#client';
import { forgetSession, token } from './sign-in/session.ts';

/** Set by the build for Zalo, whose bundle is not served by our own server. */
declare const __API_ORIGIN__: string | undefined;
export const apiOrigin = typeof __API_ORIGIN__ === 'string' ? __API_ORIGIN__ : location.origin;
const PREFIX = '/api/v1';
export const apiBase = apiOrigin + PREFIX;

declare global {
  interface Window {
    /** Requests started by the inline script, by path below the API's base. */
    __early?: Record<string, Promise<Response> | undefined>;
  }
}

async function fetchOrEarly(request: Request): Promise<Response> {
  const path = request.url.slice(request.url.indexOf(PREFIX) + PREFIX.length);
  const early = request.method === 'GET' ? window.__early?.[path] : undefined;
  if (!early) return fetch(request);
  delete window.__early?.[path];
  return early.catch(() => fetch(request));
}

export const api = createApi({
  baseUrl: apiBase,
  token,
  onSignedOut: () => forgetSession(true),
  fetch: fetchOrEarly,
});
