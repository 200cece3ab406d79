/** The one typed client of the app; answers asked for by the page's head are used before anything is fetched again. */
import { createApi } from '#client';
import { forgetSession, token } from './session.ts';

export const apiBase = '/api/v1';

declare global {
  interface Window {
    /** Requests started by the inline script, by path below the API's base. */
    __early?: Record<string, Promise<Response> | undefined>;
  }
}

async function fetchOrEarly(request: Request): Promise<Response> {
  const path = request.url.slice(request.url.indexOf(apiBase) + apiBase.length);
  const early = request.method === 'GET' ? window.__early?.[path] : undefined;
  if (!early) return fetch(request);
  delete window.__early?.[path];
  return early.catch(() => fetch(request));
}

export const api = createApi({
  baseUrl: new URL(apiBase, location.origin).href,
  token,
  onSignedOut: () => forgetSession(),
  fetch: fetchOrEarly,
});
