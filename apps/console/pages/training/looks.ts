/** Colour, icon and word of a session's state, and the four colours of coverage. Never colour alone: a word or a number goes with it. */
import type { TrainingSessionState } from '#contracts/training/training-states';
import type { MessageId } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';
import type { Schemas } from '../../api/client.ts';

export type SessionRow = Schemas['TrainingSessionRow'];
export type SessionDetail = Schemas['TrainingSessionDetail'];

export interface Look {
  tone: Tone;
  icon: IconName;
  word: MessageId;
  /** Not settled yet: drawn with a dashed edge. */
  dashed?: true;
  struck?: true;
}

const looks: Record<TrainingSessionState | 'over', Look> = {
  proposed: { tone: 'doing', icon: 'hourglass', word: 'train.state.proposed', dashed: true },
  changes_asked: { tone: 'late', icon: 'arrows-exchange', word: 'train.state.changes_asked', dashed: true },
  refused: { tone: 'mute', icon: 'circle-off', word: 'train.state.refused', struck: true },
  published: { tone: 'accepted', icon: 'bell-ringing', word: 'train.state.published' },
  over: { tone: 'new', icon: 'checklist', word: 'train.state.over' },
  done: { tone: 'done', icon: 'circle-check', word: 'train.state.done' },
  cancelled: { tone: 'mute', icon: 'ban', word: 'train.state.cancelled', struck: true },
};

/** A published session whose end has passed waits for its list to be closed. */
export function lookOf({ state, endsAt }: Pick<SessionRow, 'state' | 'endsAt'>, now: number): Look {
  return looks[state === 'published' && Date.parse(endsAt) <= now ? 'over' : state];
}

/** Cancelled and refused sessions take nobody's time. */
export function takesPlace({ state }: Pick<SessionRow, 'state'>): boolean {
  return state !== 'cancelled' && state !== 'refused';
}

export const coverageLevels = ['all', 'half', 'few', 'none'] as const;
export type CoverageLevel = (typeof coverageLevels)[number];

/** Everybody, from a half, below a half, nobody. A team without members has no level. */
export function coverageLevel(trained: number, members: number): CoverageLevel | null {
  if (members === 0) return null;
  if (trained >= members) return 'all';
  if (trained === 0) return 'none';
  return trained * 2 >= members ? 'half' : 'few';
}

/** What a set of sessions comes to: those that take place, seats taken, people who wait for one. */
export function sumOf(sessions: readonly SessionRow[]): { sessions: number; taken: number; waiting: number } {
  const held = sessions.filter(takesPlace);
  return {
    sessions: held.length,
    taken: held.reduce((sum, { taken }) => sum + taken, 0),
    waiting: held.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}
