/** Where commands survive a closed app: one IndexedDB store, photos as blobs, rows keyed by person. */
import type { Command } from './command.ts';

export interface CommandStore {
  load(personId: string): Promise<Command[]>;
  put(command: Command): Promise<void>;
  remove(id: string): Promise<void>;
}

const STORE = 'commands';

export function openCommandStore(factory: IDBFactory = indexedDB, name = 'to-so'): CommandStore {
  let opening: Promise<IDBDatabase> | undefined;
  const database = () =>
    (opening ??= open(factory, name).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await database()).transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await settled(transaction);
    return request.result;
  };
  return {
    load: (personId) => run('readonly', (store) => store.index('person').getAll(personId) as IDBRequest<Command[]>),
    put: async ({ uploaded: _shownOnly, ...row }) => void (await run('readwrite', (store) => store.put(row))),
    remove: async (id) => void (await run('readwrite', (store) => store.delete(id))),
  };
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('person', 'personId');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when the transaction is durable, not when its request is done. */
function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** For phones without IndexedDB (private mode of old browsers) and for tests: kept while the page lives. */
export function memoryCommandStore(): CommandStore {
  const rows = new Map<string, Command>();
  return {
    load: async (personId) => [...rows.values()].filter((row) => row.personId === personId).map((row) => ({ ...row })),
    put: async ({ uploaded: _shownOnly, ...row }) => void rows.set(row.id, row),
    remove: async (id) => void rows.delete(id),
  };
}
