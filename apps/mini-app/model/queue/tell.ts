/** What a tap led to, in words that follow the command's own state: nothing is called sent before the commune has it. */
import { useRef } from 'preact/hooks';
import { formatTime } from '#i18n/dates';
import { now } from '../clock.ts';
import { type Toast, showToast } from '../device/speak.ts';
import { session } from '../sign-in/session.ts';
import { t } from '../words/words.ts';
import type { Command, CommandDraft } from '#client';
import { go } from '../../router.ts';
import { accept, undoAccept } from './commands.ts';
import { commandById } from './kept-commands.ts';
import { dropCommand, enqueue } from './enqueue.ts';
import { flushQueue } from './queue.ts';

/** A good network has answered by then; on another one the person hears that it is kept. */
const SOON_MS = 1500;

export async function tellWhatBecame(
  commandId: string,
  whenSent: () => string,
  action?: Toast['action'],
): Promise<void> {
  await Promise.race([flushQueue(), new Promise((resolve) => setTimeout(resolve, SOON_MS))]).catch(() => {});
  const command = commandById(commandId);
  // Signed out meanwhile: that screen says what waits.
  if (!command || !session.value) return;
  if (command.state === 'refused') showToast(t('queue.toReview', { n: 1 }));
  else if (command.state === 'sent') showToast(whenSent(), action);
  else showToast(t(command.unstored ? 'store.none' : 'entry.savedWillSend'), action);
}

/** A colleague was first: said plainly, not as an error. */
function whoAccepted(commandId: string): string {
  const name = commandById(commandId)?.refs?.alreadyBy;
  return name ? t('task.alreadyBy', { name, time: formatTime(now()) }) : t('task.accepted');
}

/** "Hoàn tác": what has not been sent simply leaves the queue; what has is taken back by a second command. */
export function undoOf(commandId: string, takeBack: () => CommandDraft): Toast['action'] {
  const run = async () => {
    if (commandById(commandId)?.state === 'saved' && (await dropCommand(commandId)) === 'removed') return;
    await enqueue(takeBack());
  };
  return { label: t('act.undo'), run: () => void run() };
}

/** One sending at a time: a second touch does nothing, and what went wrong before anything was kept is said. */
export function useSending(work: () => Promise<void>): () => void {
  const running = useRef(false);
  return () => {
    if (running.current) return;
    running.current = true;
    work()
      .catch(() => showToast(t('queue.notKept')))
      .finally(() => {
        running.current = false;
      });
  };
}

/** Takes a task on, with the words that follow and a minute to take it back. */
export function useAccepting(task: Parameters<typeof accept>[0]): () => void {
  return useSending(async () => {
    const [made] = await enqueue(accept(task));
    if (!made) return;
    await tellWhatBecame(
      made.id,
      () => whoAccepted(made.id),
      undoOf(made.id, () => undoAccept(task)),
    );
  });
}

/** "Bỏ". */
export async function takeOut(id: string): Promise<void> {
  const outcome = await dropCommand(id);
  if (outcome === 'unknown') showToast(t('queue.mendLater'));
  if (outcome === 'arrived') {
    const now = commandById(id);
    const run = now && wayToCorrect(now);
    showToast(t('queue.arrived'), run && { label: t('queue.mend'), run });
  }
}

/** What has arrived is corrected where its entry stands. */
export function wayToCorrect({ refs, view }: Command): (() => void) | undefined {
  const { entryId } = refs ?? {};
  return entryId && view.taskId ? () => go('viec', String(view.taskId), 'sua', entryId) : undefined;
}
