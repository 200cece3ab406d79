/**
 * What later chunks add to the first screen. Sessions stand at once, as the chunk of training last wrote them: without that
 * chunk and without a network.
 */
import { computed, signal } from './signals.ts';
import type { ComponentChildren, ComponentType } from 'preact';
import { read } from './local.ts';
import { session } from './sign-in/session.ts';

export interface SessionView {
  to: string[];
  /** The hour of a session of today, else its day. */
  time: string;
  line: string;
  title: string;
  place: string;
  /** It is shown until then. */
  until: number;
  /** It waits for my answer, or for my word that I know of a change. */
  asks: boolean;
  late: boolean;
}

export const sessionViews = signal<SessionView[]>((session.value && read('snapshot.sessions')) || []);
export const trainingAsks = computed(() => sessionViews.value.filter((one) => one.asks).length);
export const TrainingOnHome = signal<ComponentType | undefined>(undefined);
/** Ways on below the work: the quick report, reading aloud. */
export const HomeMore = signal<ComponentType | undefined>(undefined);
/** By which ways news comes, where there is no work yet. */
export const newsComes = signal<string | undefined>(undefined);
/** Where there are many tasks: the field, and what the words in it ask of a text. */
export const HomeSearch = signal<ComponentType | undefined>(undefined);
export const searched = signal<((text: string) => boolean) | undefined>(undefined);
/** Below the act of today: what I said I would ask about again. */
export const askedAgain = signal<ComponentChildren>(undefined);
/** Said once on the first screen by a later chunk: what came while the phone was away. */
export const homeNote = signal<ComponentChildren>(undefined);
