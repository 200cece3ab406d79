import type { Command } from './command.ts';
import { type CommandStore, memoryCommandStore } from './command-store.ts';
import { mirroredStore, type SmallStore } from './mirrored-store.ts';

const command = (id: string, change: Partial<Command> = {}): Command => ({
  id,
  personId: 'hoa',
  kind: 'task.accept',
  lane: 't1',
  method: 'POST',
  path: '/tasks/t1/accept',
  view: {},
  state: 'saved',
  createdAt: 1,
  seq: 0,
  attempts: 0,
  ...change,
});

let values: Map<string, string>;
let small: SmallStore;
beforeEach(() => {
  values = new Map();
  small = {
    get: async (key) => values.get(key) ?? null,
    set: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  };
});
/** Writes to the second place come later; a load waits for nothing, so the spec lets them happen first. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const idsIn = async (store: CommandStore, personId = 'hoa') => (await store.load(personId)).map(({ id }) => id);

it('brings back what the first place has lost, once, under its owner only', async () => {
  const before = mirroredStore(memoryCommandStore(), small);
  await before.swap([command('a')], []);
  await before.swap([command('b', { personId: 'tuan' })], []);
  await settled();
  const first = memoryCommandStore();
  const after = mirroredStore(first, small);
  expect(await idsIn(after)).toEqual(['a']);
  expect(await idsIn(first)).toEqual(['a']);
  expect(await idsIn(after)).toEqual(['a']);
});

it('keeps nothing there of what was sent or dropped', async () => {
  const store = mirroredStore(memoryCommandStore(), small);
  await store.swap([command('a')], []);
  await store.swap([command('b')], []);
  await store.swap([command('a', { state: 'sent' })], []);
  await store.swap([], ['b']);
  await settled();
  expect([...values.keys()]).toEqual([]);
  expect(await idsIn(mirroredStore(memoryCommandStore(), small))).toEqual([]);
});

it('leaves photos to the first place', async () => {
  const store = mirroredStore(memoryCommandStore(), small);
  await store.swap([command('p', { kind: 'photo', blob: new Blob(['jpeg']) })], []);
  await settled();
  expect(values.size).toBe(0);
  expect(await idsIn(store)).toEqual(['p']);
});

it('does its work when the second place refuses or holds nonsense', async () => {
  const broken: SmallStore = {
    get: async () => '{not json',
    set: () => Promise.reject(new Error('full')),
    remove: () => Promise.reject(new Error('full')),
  };
  const store = mirroredStore(memoryCommandStore(), broken);
  await store.swap([command('a')], []);
  await settled();
  expect(await idsIn(store)).toEqual(['a']);
  await store.swap([], ['a']);
  expect(await idsIn(store)).toEqual([]);
});
