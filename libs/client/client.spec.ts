import { backOffMs, isFinalRefusal } from './command.ts';
import { type ServerEvent, parseEvents } from './event-stream.ts';
import { readAnswer } from './send-command.ts';
import { fitInto } from './shrink-photo.ts';
import { uuid } from './uuid.ts';

it('treats every 4xx but 401, 408 and 429 as final', () => {
  expect([400, 403, 404, 409, 413, 422].every(isFinalRefusal)).toBe(true);
  expect([200, 401, 408, 429, 500, 503].some(isFinalRefusal)).toBe(false);
});

const ID = '11111111-1111-4111-8111-111111111111';
const problemOf = (status: number, code = 'task.moved') =>
  JSON.stringify({ code, title: '', status, details: [{ path: '', code, params: { on: '2022-11-17' } }] });
const answer = (status: number, text = '', headers: Record<string, string> = { 'idempotency-key': ID }) =>
  readAnswer(ID, { status, text, header: (name) => headers[name] ?? null });

it('sorts answers by what to do next', () => {
  expect(answer(200, '{"a":1}')).toEqual({ kind: 'sent', answer: { a: 1 } });
  expect(answer(204)).toEqual({ kind: 'sent', answer: undefined });
  expect(answer(401, problemOf(401, 'platform.signInNeeded'))).toEqual({ kind: 'signed-out' });
  expect(answer(503, problemOf(503), { 'idempotency-key': ID, 'retry-after': '3' })).toEqual({
    kind: 'later',
    afterMs: 3000,
  });
  expect(answer(409, problemOf(409))).toEqual({
    kind: 'refused',
    refusal: { status: 409, code: 'task.moved', params: { on: '2022-11-17' } },
  });
  expect(answer(200, '{"a":')).toEqual({ kind: 'later' });
  expect(answer(413, 'too large')).toEqual({ kind: 'later' });
});

describe('an answer of something on the way', () => {
  const of = (headers: Record<string, string>) =>
    [200, 204, 302, 400, 401, 403, 404, 413].flatMap((status) =>
      ['', '{"status":"ok"}', '<html>', problemOf(status)].map((text) => answer(status, text, headers)),
    );

  it('is neither a receipt nor a refusal nor the end of a session, whatever it says', () => {
    for (const result of [...of({}), ...of({ 'idempotency-key': '22222222-2222-4222-8222-222222222222' })])
      expect(result).toEqual({ kind: 'offline', foreign: true });
  });

  it('is worth another try when it is a busy gateway', () => {
    expect(answer(502, '<html>', {})).toEqual({ kind: 'later' });
    expect(answer(503, '', { 'retry-after': '3' })).toEqual({ kind: 'later', afterMs: 3000 });
    expect(answer(429, '', { 'retry-after': '7' })).toEqual({ kind: 'later', afterMs: 7000 });
  });
});

it('backs off twice as long each time, five minutes at most', () => {
  expect([1, 2, 3].map((n) => backOffMs(n, 0.5))).toEqual([2000, 4000, 8000]);
  expect(backOffMs(40, 1)).toBeLessThanOrEqual(360_000);
});

it('makes version 4 ids with and without the platform’s help', () => {
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(uuid()).toMatch(version4);
  const own = crypto.randomUUID;
  Object.assign(crypto, { randomUUID: undefined });
  try {
    expect(uuid()).toMatch(version4);
  } finally {
    Object.assign(crypto, { randomUUID: own });
  }
});

it('reads server-sent events whatever the cuts between packets', () => {
  const text = ': hello\n\nevent: inbox\ndata: {"n":1}\n\nevent: assignment\ndata: a\ndata: b\n\n';
  for (let cut = 0; cut <= text.length; cut += 1) {
    const events: ServerEvent[] = [];
    const rest = parseEvents(text.slice(0, cut), (event) => events.push(event));
    parseEvents(rest + text.slice(cut), (event) => events.push(event));
    expect(events).toEqual([
      { event: 'inbox', data: '{"n":1}' },
      { event: 'assignment', data: 'a\nb' },
    ]);
  }
});

it('fits pictures into 1280 px and leaves small ones alone', () => {
  expect(fitInto(4000, 3000)).toEqual({ width: 1280, height: 960 });
  expect(fitInto(3000, 4000)).toEqual({ width: 960, height: 1280 });
  expect(fitInto(640, 480)).toEqual({ width: 640, height: 480 });
});
