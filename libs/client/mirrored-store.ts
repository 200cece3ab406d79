/**
 * Commands kept in a second place, for web views whose own database may be thrown away. What is found only there comes
 * back; the server knows each command by its id, so one that was sent after all is done once. Photos are too large for it.
 */
import type { Command } from './command.ts';
import type { CommandStore } from './command-store.ts';

export interface SmallStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

const listOf = (personId: string) => `queue.${personId}`;
const rowOf = (id: string) => `command.${id}`;

export function mirroredStore(store: CommandStore, kept: SmallStore): CommandStore {
  const owners = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  /** One after another, in the background: the first place decides when a command is safe. */
  const later = (work: () => Promise<unknown>) => {
    last = last.then(work).catch(() => undefined);
  };
  const { ids, keep, drop } = listIn(kept);
  const mirror = (row: Command) => {
    owners.set(row.id, row.personId);
    if (!row.blob) later(() => (row.state === 'sent' ? drop(row.id, row.personId) : keep(row)));
  };

  return {
    async load(personId) {
      const rows = await store.load(personId);
      for (const row of rows) owners.set(row.id, personId);
      const known = new Set(rows.map(({ id }) => id));
      for (const id of (await ids(personId).catch(() => [])).filter((one) => !known.has(one))) {
        const row = parse<Command>(await kept.get(rowOf(id)).catch(() => null));
        if (row?.personId !== personId) continue;
        owners.set(id, personId);
        await store.swap([row], []);
        rows.push(row);
      }
      return rows;
    },
    get: (id) => store.get(id),
    async add(rows) {
      const added = await store.add(rows);
      if (added) rows.forEach(mirror);
      return added;
    },
    async swap(put, remove) {
      await store.swap(put, remove);
      put.forEach(mirror);
      for (const id of remove) {
        const personId = owners.get(id);
        if (personId) later(() => drop(id, personId));
      }
    },
  };
}

function parse<T>(text: string | null): T | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** The list of a person's commands in the second place, and the rows themselves. */
function listIn(kept: SmallStore) {
  const ids = async (personId: string) => parse<string[]>(await kept.get(listOf(personId))) ?? [];
  const setIds = (personId: string, list: string[]) =>
    list.length > 0 ? kept.set(listOf(personId), JSON.stringify(list)) : kept.remove(listOf(personId));

  const keep = async (row: Command) => {
    await kept.set(rowOf(row.id), JSON.stringify(row));
    const list = await ids(row.personId);
    if (!list.includes(row.id)) await setIds(row.personId, [...list, row.id]);
  };
  const drop = async (id: string, personId: string) => {
    const list = await ids(personId);
    if (list.includes(id))
      await setIds(
        personId,
        list.filter((one) => one !== id),
      );
    await kept.remove(rowOf(id));
  };
  return { ids, keep, drop };
}
