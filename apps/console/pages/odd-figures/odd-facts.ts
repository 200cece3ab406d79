/** What is said of an odd figure. */
import { formatNumber, type Lang } from '#i18n';
import { oddFiguresVi } from '#i18n/console/reporting/odd-figures.vi';
import { odditiesEn } from '#i18n/words/oddities.en';
import { odditiesVi } from '#i18n/words/oddities.vi';
import { type OddityReason, oddityText } from '#i18n/words/oddity-text';
import type { Schemas } from '../../api/client.ts';
import { render, type Translate } from '../../i18n/i18n.tsx';
import { monthText } from '../../ui/text/months.ts';
import { nameOf } from '../../ui/text/figures.ts';

export type Odd = Schemas['OddFigure'];
export type OddList = Schemas['OddFigures'];
export const filters = ['all', 'open', 'asked', 'answered', 'dismissed'] as const;
export type Filter = (typeof filters)[number];

/** "–" where it is not reported: 0 is a figure. */
export const valueText = ({ value }: Pick<Odd, 'value'>, lang: Lang): string =>
  value === null ? '–' : formatNumber(value, lang);

/** "210–262", or the one number that is usual. */
export function usualText({ usual }: Pick<Odd, 'usual'>, lang: Lang): string {
  if (!usual) return '–';
  return [...new Set([usual.low, usual.high].map((value) => formatNumber(value, lang)))].join('–');
}

/** What the figure does to the sum of all places: "+4,8%"; from double on "gấp 2,3 lần"; nothing where the others report 0. */
export function effectText({ difference, share, total }: NonNullable<Odd['effect']>, t: Translate, lang: Lang): string {
  if (total <= difference) return '';
  const times = 1 + share;
  if (times >= 2) return t('odd.times', { n: times < 10 ? Math.round(times * 10) / 10 : Math.round(times) });
  return signed(difference, `${formatNumber(Math.round(share * 1000) / 10, lang)}%`);
}

/** With a plus, or a minus sign as wide as one. */
export const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text.replace('-', '−'));

/** All that the checks say of it; a reason that this version does not know stays unsaid. */
export function whyText({ reasons }: Pick<Odd, 'reasons'>, lang: Lang): string {
  const words = lang === 'vi' ? odditiesVi : odditiesEn;
  return reasons
    .filter(({ reason }) => `oddity.${reason}` in words)
    .map(({ reason, params }) => oddityText(words, lang, { reason: reason as OddityReason, params }))
    .join(' ');
}

/** The question as it stands ready, in the language of the commune; whoever asks may word it otherwise. */
export function draftOf(odd: Odd): string {
  const facts = { name: odd.indicator.name, month: monthText(odd.month), value: valueText(odd, 'vi') };
  if (!odd.usual) return render(oddFiguresVi['odd.draftPlain'], facts, 'vi');
  const [low, high] = [formatNumber(odd.usual.low, 'vi'), formatNumber(odd.usual.high, 'vi')];
  return render(oddFiguresVi[low === high ? 'odd.draftSame' : 'odd.draft'], { ...facts, low, high }, 'vi');
}

export const titleOf = (odd: Odd, lang: Lang): string => `${odd.unit.name} · ${nameOf(odd.indicator, lang)}`;
