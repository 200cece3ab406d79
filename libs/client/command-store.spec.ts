import { IDBFactory } from 'fake-indexeddb';
import type { Command } from './command.ts';
import { openCommandStore } from './command-store.ts';

/** Of a phone whose databases can be closed behind the page's back. */
function phone() {
  const factory = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = factory.open.bind(factory);
  factory.open = (...args) => {
    const request = open(...args);
    request.addEventListener('success', () => opened.push(request.result as unknown as IDBDatabase));
    return request;
  };
  return { factory: factory as unknown as globalThis.IDBFactory, opened };
}
const command = (id: string) => ({ id, personId: 'p', kind: 'k', lane: 'l' }) as unknown as Command;

it('opens its database again when the phone has closed it in the background', async () => {
  const { factory, opened } = phone();
  const store = openCommandStore(factory);
  expect(await store.add([command('a')])).toBe(true);
  opened[0]?.close();
  expect(await Promise.all([store.add([command('b')]), store.get('a')])).toMatchObject([true, { id: 'a' }]);
  expect((await store.load('p')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(opened).toHaveLength(2);
});
