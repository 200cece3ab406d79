/** What an item of the queue is called, and why it still waits. */
import type { Command } from '#client';
import { formatTime } from '#i18n/dates';
import { network } from '../../model/device/network.ts';
import { dayText, t } from '../../model/words/words.ts';
import type { IconName } from '../../ui/icon.tsx';

export function queueTitle({ kind, view }: Pick<Command, 'kind' | 'view'>): string {
  const title = String(view.title ?? '');
  const unit = String(view.unit ?? t('quick.times'));
  if (kind.startsWith('training.')) return title;
  switch (kind) {
    case 'task.accept':
    case 'task.turnDecline':
      return t('queue.item.accept', { title });
    case 'task.undoAccept':
      return t('queue.item.undoAccept', { title });
    case 'task.undoDecline':
      return t('queue.item.undoDecline', { title });
    case 'task.decline':
      return t('queue.item.decline', { title });
    case 'task.extension':
      return t('queue.item.extension', { title });
    case 'task.complete':
      return t('queue.item.complete', { title });
    case 'task.delegate':
      return t('queue.item.delegate', { title, person: String(view.person) });
    case 'photo':
      return t('queue.item.photo', { title, n: Number(view.number) });
    case 'difficulty':
      return t('queue.item.difficulty', { title });
    case 'difficulty.ask':
      return t('queue.item.ask', { title });
    case 'difficulty.close':
      return t('queue.item.close', { title });
    case 'difficulty.reopen':
      return t('queue.item.reopen', { title });
    case 'knowHow.use':
      return t('queue.item.knowHow', { title });
    case 'number.keep':
      return t('queue.item.keepNumber', { title });
    case 'number.change':
      return t('queue.item.changeNumber', { title });
    case 'reason.answer':
      return t('queue.item.answerReason', { title });
    case 'dataRequest':
      return title;
    case 'number.doubt':
      return t('queue.item.doubtNumber', { title });
    case 'quick.apart':
      return t('queue.item.apart', { title, n: Number(view.n) });
    case 'quick.undo':
      return t('queue.item.undoQuick', { title });
    default:
      return t('queue.item.count', { title, n: Number(view.value), unit });
  }
}

export function recordedText({ view, createdAt }: Command): string {
  const time = formatTime(createdAt);
  return view.happenedOn
    ? t('queue.workedOn', { day: dayText(String(view.happenedOn)), time })
    : t('queue.recordedAt', { time });
}

export interface Why {
  icon: IconName;
  text: string;
  /** Sending now may change it. */
  helps: boolean;
}

/** @param before what stands above it in the list: an item of its own lane must arrive first */
export function whyWaiting(item: Command, before: readonly Command[]): Why {
  if (item.state === 'sending') {
    const share = item.uploaded ?? 0;
    const text = share > 0 ? t('queue.sendingShare', { n: Math.round(share * 100) }) : t('queue.sending');
    return { icon: 'cloudUp', text, helps: false };
  }
  const time = formatTime(item.nextAttemptAt ?? 0);
  if (item.unstored) return { icon: 'warn', text: t('queue.why.onlyHere'), helps: network.value !== 'none' };
  if (before.some((one) => one.lane === item.lane || one.id === item.after))
    return { icon: 'clock', text: t('queue.why.before'), helps: false };
  if (network.value === 'none') return { icon: 'noWifi', text: t('queue.why.offline'), helps: false };
  if (item.lastTry === 'busy') return { icon: 'clock', text: t('queue.why.busy', { time }), helps: true };
  if (item.lastTry === 'foreign') return { icon: 'bars', text: t('queue.why.foreign', { time }), helps: true };
  if (item.lastTry === 'offline')
    return { icon: 'bars', text: t('queue.why.weak', { n: item.attempts, time }), helps: true };
  if (item.kind === 'training.seat') return { icon: 'device', text: t('queue.why.seat'), helps: true };
  return { icon: 'device', text: t('queue.saved'), helps: true };
}
