/** What this phone has done and keeps, as the screens show it; queue.ts fills it. */
import { computed, signal } from '../signals.ts';
import type { Command } from '#client';
import { read } from '../local.ts';

export const commands = signal<readonly Command[]>([]);

/** Quiet commands are kept and sent like the others, but are nobody's work and are not counted or listed. */
export const isQuiet = (kind: string): boolean => kind === 'seen' || kind === 'seal';
export const worthShowing = computed(() => commands.value.filter((item) => !isQuiet(item.kind)));
export const isOpen = ({ state }: Command): boolean => state === 'saved' || state === 'sending';
/** What follows an act that is shown, such as a photo of a report, is a line of it. */
const isPart = (item: Command, all: readonly Command[]) =>
  Boolean(item.after) && all.some(({ id }) => id === item.after);
export const acts = computed(() => worthShowing.value.filter((item, _i, all) => !isPart(item, all)));
export const partsOf = (act: Command): Command[] => commands.value.filter(({ after }) => after === act.id);
/** An act is through with its last part. */
export const unsent = computed(() =>
  acts.value.filter((act) => isOpen(act) || (act.state === 'sent' && partsOf(act).some(isOpen))),
);
/** Kept in this page only: the phone could not store it. */
export const onlyHere = computed(() => unsent.value.filter((item) => item.unstored));
export const refused = computed(() =>
  acts.value.filter((act) =>
    [act, ...(act.state === 'sent' ? partsOf(act) : [])].some(({ state }) => state === 'refused'),
  ),
);
export const commandById = (id: string): Command | undefined => commands.value.find((item) => item.id === id);

/** Enough for a screen without a session: whose, how many, since when. */
export interface LeftBehind {
  personId: string;
  n: number;
  name: string;
  since: number;
}
export const leftUnsent = (): boolean => read('unsent') !== undefined;
