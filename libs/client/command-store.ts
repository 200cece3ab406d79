/** Where commands survive a closed app: one IndexedDB store, photos as blobs, rows keyed by person. */
import type { Command } from './command.ts';

export interface CommandStore {
  load(personId: string): Promise<Command[]>;
  get(id: string): Promise<Command | undefined>;
  /** All of them or none; false when the first is there already, by another tab or an earlier tap. */
  add(commands: readonly Command[]): Promise<boolean>;
  /** Puts and removes in one write. */
  swap(put: readonly Command[], remove: readonly string[]): Promise<void>;
}

const STORE = 'commands';
const OPEN_MS = 4000;

export function openCommandStore(factory: IDBFactory = indexedDB, name = 'to-so'): CommandStore {
  const begin = transactionsOf(() => open(factory, name));
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T> | undefined) => {
    const transaction = await begin(STORE, mode);
    try {
      const request = work(transaction.objectStore(STORE));
      await settled(transaction);
      return request?.result;
    } catch (error) {
      abort(transaction);
      throw error;
    }
  };
  return {
    load: async (personId) =>
      (await run('readonly', (store) => store.index('person').getAll(personId) as IDBRequest<Command[]>)) ?? [],
    get: (id) => run('readonly', (store) => store.get(id) as IDBRequest<Command | undefined>),
    add: async ([first, ...rest]) => {
      if (!first || (await run('readonly', (store) => store.count(first.id)))) return false;
      try {
        await run('readwrite', (store) => {
          for (const command of [first, ...rest]) store.add(rowOf(command));
          return undefined;
        });
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'ConstraintError') return false;
        throw error;
      }
    },
    swap: async (put, remove) =>
      void (await run('readwrite', (store) => {
        for (const command of put) store.put(rowOf(command));
        for (const id of remove) store.delete(id);
        return undefined;
      })),
  };
}

/**
 * Opened when it is first needed, and anew where that failed or where the browser has closed it since, as phones do with
 * an app that was in the background: what is asked of a closed one would fail for as long as the page stands.
 */
function transactionsOf(open: () => Promise<IDBDatabase>) {
  let opening: Promise<IDBDatabase> | undefined;
  const database = () =>
    (opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  return async (store: string, mode: IDBTransactionMode): Promise<IDBTransaction> => {
    const known = database();
    try {
      return (await known).transaction(store, mode);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      if (opening === known) opening = undefined;
      return (await database()).transaction(store, mode);
    }
  };
}

/** What was put before a value that cannot be stored would stay. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/** What only the screen needs stays out. */
const rowOf = ({ uploaded: _shown, unstored: _here, ...row }: Command): Command => row;

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('person', 'personId');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    // Some browsers never answer while another program holds the files; the person has tapped and waits.
    setTimeout(() => reject(new Error('the store does not open')), OPEN_MS);
  });
}

/** Resolves when the transaction is durable, not when its request is done. */
function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** For phones without IndexedDB: nothing can be kept, and the queue says so. */
export const noCommandStore: CommandStore = {
  load: async () => [],
  get: async () => undefined,
  add: () => Promise.reject(new Error('no store')),
  swap: () => Promise.reject(new Error('no store')),
};

/** For tests: kept while the page lives. */
export function memoryCommandStore(): CommandStore {
  const rows = new Map<string, Command>();
  const keep = (command: Command) => void rows.set(command.id, rowOf(command));
  return {
    load: async (personId) => [...rows.values()].filter((row) => row.personId === personId).map((row) => ({ ...row })),
    get: async (id) => rows.get(id),
    add: async (commands) => {
      if (commands.some(({ id }) => rows.has(id))) return false;
      commands.forEach(keep);
      return true;
    },
    swap: async (put, remove) => {
      put.forEach(keep);
      for (const id of remove) rows.delete(id);
    },
  };
}
