/** The form of results of the phone, without its picture: what it says of an entry, and what it sends. */
import type { TaskDetail } from '#client';
import { progress } from '../../apps/mini-app/model/queue/commands.ts';
import { checkEntry, finishing, type Typed } from '../../apps/mini-app/screens/task/entry/check-entry.ts';

export type { Typed } from '../../apps/mini-app/screens/task/entry/check-entry.ts';

export interface Judged {
  /** Names of the fields that hold it back, in order of the screen; "count" where no number stands. */
  missing: string[];
  body: Record<string, unknown>;
}

export function judgedByPhone(task: TaskDetail, typed: Typed, of: { day: string; photos: number }): Judged {
  const { value, note } = typed;
  const before = task.figures.reported;
  const { complete } = finishing(task, { before, value, wants: typed.complete, wrong: undefined });
  const working = { byName: false, named: [], value, day: of.day, complete, photos: of.photos, kept: [] };
  const { missing, ...given } = checkEntry(task, typed, working);
  const photos = Array.from({ length: of.photos }, () => ({ blob: new Blob(['x']), width: 1, height: 1 }));
  const [command] = progress(task, { id: 'one', value, note, happenedOn: of.day, complete, photos, ...given });
  const fields = missing.map(({ field }) => field);
  return {
    missing: value === 0 && !complete ? ['count'] : fields,
    body: command?.body as Record<string, unknown>,
  };
}
