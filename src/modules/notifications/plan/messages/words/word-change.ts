/** What is different of an order that was changed, a line for each. */
import { dateInVietnam, formatDateNear, formatNumber, type Lang } from '#i18n';
import type { MessageParams } from '../message-definition.ts';
import { word } from './word.ts';

export function changeWords(
  { changed = {}, unit = '', unitEn = '' }: MessageParams,
  language: Lang,
  now: Date,
): string {
  const { dueFrom, dueTo, targetFrom, targetTo, work, title, priority } = changed;
  const day = (on: string) => formatDateNear(on, dateInVietnam(now), language, true);
  return [
    priority && word(priority === 'urgent' ? 'changed.urgent' : 'changed.normal', language),
    dueFrom && dueTo && word('changed.due', language, { from: day(dueFrom), to: day(dueTo) }),
    targetFrom !== undefined &&
      targetTo !== undefined &&
      word('changed.target', language, {
        from: formatNumber(targetFrom, language),
        to: formatNumber(targetTo, language),
        unit: (language === 'en' && unitEn) || unit,
      }),
    title && word('changed.title', language, { title }),
    work && word('changed.work', language, { work }),
  ]
    .filter(Boolean)
    .join('\n');
}
