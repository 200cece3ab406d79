/** Lists of names in a sentence: "Thôn 7, Thôn 4, Thôn 10 và 2 tổ khác". */
import type { MessageId, Translate } from '../i18n/i18n.tsx';

/** @param of how many there are, where only the first of them are named */
export function nameList(t: Translate, names: readonly string[], shown = 3, of = names.length): string {
  if (of <= shown + 1 && of === names.length) return names.join(', ');
  const first = names.slice(0, shown);
  return t('list.andMore', { names: first.join(', '), n: of - first.length });
}

const NAMED = 4;

/** Up to four names, then how many more. @param more the words for {names} and {n} more */
export function firstNames(t: Translate, names: readonly string[], more: MessageId): string {
  const first = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? t(more, { names: first, n: names.length - NAMED }) : first;
}
