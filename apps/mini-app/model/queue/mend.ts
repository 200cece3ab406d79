/** "Sửa" of what waits: back into its form under the same command, or, once the commune has it, as a correction. */
import { type Command, uuid } from '#client';
import { showToast } from '../device/speak.ts';
import { t } from '../words.ts';
import { go } from '../../router.ts';
import { reopenDraft } from './draft.ts';
import { commandById, commands } from './kept-commands.ts';
import { reopenPhotos } from './photo-drafts.ts';
import { dropCommand, sendNow } from './queue.ts';

export const canMend = ({ kind, path }: Command): boolean =>
  kind === 'quick' || (kind === 'task.progress' && path.endsWith('/progress'));

export async function mend(item: Command): Promise<void> {
  // An attempt may have arrived without its answer: the same command asks, and does nothing twice.
  if (item.state === 'saved' && item.attempts > 0) {
    await sendNow();
    const now = commandById(item.id);
    if (now?.state === 'sent') return correct(now);
    if (now?.state === 'saved') return showToast(t('queue.mendLater'));
  }
  return reopen(commandById(item.id) ?? item);
}

function correct({ refs, view }: Command): void {
  if (refs?.entryId && view.taskId) go('viec', String(view.taskId), 'sua', refs.entryId);
}

async function reopen(item: Command): Promise<void> {
  const photos = commands.value.flatMap(({ after, blob }) =>
    after === item.id && blob ? [{ blob, width: 0, height: 0 }] : [],
  );
  const { view } = item;
  const body = item.body as { kind?: string; links?: string[]; applicationCodes?: string[] };
  const teamId = String(view.teamId);
  const form = item.kind === 'quick' ? `quick.${teamId}` : `entry.${String(view.taskId)}.new`;
  const note = String(view.note ?? '');
  const typed = { value: Number(view.value), note, day: String(view.happenedOn) };
  const more =
    item.kind === 'quick'
      ? { kind: body.kind, showNote: note !== '', other: true, addToTask: Boolean(view.taskId) }
      : { complete: view.complete, link: body.links?.join(' ') ?? '', codes: body.applicationCodes?.join(' ') ?? '' };
  if (!(await dropCommand(item.id))) return;
  // The server keeps a refusal under its id: what was mended is another command.
  reopenDraft(form, item.state === 'refused' ? uuid() : item.id, { ...typed, ...more });
  await reopenPhotos(form, photos);
  if (item.kind === 'quick') go('bao-nhanh');
  else go('viec', String(view.taskId), 'ghi');
}
