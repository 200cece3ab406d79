/** Lists of names in a sentence: "Thôn 7, Thôn 4, Thôn 10 và 2 tổ khác". */
import type { Translate } from '../i18n/i18n.tsx';

export function nameList(t: Translate, names: readonly string[], shown = 3): string {
  if (names.length <= shown + 1) return names.join(', ');
  return t('list.andMore', { names: names.slice(0, shown).join(', '), n: names.length - shown });
}
