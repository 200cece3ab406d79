/** What an item of the queue is called, and why it still waits. */
import type { Command } from '#client';
import { formatTime } from '#i18n/dates';
import { network } from '../../model/device/network.ts';
import { dayText, t } from '../../model/words/words.ts';
import type { IconName } from '../../ui/icon.tsx';

type Titled = Pick<Command, 'kind' | 'view'>;
/** In the words of what was done; what is not here speaks by its own title, and a result by its number. */
const TITLES: Record<string, (title: string, view: Command['view']) => string> = {
  'task.accept': (title) => t('queue.item.accept', { title }),
  'task.turnDecline': (title) => t('queue.item.accept', { title }),
  'task.undoAccept': (title) => t('queue.item.undoAccept', { title }),
  'task.undoDecline': (title) => t('queue.item.undoDecline', { title }),
  'task.decline': (title) => t('queue.item.decline', { title }),
  'task.extension': (title) => t('queue.item.extension', { title }),
  'task.complete': (title) => t('queue.item.complete', { title }),
  'task.delegate': (title, { person }) => t('queue.item.delegate', { title, person: String(person) }),
  photo: (title, { number: n }) => t('queue.item.photo', { title, n: Number(n) }),
  difficulty: (title) => t('queue.item.difficulty', { title }),
  'difficulty.ask': (title) => t('queue.item.ask', { title }),
  'difficulty.close': (title) => t('queue.item.close', { title }),
  'difficulty.reopen': (title) => t('queue.item.reopen', { title }),
  'knowHow.use': (title) => t('queue.item.knowHow', { title }),
  'number.keep': (title) => t('queue.item.keepNumber', { title }),
  'number.change': (title) => t('queue.item.changeNumber', { title }),
  'reason.answer': (title) => t('queue.item.answerReason', { title }),
  'number.doubt': (title) => t('queue.item.doubtNumber', { title }),
  'quick.apart': (title, { n }) => t('queue.item.apart', { title, n: Number(n) }),
  'quick.undo': (title) => t('queue.item.undoQuick', { title }),
  dataRequest: (title) => title,
  'busy.say': (day) => t('queue.item.busy', { day }),
  'skills.say': () => t('queue.item.skills'),
  'followUp.done': (title) => t('queue.item.followUp', { title }),
  'followUp.move': (title, { day }) => t('queue.item.followUpMove', { title, day: String(day) }),
  'busy.end': () => t('queue.item.busyEnd'),
};

export function queueTitle({ kind, view }: Titled): string {
  const title = String(view.title ?? '');
  if (kind.startsWith('training.')) return title;
  const unit = String(view.unit ?? t('quick.times'));
  return TITLES[kind]?.(title, view) ?? t('queue.item.count', { title, n: Number(view.value), unit });
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
