/** What stands in a column of a copy, as people read it. Pure. */
import { dateInVietnam, formatDate, formatNumber, formatTime, type Lang } from '#i18n';
import { logEn } from '#i18n/words/log.en';
import { logVi } from '#i18n/words/log.vi';
import { ownCopyEn } from '#i18n/server/sheets/own-copy.en';
import { ownCopyVi } from '#i18n/server/sheets/own-copy.vi';
import { shortMessagesEn } from '#i18n/server/short-messages.en';
import { shortMessagesVi } from '#i18n/server/short-messages.vi';
import { printPhone } from '../../../people/people/phones.ts';

type Words = Readonly<Record<string, string>>;

export const copyWords: Record<Lang, typeof ownCopyEn> = { vi: ownCopyVi, en: ownCopyEn };
const all: Record<Lang, { own: Words; log: Words; messages: Words }> = {
  vi: { own: ownCopyVi, log: logVi, messages: shortMessagesVi },
  en: { own: ownCopyEn, log: logEn, messages: shortMessagesEn },
};

/** The head of a column; undefined: nobody has given it a word. */
export const headOf = (key: string, lang: Lang): string | undefined => all[lang].own[`key.${key}`];

/** @param value as JSON has it */
export function cellOf(key: string, value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => cellOf(key, one, lang)).join('; ');
  if (typeof value === 'boolean') return all[lang].own[value ? 'copy.yes' : 'copy.no'] ?? '';
  const known = codeOf(key, String(value), lang);
  if (known !== undefined) return known;
  if (typeof value === 'number') return formatNumber(value, lang);
  return typeof value === 'string' ? textOf(key, value, lang) : JSON.stringify(value);
}

/** A code in words; what people have typed is looked up by no name that has any. */
function codeOf(key: string, value: string, lang: Lang): string | undefined {
  const { own, log, messages } = all[lang];
  const named = own[`value.${key}.${value}`];
  if (named !== undefined) return named;
  if (key === 'what' || key === 'purpose') return log[`log.${key}.${value}`];
  if ((key === 'kind' || key === 'muted') && Object.hasOwn(messages, value))
    return messages[value]?.replace(/\{\w+(?:\|[^|}]*\|([^}]*))?\}/g, (_, many?: string) => many ?? '…');
  return undefined;
}

function textOf(key: string, value: string, lang: Lang): string {
  if (key === 'number') return printPhone(value);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) {
    const day = formatDate(dateInVietnam(value), lang, { withYear: true });
    return `${day} ${formatTime(value, true)}`;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, lang, { withYear: true });
  return /^\d\d:\d\d:\d\d$/.test(value) ? value.slice(0, 5) : value;
}
