/**
 * A file that somebody is at work on, kept in this browser over a reload of the page, for a day; with what was said of it.
 * A browser without a database keeps nothing, and says nothing: the file is chosen again.
 */
const name = 'to-so-files';
const store = 'files';
const keptMs = 86_400_000;

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null);
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => resolve(null);
    asked.onblocked = () => resolve(null);
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const database = await open();
  if (!database) return undefined;
  return new Promise((resolve) => {
    const asked = act(database.transaction(store, mode).objectStore(store));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => resolve(undefined);
  }).finally(() => database.close()) as Promise<T | undefined>;
}

export async function keepFile<T extends object>(key: string, value: T): Promise<void> {
  await within('readwrite', (files) => files.put({ value, at: Date.now() }, key));
}

export async function keptFile<T extends object>(key: string): Promise<T | null> {
  const kept = (await within('readonly', (files) => files.get(key))) as { value: T; at: number } | undefined;
  if (!kept) return null;
  if (Date.now() - kept.at < keptMs) return kept.value;
  await dropFile(key);
  return null;
}

export async function dropFile(key: string): Promise<void> {
  await within('readwrite', (files) => files.delete(key));
}
