/** "Sửa" of what waits. What an earlier attempt has brought to the commune after all is corrected there. */
import { type Command, mayHaveArrived, type ProgressInput, type QuickReportInput, uuid } from '#client';
import { showToast } from '../device/speak.ts';
import { t } from '../words/words.ts';
import { go } from '../../router.ts';
import { forgetDraft, reopenDraft } from './draft.ts';
import { commandById, commands } from './kept-commands.ts';
import { reopenPhotos } from './photo-drafts.ts';
import { dropCommand } from './enqueue.ts';
import { wayToCorrect } from './tell.ts';

export const canMend = ({ kind, path }: Command): boolean =>
  kind === 'quick' || (kind === 'task.progress' && path.endsWith('/progress'));

/** "Sửa": back into its form under the same command, or as a correction of what has arrived. */
export async function mend(item: Command): Promise<void> {
  const photos = commands.value.flatMap(({ after, blob }) =>
    after === item.id && blob ? [{ blob, width: 0, height: 0 }] : [],
  );
  const form = formOf(item);
  // The server keeps a refusal under its id, and what was taken back: what was mended is another command.
  const isSpent = item.state === 'refused' || mayHaveArrived(item);
  if (!reopenDraft(form, isSpent ? uuid() : item.id, typedIn(item))) return showToast(t('queue.notKept'));
  const outcome = await dropCommand(item.id);
  if (outcome !== 'removed') {
    forgetDraft(form);
    if (outcome === 'unknown') return showToast(t('queue.mendLater'));
    showToast(t('queue.arrived'));
    return wayToCorrect(commandById(item.id) ?? item)?.();
  }
  await reopenPhotos(form, photos);
  if (item.kind === 'quick') go('bao-nhanh');
  else go('viec', String(item.view.taskId), 'ghi');
}

const formOf = ({ kind, view }: Command): string =>
  kind === 'quick' ? `quick.${String(view.teamId)}` : `entry.${String(view.taskId)}.new`;

const ticksOf = (products: ProgressInput['products'] = []) =>
  Object.fromEntries(products.map(({ productId, marketplace, link }) => [productId, { marketplace, link }]));

function typedIn({ kind, view, body }: Command): object {
  const sent = body as Partial<ProgressInput> & Partial<QuickReportInput>;
  const note = String(view.note ?? '');
  const typed = { value: Number(view.value), note, day: String(view.happenedOn) };
  return kind === 'quick'
    ? {
        ...typed,
        kind: sent.kind,
        showNote: note !== '',
        other: true,
        into: String(view.taskId ?? ''),
        followUp: sent.followUpOn ?? '',
      }
    : {
        ...typed,
        complete: view.complete,
        link: sent.links?.join(' ') ?? '',
        codes: sent.applicationCodes?.join(' ') ?? '',
        ticks: ticksOf(sent.products),
        ...(sent.followUpOn && { followUp: sent.followUpOn }),
        sent: { value: typed.value, breakdown: sent.breakdown },
      };
}
