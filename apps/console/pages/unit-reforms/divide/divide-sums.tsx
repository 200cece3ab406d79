import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FilterChips } from '../../../ui/layout.tsx';
import {
  type Division,
  isOpenRow,
  type Place,
  type Places,
  type Row,
  rowsAt,
  type Shown,
  sumOf,
} from './divide-places.ts';

/** What each unit of the day has so far, and what is left. */
export function Sums({ division, rows, places }: { division: Division; rows: readonly Row[]; places: Places }) {
  const { t, n } = useI18n();
  const card = (position: Place, title: string, at?: number) => {
    const sum = sumOf(rowsAt(rows, places, position));
    const isLeft = position === null && sum.hamlets > 0;
    const households = sum.households === null ? '–' : n(sum.households);
    return (
      <div key={String(position)} className="ur-sum" data-open={isLeft || undefined}>
        <span>
          {at !== undefined && <kbd>{at}</kbd>} <b>{title}</b>
        </span>
        <span>
          <b className="num">{n(sum.hamlets)}</b>{' '}
          {t('ur.divide.sum', { n: sum.hamlets, teams: sum.teams, members: sum.members })}
        </span>
        <small>
          {position === null
            ? t(isLeft ? 'ur.divide.openText' : 'ur.divide.noneOpen', { households })
            : t('ur.divide.nHouseholds', { households })}
        </small>
      </div>
    );
  };
  return (
    <div className="ur-sums">
      {division.heirs.map(({ position, fullName }, at) => card(position, fullName, at + 1))}
      {card(null, t('ur.divide.open'))}
    </div>
  );
}

const keyWords = [
  [['↑', '↓'], 'ur.divide.key.row'],
  [['1–9'], 'ur.divide.key.unit'],
  [['Shift ↓'], 'ur.divide.key.many'],
  [['D'], 'ur.divide.key.split'],
  [['0'], 'ur.divide.key.clear'],
  [['Ctrl Z'], 'ur.divide.key.undo'],
] as const;

export function Tools({
  rows,
  places,
  shown,
  onShown,
}: {
  rows: readonly Row[];
  places: Places;
  shown: Shown;
  onShown: (shown: Shown) => void;
}) {
  const { t } = useI18n();
  const hamlets = rows.filter(({ kind }) => kind !== 'half');
  const options = [
    { key: 'all' as const, label: t('ur.divide.all'), count: hamlets.length },
    { key: 'open' as const, label: t('ur.divide.open'), count: rows.filter((row) => isOpenRow(row, places)).length },
    { key: 'split' as const, label: t('ur.divide.inTwo'), count: rows.filter(({ kind }) => kind === 'split').length },
  ];
  return (
    <div className="ur-tools">
      <FilterChips label={t('ur.divide.show')} options={options} value={shown} onChange={onShown} />
      <p className="ur-keys">
        {keyWords.map(([caps, word]) => (
          <span key={word}>
            {caps.map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}{' '}
            {t(word)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Nothing is left over and nobody is twice; what is not known of households is not added. */
export function Matches({ rows }: { rows: readonly Row[] }) {
  const { t, n } = useI18n();
  const { households, members } = sumOf(rows.filter(({ kind }) => kind !== 'half'));
  return (
    <div className="ur-matches">
      <span className="good">
        <Icon name="shield-check" size={18} />{' '}
        {households === null
          ? t('ur.divide.matchesPeople', { members: n(members) })
          : t('ur.divide.matches', { households: n(households), members: n(members) })}
      </span>
      <span className="muted">{t('ur.divide.paste')}</span>
    </div>
  );
}
