import { OUR_ANSWER } from '#contracts/answers';

/** An answer of the server to fetch, which names itself. jsdom has no Response: what of it is read. */
export function serverAnswer(part: Partial<Pick<Response, 'json' | 'blob'>>, status = 200): Response {
  return { ok: status < 400, status, headers: new Headers({ [OUR_ANSWER]: '1' }), ...part } as Response;
}

/** A page that something on the way gave in the server's place, with the status of a success. */
export const foreignAnswer = { ok: true, status: 200, headers: new Headers() } as Response;
