import { formatMoment } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Side } from './use-merge.ts';

/** "Thành viên, Thôn 1, Xã Thọ Bình": each place of a record in one line. */
export const placeLines = ({ places }: Pick<Side, 'places'>): string[] => [
  ...new Set(places.map(({ title, team, unit }) => [title, team, unit.fullName].filter(Boolean).join(', '))),
];

/** What else tells two records of one name apart. */
export function useSideNote(): (side: Side) => string {
  const { t, lang } = useI18n();
  return ({ phoneMasked, accounts, lastSeenAt }) =>
    [
      phoneMasked ?? t('merge.noPhone'),
      ...accounts
        .map((space) => (space === 'telegram' ? 'Telegram' : 'Zalo'))
        .filter((name, i, all) => all.indexOf(name) === i),
      lastSeenAt ? t('merge.seen', { at: formatMoment(lastSeenAt, Date.now(), lang) }) : t('merge.never'),
    ].join(' · ');
}
