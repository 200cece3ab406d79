/** What has to be done about a message: done in the inbox itself, and said to be done only when the command got through. */
import type { Command, InboxEntry } from '#client';
import { dateInVietnam } from '#i18n/dates';
import { today } from '../clock.ts';
import { inbox, isSeen } from './inbox.ts';
import type { ShownTask } from '../queue/overlay.ts';
import { commands } from '../queue/kept-commands.ts';
import { shownTasks } from '../tasks-shown.ts';
import { type ShownSession, hasNews, laneOf } from '../training/answers.ts';
import { sessionById } from '../training/sessions.ts';

export interface Duty {
  entry: InboxEntry;
  task: ShownTask | undefined;
  /** A change of it that I have to note. */
  session: ShownSession | undefined;
  /** What I did about it today. */
  done: Command | undefined;
}

const ANSWERS = ['task.accept', 'task.decline', 'training.know', 'number.keep', 'number.change'];

const laneAbout = ({ taskId, sessionId, number }: InboxEntry): string | undefined =>
  taskId ?? (sessionId ? laneOf(sessionId) : number ? `number:${number.questionId}` : undefined);

function doneAbout(entry: InboxEntry): Command | undefined {
  const { id } = entry;
  const lane = laneAbout(entry);
  const found = commands.value.filter((one) =>
    lane
      ? one.lane === lane && ANSWERS.includes(one.kind)
      : one.kind === 'seen' && (one.body as { ids?: string[] }).ids?.includes(id),
  );
  const last = found.at(-1);
  return last && dateInVietnam(last.sentAt ?? last.createdAt) === today() ? last : undefined;
}

/** Refused, it is open again. */
const isAnswered = (entry: InboxEntry): boolean =>
  commands.value.some(({ lane, state }) => lane === laneAbout(entry) && state !== 'refused');

function dutyOf(entry: InboxEntry): Duty | undefined {
  const task = shownTasks.value?.find(({ id }) => id === entry.taskId);
  const session = entry.sessionId ? sessionById(entry.sessionId) : undefined;
  const open = entry.taskId
    ? task?.state === 'assigned'
    : session
      ? hasNews(session)
      : entry.number
        ? entry.number.open && !isAnswered(entry)
        : !entry.sessionId && !isSeen(entry);
  const done = open ? undefined : doneAbout(entry);
  return open || done ? { entry, task, session, done } : undefined;
}

/** Newest first, one for each task; what was done today stays for the day. */
export function duties(): Duty[] {
  const found = (inbox.value?.items ?? []).flatMap((entry) => (entry.mandatory && dutyOf(entry)) || []);
  const about = ({ entry }: Duty) => entry.taskId ?? entry.sessionId ?? entry.id;
  return found.filter((duty, i) => found.findIndex((other) => about(other) === about(duty)) === i);
}
