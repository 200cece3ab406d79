import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { owedOf, sentOf } from '#contracts/reporting/report-standing';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Metric, type Overview, percentOf, type Sums, sumsOf } from './overview-facts.ts';
import type { Opened } from './teams-dialog.tsx';

interface Acts {
  onOpen: (opened: Opened) => void;
  onMetric: (metric: Metric) => void;
}

function Tile({ label, value, rest, way }: { label: string; value: string; rest: string; way: ReactNode }) {
  return (
    <li>
      <span>{label}</span>
      <span className="over-figure">
        <strong className="num">{value}</strong>
        <span className="muted num">{rest}</span>
      </span>
      {way}
    </li>
  );
}

function Way({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="over-way no-print" onClick={onClick}>
      {label} <Icon name="arrow-right" size={15} />
    </button>
  );
}

function useWays(overview: Overview, sums: Sums, { onOpen, onMetric }: Acts) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const isCommune = overview.unit.kind === 'commune';
  const isCountry = overview.unit.kind === 'country';
  const to = (path: '/report-board' | '/results' | '/difficulties', label: string, search: Record<string, string>) => (
    <Link to={path} search={search} className="over-way no-print">
      {label} <Icon name="arrow-right" size={15} />
    </Link>
  );
  const byPart = (metric: Metric) => (
    <Way label={t(isCountry ? 'over.byProvince' : 'over.byPart')} onClick={() => onMetric(metric)} />
  );
  // Teams are listed for one province at a time.
  const teams = (what: Opened['what'], metric: Metric, label: string) =>
    isCountry ? byPart(metric) : <Way label={label} onClick={() => onOpen({ what, unit: overview.unit })} />;
  const unsent = overview.reports ? owedOf(overview.reports) - sentOf(overview.reports) : 0;
  const [idle, late] = [sums.teams - sums.active, sums.due - sums.inTime];
  const board = { month: overview.month };
  return {
    sent:
      unsent > 0 && may('report.receive')
        ? to('/report-board', t('over.openUnsent', { n: unsent }), board)
        : unsent > 0 &&
          !isCountry && <Way label={t('over.openUnsent', { n: unsent })} onClick={() => onMetric('report')} />,
    active: idle > 0 && teams('inactive', 'active', t('over.openIdle', { n: idle })),
    inTime: late > 0 && teams('late', 'inTime', t('over.openLate', { n: late })),
    waiting:
      sums.waiting > 0 &&
      (isCommune && may('result.confirm')
        ? to('/results', t('over.openWaiting', { n: sums.waiting }), {})
        : byPart('waiting')),
    difficulties:
      sums.lateDifficulties > 0
        ? to('/difficulties', t('over.openOverdue', { n: sums.lateDifficulties }), { filter: 'late' })
        : sums.difficulties > 0 && to('/difficulties', t('over.openAll', { n: sums.difficulties }), {}),
  };
}

/** Up to five figures; each opens what it counts. What waits is of today, and stands on no other day. */
export function OverviewTiles({ overview, ...acts }: { overview: Overview } & Acts) {
  const { t, n } = useI18n();
  const sums = sumsOf(overview.parts);
  const ways = useWays(overview, sums, acts);
  const percent = percentOf(sums.inTime, sums.due);
  const { reports, isCurrent } = overview;
  return (
    <ul className="over-tiles">
      {reports && owedOf(reports) > 0 && (
        <Tile
          label={t('over.sent')}
          value={n(sentOf(reports))}
          rest={t('over.ofCommunes', { n: owedOf(reports) })}
          way={ways.sent}
        />
      )}
      <Tile
        label={t('over.active')}
        value={n(sums.active)}
        rest={t('over.ofTeams', { n: sums.teams })}
        way={ways.active}
      />
      <Tile
        label={t('over.inTime')}
        value={percent === null ? '–' : `${n(percent)}%`}
        rest={sums.due > 0 ? t('over.ofTasks', { a: sums.inTime, b: sums.due }) : ''}
        way={ways.inTime}
      />
      {isCurrent && (
        <>
          <Tile
            label={t('over.waiting')}
            value={n(sums.waiting)}
            rest={t('over.results', { n: sums.waiting })}
            way={ways.waiting}
          />
          <Tile
            label={t('over.difficulties')}
            value={n(sums.difficulties)}
            rest={t('over.things', { n: sums.difficulties })}
            way={ways.difficulties}
          />
        </>
      )}
    </ul>
  );
}
