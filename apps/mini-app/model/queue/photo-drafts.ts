/** Photos of half-typed forms: bytes do not fit local storage, so they have their own small database. */
import { useEffect, useState } from 'preact/hooks';
import type { SmallPhoto } from '#client';
import { session } from '../sign-in/session.ts';

const STORE = 'photos';
let opening: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  return (opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('to-so-drafts', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));
}

/** Opened once more where it failed: phones close databases of an app that was in the background. */
async function run<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
  again = true,
): Promise<T | undefined> {
  try {
    const request = work((await database()).transaction(STORE, mode).objectStore(STORE));
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    opening = undefined;
    return again ? run(mode, work, false) : undefined;
  }
}

/** The photos of one form, also after the app was closed. */
export function usePhotoDraft(form: string): [SmallPhoto[], (photos: SmallPhoto[]) => void] {
  const key = keyOf(form);
  const [photos, setPhotos] = useState<SmallPhoto[]>([]);
  useEffect(() => {
    void run<SmallPhoto[]>('readonly', (store) => store.get(key)).then((kept) => kept?.length && setPhotos(kept));
  }, [key]);
  const keep = (next: SmallPhoto[]) => {
    setPhotos(next);
    void put(key, next);
  };
  return [photos, keep];
}

const put = (key: string, next: readonly SmallPhoto[]) =>
  run('readwrite', (store) => (next.length ? store.put(next, key) : store.delete(key)) as IDBRequest<unknown>);

export const reopenPhotos = (form: string, photos: readonly SmallPhoto[]): Promise<unknown> => put(keyOf(form), photos);
const keyOf = (form: string) => `${session.value?.personId ?? ''}.${form}`;
