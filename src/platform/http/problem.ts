/** Expected failures: a stable code, an HTTP status, typed details. A bare Error that reaches the client is a bug. */
export interface ProblemDetail {
  path: string;
  code: string;
  params: Record<string, unknown>;
}

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly details: ProblemDetail[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(title);
    this.name = 'ProblemError';
  }

  /** Tells the client in how many seconds another try makes sense (Retry-After). */
  after(seconds: number): this {
    this.headers['retry-after'] = String(Math.max(1, Math.ceil(seconds)));
    return this;
  }
}

/**
 * A module's catalogue of errors:
 * `errors('task', { alreadyAccepted: [409, 'The team has accepted already'] })` gives
 * `taskErrors.alreadyAccepted({ by })` with the code `task.alreadyAccepted`.
 * Params stand in the first detail, at the path given as `path` in them (default: the whole).
 */
export function errors<const C extends Record<string, readonly [number, string]>>(area: string, catalogue: C) {
  const make =
    (name: string, status: number, title: string) =>
    (params: Record<string, unknown> & { path?: string } = {}) => {
      const { path = '', ...rest } = params;
      const code = `${area}.${name}`;
      return new ProblemError(
        status,
        code,
        title,
        path || Object.keys(rest).length > 0 ? [{ path, code, params: rest }] : [],
      );
    };
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, [status, title]]) => [name, make(name, status, title)]),
  ) as { [K in keyof C]: ReturnType<typeof make> };
}

export const platformErrors = errors('platform', {
  signInNeeded: [401, 'A valid session is needed'],
  codeNeeded: [403, 'This session waits for the code of the second factor'],
  enrolmentNeeded: [403, 'A second factor is required of this person, who has none'],
  proofNeeded: [403, 'This needs a code or a password that was shown within ten minutes'],
  denied: [403, 'This post does not carry this right here'],
  routeWithoutRule: [403, 'This route has no rule of access'],
  notFound: [404, 'Nothing is here'],
  notJson: [400, 'The body is not valid JSON'],
  tooLarge: [413, 'The body is larger than this route takes'],
  tooDense: [422, 'The body nests deeper or holds more values than any route takes'],
  wrongMedia: [415, 'This media type is not taken here'],
  commandReused: [422, 'This Idempotency-Key was used for another command'],
  commandWithdrawn: [410, 'The command was taken back before it arrived'],
  actStands: [409, 'The time in which this could be taken back is over'],
  commandRunning: [503, 'The same command is being worked on'],
  badCommandId: [400, 'The Idempotency-Key is not a UUID'],
  notReady: [503, 'The database does not answer'],
  valueRefused: [422, 'A value is outside of what can be stored'],
  referenceGone: [409, 'Something named here does not exist'],
  conflict: [409, 'The same exists already, or was changed meanwhile'],
  contended: [503, 'Others write the same rows at this moment'],
  tookTooLong: [503, 'The database did not finish in time'],
  alreadyDone: [409, 'The command was carried out before; its answer is not known any more'],
  storageFull: [507, 'There is no room left to store this'],
  busy: [429, 'Too many of these are being worked on'],
  tooManyCodes: [429, 'Too many codes that are none were tried from this address'],
});

/** More is read by nobody, and an answer must not be larger than the request. */
const MOST_DETAILS = 100;
const MOST_OF_LIST = 20;
const MOST_LETTERS = 200;

/** 422 with the wrong fields: all of a form's, the first of those of thousands. */
export function invalid(details: readonly ProblemDetail[]): ProblemError {
  return new ProblemError(422, 'input.invalid', 'Some fields are not valid', details.slice(0, MOST_DETAILS).map(short));
}

const short = ({ path, code, params }: ProblemDetail): ProblemDetail => ({
  path: path.slice(0, MOST_LETTERS),
  code,
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)])),
});

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MOST_LETTERS);
  return Array.isArray(value) ? value.slice(0, MOST_OF_LIST).map(cut) : value;
}
