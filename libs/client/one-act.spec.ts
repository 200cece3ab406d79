/** One act is one entry: whatever is tapped twice, in two tabs, on a full phone, with a wrong clock. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Arrival, Command, CommandDraft, SendResult } from './command.ts';
import { CommandQueue } from './command-queue.ts';
import { type CommandStore, memoryCommandStore, openCommandStore } from './command-store.ts';

const sent = (answer: unknown = { refs: { entryId: 'e1' } }): SendResult => ({ kind: 'sent', answer });
const entry = (id: string, value = 12): CommandDraft => ({
  id,
  kind: 'task.progress',
  lane: 'task',
  method: 'POST',
  path: '/tasks/task/progress',
  body: { value },
  view: { value },
});
const photo = (id: string, after: string): CommandDraft => ({
  id,
  kind: 'photo',
  lane: 'task:photos',
  method: 'PUT',
  path: `/progress/{entryId}/photos/${id}` as CommandDraft['path'],
  blob: new Blob(['jpeg']),
  after,
  view: {},
});

type Answer = (command: Command) => SendResult | Promise<SendResult>;
async function phone(
  answer: Answer,
  store: CommandStore = openCommandStore(new IDBFactory()),
  arrival: Arrival = { kind: 'later' },
) {
  const log: string[] = [];
  const time = { now: Date.parse('2022-11-18T00:42:00Z') };
  const queue = new CommandQueue({
    store,
    now: () => time.now,
    random: () => 0.5,
    withdraw: async () => arrival,
    outcome: (_command, body) => body as object,
    send: async (command) => {
      log.push(command.id);
      return answer(command);
    },
  });
  await queue.open('hoa');
  return { queue, log, time, store };
}
const turns = async (n = 30) => {
  for (let i = 0; i < n; i++) await new Promise((resolve) => setImmediate(resolve));
};
const until = async (true_: () => boolean) => {
  for (let i = 0; i < 500 && !true_(); i++) await turns(1);
};
const stateOf = (queue: CommandQueue, id: string) => queue.list().find((item) => item.id === id)?.state;

it('is one command when the form is sent twice in a tick, and again later', async () => {
  const { queue, log } = await phone(() => sent());
  const both = await Promise.all([queue.add(entry('a'), photo('p1', 'a')), queue.add(entry('a'), photo('p2', 'a'))]);
  expect(both.map((made) => made.map(({ id }) => id))).toEqual([
    ['a', 'p1'],
    ['a', 'p1'],
  ]);
  await until(() => stateOf(queue, 'p1') === 'sent');
  expect((await queue.add(entry('a')))[0]).toMatchObject({ id: 'a', state: 'sent' });
  await turns();
  expect(log).toEqual(['a', 'p1']);
});

it('is one command in two tabs, and the second tab shows what the first has made of it', async () => {
  const store = openCommandStore(new IDBFactory());
  const one = await phone(() => sent({ receipt: 'MS-1' }), store);
  const two = await phone(() => sent(), store);
  await one.queue.add(entry('a'));
  await until(() => stateOf(one.queue, 'a') === 'sent');
  expect(await two.queue.add(entry('a', 13))).toMatchObject([{ id: 'a', state: 'sent', receipt: 'MS-1' }]);
  expect(two.log).toEqual([]);
});

it('does not send what another tab has dropped', async () => {
  const store = openCommandStore(new IDBFactory());
  let online = false;
  const one = await phone(() => (online ? sent() : { kind: 'offline', stayed: true }), store);
  await one.queue.add(entry('a'));
  await one.queue.flush();
  const two = await phone(() => ({ kind: 'offline' }), store);
  await two.queue.remove('a');
  online = true;
  await one.queue.sendNow();
  expect(one.log).toEqual(['a']);
  expect(one.queue.list()).toEqual([]);
});

describe('an item of which an attempt may have arrived', () => {
  const withAnswer = async (arrival: Arrival) => {
    const { queue, log } = await phone(() => ({ kind: 'offline' }), openCommandStore(new IDBFactory()), arrival);
    await queue.add(entry('a'), photo('p1', 'a'));
    await queue.flush();
    expect(log).toEqual(['a']);
    return queue;
  };

  it('is taken out when the server has never heard of it', async () => {
    const queue = await withAnswer({ kind: 'withdrawn' });
    expect(await queue.remove('a')).toBe('removed');
    expect(queue.list()).toEqual([]);
  });

  it('stays, with its receipt and its photos, when it has arrived', async () => {
    const queue = await withAnswer(sent({ receipt: 'MS-1', refs: { entryId: 'e1' } }));
    expect(await queue.remove('a')).toBe('arrived');
    expect(queue.list()).toMatchObject([{ id: 'a', state: 'sent', receipt: 'MS-1' }, { id: 'p1' }]);
  });

  it('goes under another id, with its photos, where it was taken back and nobody heard so', async () => {
    const refusal = { status: 410, code: 'platform.commandWithdrawn', params: {} };
    const { queue, log } = await phone(({ id }) => (id === 'a' ? { kind: 'refused', refusal } : sent()));
    await queue.add(entry('a', 13), photo('p1', 'a'));
    await until(() => queue.list().every(({ state }) => state === 'sent'));
    const [follower, anew, ...more] = queue.list();
    expect(more).toEqual([]);
    expect(anew).toMatchObject({ state: 'sent', body: { value: 13 }, view: { value: 13 } });
    expect(follower).toMatchObject({ id: 'p1', after: anew?.id });
    expect(log).toEqual(['a', anew?.id, 'p1']);
  });

  it('stays as it is while nobody can say', async () => {
    const queue = await withAnswer({ kind: 'offline' });
    expect(await queue.remove('a')).toBe('unknown');
    expect(queue.list()).toMatchObject([{ id: 'a', state: 'saved' }, { id: 'p1' }]);
  });

  it('is asked about when the changed one was refused because the first had come late', async () => {
    const { queue } = await phone(
      () => ({ kind: 'refused', refusal: { status: 422, code: 'platform.commandReused', params: {} } }),
      memoryCommandStore(),
      sent({ receipt: 'MS-1' }),
    );
    await queue.add(entry('a', 13));
    await queue.flush();
    expect(await queue.remove('a')).toBe('arrived');
    expect(queue.list()[0]).toMatchObject({ state: 'sent', receipt: 'MS-1' });
  });
});

it('is not in doubt about what has never left the phone', async () => {
  const { queue } = await phone(() => ({ kind: 'offline', stayed: true }));
  await queue.add(entry('a'));
  await queue.flush();
  expect(await queue.remove('a')).toBe('removed');
});

it('does not take out of the page what the phone goes on keeping', async () => {
  const store = memoryCommandStore();
  const { queue } = await phone(() => ({ kind: 'offline', stayed: true }), store);
  await queue.add(entry('a'));
  await queue.flush();
  store.swap = () => Promise.reject(new Error('full'));
  expect(await queue.remove('a')).toBe('unknown');
  expect(stateOf(queue, 'a')).toBe('saved');
});

it('stores a report and its photos whole or not at all', async () => {
  const store = openCommandStore(new IDBFactory());
  const row = (draft: CommandDraft, seq: number) =>
    ({ ...draft, personId: 'hoa', state: 'saved', createdAt: 1, seq, attempts: 0 }) as Command;
  const broken = { ...row(photo('p1', 'a'), 2), blob: (() => 1) as unknown as Blob };
  await expect(store.add([row(entry('a'), 1), broken])).rejects.toThrow();
  expect(await store.load('hoa')).toEqual([]);
  expect(await store.add([row(entry('a'), 1), row(photo('p1', 'a'), 2)])).toBe(true);
  expect(await store.add([row(entry('a'), 1), row(photo('p2', 'a'), 2)])).toBe(false);
  expect((await store.load('hoa')).map(({ id }) => id)).toEqual(['a', 'p1']);
});

it('sends at once what the phone cannot store, keeps it in the page when there is no network, and never doubles it', async () => {
  const full = { ...memoryCommandStore(), add: () => Promise.reject(new Error('QuotaExceededError')) };
  const deny = { ...full, load: full.add, get: full.add, swap: full.add } as CommandStore;
  for (const store of [full, deny]) {
    let online = false;
    const { queue, log } = await phone(() => (online ? sent() : { kind: 'offline' }), store);
    const [made] = await queue.add(entry('a'));
    await queue.add(entry('a'));
    expect(made).toMatchObject({ state: 'saved', unstored: true });
    online = true;
    await queue.sendNow();
    expect(stateOf(queue, 'a')).toBe('sent');
    expect(log.length).toBeLessThanOrEqual(2);
    expect(queue.list()).toHaveLength(1);
  }
});

it('lets counts pass a photo that takes its time, and no photo goes before a count', async () => {
  let letGo = (_: SendResult) => {};
  const { queue, log } = await phone((command) =>
    command.blob && command.id === 'p1' ? new Promise<SendResult>((resolve) => (letGo = resolve)) : sent(),
  );
  await queue.add(entry('a'), photo('p1', 'a'), photo('p2', 'a'));
  await until(() => log.includes('p1'));
  await queue.add(entry('b'));
  await until(() => stateOf(queue, 'b') === 'sent');
  expect(log).toEqual(['a', 'p1', 'b']);
  letGo(sent());
  await until(() => stateOf(queue, 'p2') === 'sent');
  expect(log).toEqual(['a', 'p1', 'b', 'p2']);
});

it('keeps what a photo belongs to until the photo has gone, however long that takes', async () => {
  const store = openCommandStore(new IDBFactory());
  let online = false;
  const first = await phone((command) => (command.blob && !online ? { kind: 'offline' } : sent()), store);
  await first.queue.add(entry('a'), photo('p1', 'a'));
  await until(() => stateOf(first.queue, 'a') === 'sent');
  const second = await phone((command) => (command.blob && !online ? { kind: 'offline' } : sent()), store);
  second.time.now += 3 * 86_400_000;
  await second.queue.open('hoa');
  expect(second.queue.list().map(({ id }) => id)).toEqual(['a', 'p1']);
  online = true;
  await second.queue.sendNow();
  await until(() => stateOf(second.queue, 'p1') === 'sent');
  second.time.now += 2 * 86_400_000;
  await second.queue.open('hoa');
  expect(second.queue.list()).toEqual([]);
});

it('stores what only the page had once it can, before the answer that ends the session', async () => {
  const store = openCommandStore(new IDBFactory());
  const { add } = store;
  store.add = () => Promise.reject(new Error('QuotaExceededError'));
  let result: SendResult = { kind: 'offline', stayed: true };
  const { queue } = await phone(() => result, store);
  for (const id of ['one', 'two']) await queue.add(entry(id));
  expect(queue.list().map(({ unstored }) => unstored)).toEqual([true, true]);
  store.add = add;
  result = { kind: 'signed-out' };
  await queue.sendNow();
  queue.close();
  expect((await store.load('hoa')).map(({ id, unstored }) => [id, unstored])).toEqual([
    ['one', undefined],
    ['two', undefined],
  ]);
});

it('keeps in the page what the phone could never store, over the end of the session, until its person comes back', async () => {
  const store = openCommandStore(new IDBFactory());
  const { add, swap } = store;
  const refuse = () => Promise.reject(new Error('QuotaExceededError'));
  Object.assign(store, { add: refuse, swap: refuse });
  let result: SendResult = { kind: 'signed-out' };
  const { queue } = await phone(() => result, store);
  await queue.add(entry('one'));
  await turns();
  queue.close();
  await turns();
  expect([queue.list(), queue.asideOf('hoa').map(({ id }) => id), queue.asideOf('tuan')]).toEqual([[], ['one'], []]);
  await queue.open('tuan');
  expect(queue.list()).toEqual([]);
  queue.close();
  result = sent();
  await queue.open('hoa');
  await queue.sendNow();
  expect([stateOf(queue, 'one'), queue.asideOf('hoa')]).toEqual(['sent', []]);

  result = { kind: 'signed-out' };
  await queue.add(entry('two'));
  await turns();
  queue.close();
  Object.assign(store, { add, swap });
  await queue.sendNow();
  await turns();
  expect([queue.asideOf('hoa'), (await store.load('hoa')).map(({ id }) => id)]).toEqual([[], ['two']]);
});

it('refuses a photo without its report instead of letting it wait for ever', async () => {
  const { queue } = await phone(() => sent({}));
  await queue.add(entry('a'), photo('p1', 'a'), photo('p2', 'gone'));
  await until(() => stateOf(queue, 'p2') === 'refused');
  expect(queue.list().map(({ state, refusal }) => refusal?.code ?? state)).toEqual([
    'sent',
    'queue.orphan',
    'queue.orphan',
  ]);
});

it('sorts and tries again rightly when the clock is set back by a day', async () => {
  const store = openCommandStore(new IDBFactory());
  let online = false;
  const { queue, log, time } = await phone(() => (online ? sent() : { kind: 'offline' }), store);
  await queue.add(entry('a'));
  time.now -= 86_400_000;
  await queue.add(entry('b'));
  log.length = 0;
  online = true;
  time.now += 60_000;
  await queue.flush();
  expect(log).toEqual(['a', 'b']);
  expect((await phone(() => sent(), store)).queue.list().map(({ id }) => id)).toEqual(['a', 'b']);
});

it('is not held up by one that never gets an answer', async () => {
  const { queue, log } = await phone((command) => (command.id === 'a' ? { kind: 'offline' } : sent()));
  await queue.add(entry('a'), { ...entry('b'), lane: 'other' });
  await queue.flush();
  expect(log).toEqual(['a', 'b']);
  expect(queue.list().map(({ state, lastTry }) => [state, lastTry])).toEqual([
    ['saved', 'offline'],
    ['sent', undefined],
  ]);
});

it('has arrived also when its answer cannot be read', async () => {
  const { queue } = await phone(() => sent(undefined));
  Object.assign(queue, {
    options: {
      ...(queue as unknown as { options: object }).options,
      outcome: () => {
        throw new Error('no task');
      },
    },
  });
  await queue.add(entry('a'));
  await queue.flush();
  expect(stateOf(queue, 'a')).toBe('sent');
});
