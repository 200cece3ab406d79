import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Command, CommandDraft, SendResult } from './command.ts';
import { CommandQueue } from './command-queue.ts';
import { type CommandStore, openCommandStore } from './command-store.ts';
import { exportUnsent } from './export-unsent.ts';

const sent = (answer: unknown = {}): SendResult => ({ kind: 'sent', answer });
const draft = (lane: string, value = 1): CommandDraft => ({
  kind: 'task.progress',
  lane,
  method: 'POST',
  path: `/tasks/${lane}/progress`,
  body: { value },
  view: { value },
});

function bench(
  answers: (command: Command, path: string) => SendResult | Promise<SendResult>,
  store: CommandStore = openCommandStore(new IDBFactory()),
) {
  const log: { id: string; path: string; value: unknown }[] = [];
  const time = { now: 1_000_000 };
  const queue = new CommandQueue({
    store,
    now: () => time.now,
    random: () => 0.5,
    outcome: (_command, answer) => answer as { receipt?: string },
    send: async (command, path) => {
      log.push({ id: command.id, path, value: command.view.value });
      return answers(command, path);
    },
  });
  return { queue, log, time, store };
}

const states = (queue: CommandQueue) => queue.list().map((item) => item.state);

describe('the offline queue', () => {
  it('stores before it sends and keeps the receipt', async () => {
    const { queue, store } = bench(() => sent({ receipt: 'MS-1' }));
    await queue.open('hoa');
    const [made] = await queue.add(draft('t1', 4));
    await queue.flush();
    expect(queue.list()[0]).toMatchObject({ id: made?.id, state: 'sent', receipt: 'MS-1' });
    expect((await store.load('hoa'))[0]).toMatchObject({ state: 'sent', receipt: 'MS-1' });
    queue.close();
  });

  it('sends again with the same key after a lost answer, and once only', async () => {
    const seen = new Set<string>();
    let online = false;
    const { queue, log, time } = bench((command) => {
      seen.add(command.id);
      return online ? sent() : { kind: 'offline' };
    });
    await queue.open('hoa');
    await queue.add(draft('t1'));
    await queue.flush();
    expect(states(queue)).toEqual(['saved']);
    online = true;
    time.now += 600_000;
    await queue.flush();
    await queue.flush();
    expect(states(queue)).toEqual(['sent']);
    expect(log).toHaveLength(2);
    expect(seen.size).toBe(1);
    queue.close();
  });

  it('keeps the order inside a task, while another task goes on', async () => {
    let broken = true;
    const { queue, log, time } = bench((command) => (command.lane === 'a' && broken ? { kind: 'later' } : sent()));
    await queue.open('hoa');
    await queue.add(draft('a', 1), draft('a', 2), draft('b', 3));
    await queue.flush();
    expect(log.map((one) => one.value)).toEqual([1, 3]);
    broken = false;
    time.now += 600_000;
    await queue.flush();
    expect(log.map((one) => one.value)).toEqual([1, 3, 1, 2]);
    queue.close();
  });

  it('keeps a refused command with its reason, and lets the next one go', async () => {
    const { queue } = bench((command) =>
      command.view.value === 6
        ? { kind: 'refused', refusal: { status: 409, code: 'task.moved', params: { on: '2022-11-17' } } }
        : sent(),
    );
    await queue.open('hoa');
    await queue.add(draft('a', 6), draft('a', 2));
    await queue.flush();
    expect(states(queue)).toEqual(['refused', 'sent']);
    expect(queue.unsent()[0]?.refusal).toEqual({ status: 409, code: 'task.moved', params: { on: '2022-11-17' } });
    await queue.flush();
    expect(states(queue)).toEqual(['refused', 'sent']);
    queue.close();
  });

  it('waits for the entry before its photo and fills in the id that the server gave', async () => {
    const { queue, log } = bench((command) => (command.kind === 'photo' ? sent() : sent({ refs: { entryId: 'e-7' } })));
    await queue.open('hoa');
    await queue.add(
      { ...draft('a'), id: 'entry' },
      {
        kind: 'photo',
        lane: 'a:photos',
        method: 'PUT',
        path: '/progress/{entryId}/photos/p1',
        blob: new Blob(['x']),
        after: 'entry',
        view: {},
      },
    );
    await untilAsked(log, 2);
    expect(log.map((one) => one.path)).toEqual(['/tasks/a/progress', '/progress/e-7/photos/p1']);
    await atRest(queue);
    expect(queue.list()[1]?.blob).toBeUndefined();
    queue.close();
  });

  it('turns a refused entry into another command, and its photo follows', async () => {
    const { queue, log } = bench((command) =>
      command.path.includes('/tasks/')
        ? { kind: 'refused', refusal: { status: 409, code: 'x', params: {} } }
        : sent({ refs: { entryId: 'quick' } }),
    );
    await queue.open('hoa');
    await queue.add(
      { ...draft('a', 6), id: 'entry' },
      {
        kind: 'photo',
        lane: 'a:photos',
        method: 'PUT',
        path: '/progress/{entryId}/photos/p1',
        blob: new Blob(['x']),
        after: 'entry',
        view: {},
      },
    );
    await queue.flush();
    await queue.replace('entry', {
      kind: 'quick',
      lane: 'q',
      method: 'POST',
      path: '/teams/t/quick-reports',
      view: { value: 6 },
    });
    await untilAsked(log, 3);
    await atRest(queue);
    expect(log.map((one) => one.path)).toEqual([
      '/tasks/a/progress',
      '/teams/t/quick-reports',
      '/progress/quick/photos/p1',
    ]);
    expect(states(queue)).toEqual(['sent', 'sent']);
    queue.close();
  });

  it('survives a closed app: what was leaving is sent again under the same key', async () => {
    const store = openCommandStore(new IDBFactory());
    const first = bench(() => new Promise<SendResult>(() => {}), store);
    await first.queue.open('hoa');
    const [made] = await first.queue.add(draft('a', 4));
    await untilAsked(first.log);
    const second = bench(() => sent(), store);
    await second.queue.open('hoa');
    await second.queue.flush();
    expect(second.log.map((one) => one.id)).toEqual([made?.id]);
    expect(states(second.queue)).toEqual(['sent']);
    second.queue.close();
  });

  it('shows each person their own commands and keeps those of others', async () => {
    const { queue } = bench(() => ({ kind: 'offline' }));
    await queue.open('hoa');
    await queue.add(draft('a'));
    await queue.flush();
    queue.close();
    await queue.open('tuan');
    expect(queue.list()).toEqual([]);
    await queue.open('hoa');
    expect(states(queue)).toEqual(['saved']);
    queue.close();
  });

  it('stops at a lost session and loses nothing', async () => {
    const { queue, log } = bench(() => ({ kind: 'signed-out' }));
    await queue.open('hoa');
    await queue.add(draft('a'), draft('b'));
    await queue.flush();
    expect(log.length).toBeGreaterThanOrEqual(1);
    expect(states(queue)).toEqual(['saved', 'saved']);
    queue.close();
  });

  it('lets the owner drop a command with what depends on it, but not one that is leaving', async () => {
    const { queue, log } = bench(() => new Promise<SendResult>(() => {}));
    await queue.open('hoa');
    await queue.add({ ...draft('a'), id: 'one' });
    await untilAsked(log);
    await queue.add({ ...draft('b'), id: 'two' }, { ...draft('b'), id: 'three', after: 'two' });
    expect(await queue.remove('two')).toBe('removed');
    expect(queue.list().map((item) => item.id)).toEqual(['one']);
    expect(await queue.remove('one')).toBe('unknown');
    expect(states(queue)).toEqual(['sending']);
    queue.close();
  });

  it('writes the unsent ones to a file, photos inside', async () => {
    const { queue } = bench(() => ({ kind: 'offline' }));
    await queue.open('hoa');
    await queue.add(draft('a', 4), {
      kind: 'photo',
      lane: 'a:photos',
      method: 'PUT',
      path: '/progress/e1/photos/p1',
      blob: new Blob(['abc'], { type: 'image/jpeg' }),
      view: {},
    });
    const file = JSON.parse(await (await exportUnsent(queue.list())).text());
    expect(
      file.commands.map((row: { view: { value?: number }; photo?: string }) => row.view.value ?? row.photo),
    ).toEqual([4, 'data:image/jpeg;base64,YWJj']);
    queue.close();
  });
});

/** Until the sender was called: the queue stores first, so this takes some turns of the event loop. */
async function untilAsked(log: unknown[], times = 1): Promise<void> {
  while (log.length < times) await new Promise((resolve) => setImmediate(resolve));
}
async function atRest(queue: CommandQueue): Promise<void> {
  while (queue.list().some((item) => item.state === 'sending')) await new Promise((resolve) => setImmediate(resolve));
}
