/** Runs in the page, before its scripts: a clock that can be moved and a store that can fail, both kept over reloads. */
export interface WalkPage {
  walkSet(name: 'walk.off' | 'walk.full', value: number): void;
  walkStored(): Promise<{ id: string; state: string; value: number }[]>;
}

export function prepareWalk(off: number): void {
  const Real = Date;
  const kept = (name: string) => Number(localStorage.getItem(name) ?? (name === 'walk.off' ? off : 0));
  let shift = kept('walk.off');
  let full = kept('walk.full');
  globalThis.Date = new Proxy(Real, {
    construct: (_target, given: []) => (given.length > 0 ? new Real(...given) : new Real(Real.now() + shift)),
    get: (target, name) => (name === 'now' ? () => Real.now() + shift : Reflect.get(target, name)),
  });
  const { add, put } = IDBObjectStore.prototype;
  const refuse = () => {
    if (full) throw new DOMException('full', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...row: [unknown]) {
    refuse();
    return add.apply(this, row);
  };
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row: [unknown]) {
    refuse();
    return put.apply(this, row);
  };
  Object.assign(globalThis, {
    walkSet(name: string, value: number) {
      localStorage.setItem(name, String(value));
      shift = kept('walk.off');
      full = kept('walk.full');
    },
    walkStored: () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('to-so', 1);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction('commands').objectStore('commands').getAll();
          asked.onsuccess = () => {
            database.close();
            resolve(
              (asked.result as { id: string; state: string; kind: string; view: { value?: number } }[])
                .filter(({ kind }) => kind === 'task.progress' || kind === 'quick')
                .map(({ id, state, view }) => ({ id, state, value: Number(view.value) })),
            );
          };
          asked.onerror = () => reject(asked.error);
        };
      }),
  });
}
