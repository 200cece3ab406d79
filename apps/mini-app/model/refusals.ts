/** Why the server kept something out, in words that the member can act on. Unknown codes fall back by status. */
import type { Command, Refusal } from '#client';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { dayText, t } from './words.ts';

const BY_CODE: Record<string, MiniAppKey> = {
  'membership.left': 'refusal.left',
  'task.notYours': 'refusal.moved',
  'task.moved': 'refusal.moved',
  'task.cancelled': 'refusal.cancelled',
  'task.wrongState': 'refusal.state',
  'task.alreadyConfirmed': 'refusal.confirmed',
  'task.periodLocked': 'refusal.locked',
  'photo.notAPhoto': 'refusal.photo',
  'photo.tooLarge': 'refusal.photoSize',
  'http.413': 'refusal.photoSize',
};

export function refusalText({ refusal, view }: Pick<Command, 'refusal' | 'view'>): string {
  if (!refusal) return '';
  const day = typeof refusal.params.on === 'string' ? dayText(refusal.params.on.slice(0, 10)) : undefined;
  const values = { ...plain(refusal), ...(day && { day }) };
  const text = t(BY_CODE[refusal.code] ?? byStatus(refusal.status), values).replace(/ ?\{\w+\}/g, '');
  const kept = Number(view.value) > 0 ? ` ${t('refusal.kept', { n: Number(view.value), unit: String(view.unit ?? t('quick.times')) })}` : '';
  return text + kept;
}

const byStatus = (status: number): MiniAppKey => (status === 403 || status === 404 ? 'refusal.noRight' : status === 409 ? 'refusal.state' : 'refusal.other');
const plain = ({ params }: Refusal) => Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number')) as Record<string, string | number>;
