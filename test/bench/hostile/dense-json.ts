/** JSON that weighs little and costs much, for the bench `hostile`: dense, deep, wide, to every route that takes a body. */
import { randomUUID } from 'node:crypto';
import { BODY_KB, type RouteDefinition, routes, STRANGER_BODY_KB } from '#contracts';
import type { Answers, Attack, Target } from './attacks.ts';

const KB = 1024;
const AT_ONCE = 8;

/** As many of one thing as fit. */
const filled = (head: string, piece: string, tail: string, bytes: number): string =>
  head + piece.repeat(Math.max(1, Math.floor((bytes - head.length - tail.length) / piece.length))) + tail;

const keysOf = (route: RouteDefinition): string[] =>
  Object.keys((route.body as unknown as { shape?: object } | undefined)?.shape ?? {});

/** What each body is made of, at the weight of its route and at that of the largest. */
function* bodiesOf(route: RouteDefinition, bytes: number): Generator<[string, string]> {
  const key = keysOf(route).at(-1) ?? 'a';
  yield ['zeros', filled(`{"${key}":[`, '0,', '0]}', bytes)];
  yield ['empty objects', filled(`{"${key}":[`, '{},', '0]}', bytes)];
  yield ['lists of lists', filled(`{"${key}":[`, '[[[]]],', '0]}', bytes)];
  yield ['depth', filled(`{"${key}":`, '[', '', bytes)];
  yield ['nested objects', filled('', '{"a":', '', bytes)];
  const one = `"k00000":0,`;
  const keys = Array.from({ length: Math.floor(bytes / one.length) }, (_, n) => `"k${String(n).padStart(5, '0')}":0`);
  yield ['bad keys', `{${keys.join(',')}}`];
}

interface Ask {
  what: string;
  route: RouteDefinition;
  token: string;
  body: string;
}

async function ask({ url }: Target, { what, route, token, body }: Ask): Promise<Answers[number]> {
  const answer = await fetch(`${url}/api/v1${route.path.replace(/\{\w+\}/g, () => randomUUID())}`, {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(route.command && { 'idempotency-key': randomUUID() }),
    },
    body,
  }).catch(() => undefined);
  const size = (await answer?.arrayBuffer().catch(() => undefined))?.byteLength ?? 0;
  // An answer larger than a form's faults is an attack on whoever is between.
  return { what, status: size > 128 * KB ? 500 : (answer?.status ?? 499) };
}

function* asks({ officerToken, readers }: Target): Generator<Ask> {
  const member = readers[0]?.token ?? '';
  for (const [id, route] of Object.entries(routes) as [string, RouteDefinition][]) {
    if (!route.body) continue;
    const limit = (route.access === 'public' ? STRANGER_BODY_KB : (route.bodyKb ?? BODY_KB)) * KB;
    for (const [what, body] of bodiesOf(route, limit))
      yield { what: `${what} to ${id}`, route, token: officerToken, body };
  }
  for (const route of [routes.markSeen, routes.reportProgress, routes.issueAssignment, routes.saveDraft])
    for (const [what, body] of bodiesOf(route, 2 * KB * KB))
      yield { what: `2 MB of ${what}`, route, token: member, body };
}

export const densePieces: Attack = async (target) => {
  const answers: Answers = [];
  const waiting = asks(target);
  const work = async () => {
    for (const next of waiting) answers.push(await ask(target, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
};
