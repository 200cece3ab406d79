/** A session as this phone shows it: the server's word, and what I have answered on top. Pure. A seat is never held before the server says so. */
import type { Command, MyTrainingSession } from '#client';

export type SeatAnswer = 'take' | 'give_back' | 'decline';
export type Scan = { at: string; state: 'saved' | 'counted' | 'doubtful' };

export interface ShownSession extends MyTrainingSession {
  /** Answered here, not yet known to the server. */
  pending: { answer: SeatAnswer; commandId: string; canTakeBack: boolean } | undefined;
  /** What the server did not take, with its reason. */
  refused: Command | undefined;
  /** The change that stands in `mine.before` was noted on this phone. */
  acknowledged: boolean;
  feedbackGiven: boolean;
  /** The trainer's code, scanned by me. */
  scan: Scan | undefined;
}

export const laneOf = (sessionId: string): string => `training:${sessionId}`;
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
const isOpen = ({ state }: Command) => state === 'saved' || state === 'sending';

export function withAnswers(session: MyTrainingSession, commands: readonly Command[]): ShownSession {
  const mine = commands.filter(({ lane }) => lane === laneOf(session.id));
  const of = (kind: string) => mine.filter((command) => command.kind === kind);
  const answer = last(of('training.answer').filter(isOpen));
  const scan = last(of('training.self').filter(({ state }) => state !== 'refused'));
  return {
    ...session,
    pending: answer && {
      answer: answer.view.answer as SeatAnswer,
      commandId: answer.id,
      canTakeBack: answer.state === 'saved',
    },
    refused: last(mine.filter(({ state }) => state === 'refused')),
    acknowledged: of('training.know').some(
      ({ state, view }) => state !== 'refused' && Number(view.version) >= session.version,
    ),
    feedbackGiven: session.mine.feedbackGiven || of('training.feedback').some(({ state }) => state !== 'refused'),
    scan: scan && {
      at: scan.refs?.at ?? String(scan.view.at),
      state: scan.state === 'sent' ? ((scan.refs?.state as Scan['state']) ?? 'counted') : 'saved',
    },
  };
}

/** The moved time or place, or the cancellation, that I have not said I know of. */
export const hasNews = (session: ShownSession): boolean =>
  session.mine.mustAcknowledge &&
  !session.acknowledged &&
  (session.state === 'cancelled' || session.mine.before !== null);

/** True while an answer is awaited: a seat to take or leave. A class that was cancelled or moved asks nothing of whoever has a seat. */
export const asksMe = ({ startsAt, state, mine, pending }: ShownSession, at: number): boolean =>
  Date.parse(startsAt) > at && state === 'published' && mine.state === 'invited' && !pending;

/** When I was there, as far as this phone knows; a scan that the trainer has still to confirm does not count. */
export function thereAt({ mine, scan }: ShownSession): string | undefined {
  return mine.checkedInAt && scan?.state !== 'doubtful'
    ? mine.checkedInAt
    : scan?.state === 'counted'
      ? scan.at
      : undefined;
}

export type Phase = 'before' | 'running' | 'over';
export function phaseOf({ startsAt, endsAt }: Pick<MyTrainingSession, 'startsAt' | 'endsAt'>, at: number): Phase {
  if (at < Date.parse(startsAt)) return 'before';
  return at < Date.parse(endsAt) ? 'running' : 'over';
}

/** Seats that I could take now; for who comes without a team, those of the whole class. */
export const seatsLeft = ({ team, capacity, taken }: MyTrainingSession): number =>
  team ? team.left : Math.max(0, capacity - taken);
