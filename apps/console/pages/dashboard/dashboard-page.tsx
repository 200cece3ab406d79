import { Button, Menu } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { formatDate } from '#i18n';
import { download } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useKeys } from '../../frame/keys.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { OtherDay } from '../../ui/other-day.tsx';
import { PrintMark } from '../../ui/print-mark.tsx';
import { Loaded, Loading } from '../../ui/states.tsx';
import type { UnitsOf } from '../restated/restated.ts';
import { RestatedBoardView, RestatedExport, RestatedSub } from '../restated/restated-board.tsx';
import { RestatedView } from '../restated/restated-view.tsx';
import { UnitsSwitch } from '../restated/units-switch.tsx';
import { MonthStep } from '../../ui/header/month-step.tsx';
import { cellsOf, type Overview, sheetOf, silentParts, sumsOf } from './overview-facts.ts';
import { OverviewCards } from './overview.tsx';
import { RemindMissing } from './warnings-card.tsx';
import { useOverview } from './use-overview.ts';

const route = getRouteApi('/dashboard');
const Charts = later(() => import('./charts.tsx'), 'ChartsOf', ['yearAgo']);
const RestatedChart = later(() => import('./restated-chart.tsx'), 'RestatedChart', ['yearAgo']);

function Subtitle({ overview }: { overview: Overview | undefined }) {
  const { t, lang } = useI18n();
  if (!overview) return null;
  const { startsOn, endsOn, dueOn } = overview;
  return (
    <span>
      {t('over.sub', {
        from: formatDate(startsOn, lang),
        to: formatDate(endsOn, lang),
        due: formatDate(dueOn, lang, { withYear: true }),
      })}
    </span>
  );
}

function useCopy(overview: Overview | undefined) {
  const { t } = useI18n();
  return async () => {
    if (!overview) return;
    const { toTsv } = await import('../../ui/table/copy-tsv.ts');
    const heads = [
      'unit',
      'active',
      'teams',
      'report',
      'due',
      'inTime',
      'silent',
      'waiting',
      'difficulties',
      'overdue',
    ] as const;
    const rows = sheetOf(cellsOf(overview, 'active', false));
    await navigator.clipboard?.writeText(toTsv([heads.map((head) => t(`over.head.${head}`)), ...rows]));
    showNotice(t('table.copied', { n: rows.length }));
  };
}

function PrintMenu({ overview }: { overview: Overview | undefined }) {
  const i18n = useI18n();
  const { t } = i18n;
  const at = useAt();
  const copy = useCopy(overview);
  const save = ({ unit, month }: Overview) =>
    download(
      `/units/${unit.id}/overview/sheet?month=${month}${at ? `&at=${at}` : ''}`,
      `${t('over.sheetFile', { unit: unit.fullName, month })}.xlsx`,
    ).catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  return (
    <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="subtle" color="dark" size="compact-sm" leftSection={<Icon name="printer" />}>
          {t('over.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="printer" size={18} />} onClick={() => window.print()}>
          {t('over.printPage')}
        </Menu.Item>
        <Menu.Item
          disabled={!overview}
          leftSection={<Icon name="download" size={18} />}
          onClick={() => overview && void save(overview)}
        >
          {t('over.download')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="file-spreadsheet" size={18} />} onClick={() => void copy()}>
          {t('over.copy')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The chart of six months costs the server seconds: it is drawn for whoever asks. */
function SixMonths({ unitId, month, units }: { unitId: string; month: string; units: UnitsOf }) {
  const { t } = useI18n();
  const Shown = units === 'now' ? RestatedChart : Charts;
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return (
      <Suspense fallback={<Loading />}>
        <Shown unitId={unitId} month={month} />
      </Suspense>
    );
  return (
    <Button
      className="no-print over-more"
      variant="default"
      leftSection={<Icon name="chart-bar" />}
      onClick={() => setOpen(true)}
    >
      {t('over.sixMonths')}
    </Button>
  );
}

/** A commune reads its own indicators, whoever is above it communes. */
function Restated({ overview: { unit, month } }: { overview: Overview }) {
  const Shown = unit.kind === 'commune' ? RestatedView : RestatedBoardView;
  return <Shown unitId={unit.id} month={month} />;
}

function Body({ overview, units }: { overview: Overview; units: UnitsOf }) {
  const { t } = useI18n();
  const { unit, month } = overview;
  return (
    <>
      {units === 'now' ? <Restated overview={overview} /> : <OverviewCards overview={overview} />}
      <SixMonths key={`${units} ${month}`} unitId={unit.id} month={month} units={units} />
      <p className="print-only caption">{t(`rst.print.${units}`)}</p>
    </>
  );
}

/** What is looked at stands in the address. */
function useLooked() {
  const { me, post } = useIdentity();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const at = useAt();
  const query = useOverview(search.unit ?? post.unit.id, search.month, at);
  const units: UnitsOf = search.units === 'now' ? 'now' : 'then';
  const show = (value: string | undefined, by: UnitsOf = units) =>
    void navigate({
      search: ({ unit }) => ({
        ...(unit && { unit }),
        ...(value && { month: value }),
        ...(by === 'now' && { units: by }),
      }),
      replace: true,
    });
  const unit = query.data?.unit;
  /** Whose communes of today stand beside each other. */
  const restated = unit && unit.kind !== 'commune' && units === 'now' ? unit : undefined;
  const month = search.month ?? query.data?.month ?? me.today.slice(0, 7);
  return { query, month, chosen: search.month, units, restated, show };
}

/** What hurts, in one phrase. */
function Trouble({ overview }: { overview: Overview }) {
  const { t } = useI18n();
  const missing = overview.warnings.missing.length;
  const silent = sumsOf(silentParts(overview.parts)).silent;
  return (
    <>
      {[missing > 0 && t('over.missing', { n: missing }), silent > 0 && t('over.silentTeams', { n: silent })]
        .filter(Boolean)
        .join(', ')}
    </>
  );
}

type PeriodProps = ReturnType<typeof useLooked> & { sub: ReactNode };

function Period({ query, month, chosen, units, restated, show, sub }: PeriodProps) {
  const { t } = useI18n();
  return (
    <>
      <MonthStep month={month} before={t('dash.prev')} after={t('dash.next')} onMonth={show} />
      <UnitsSwitch value={units} onChange={(value) => show(chosen, value)} />
      <span className="page-row-text">{sub}</span>
      <span className="page-row-end no-print">
        {restated ? <RestatedExport unitId={restated.id} month={month} /> : <PrintMenu overview={query.data} />}
      </span>
    </>
  );
}

/** The whole of a unit at a glance: what needs a hand, where, and how the months went. */
export function DashboardPage() {
  const { t } = useI18n();
  const at = useAt();
  const looked = useLooked();
  const { query, month, units, restated, show } = looked;
  const sub = restated ? <RestatedSub unitId={restated.id} month={month} /> : <Subtitle overview={query.data} />;
  useKeys({ p: () => window.print() });
  return (
    <div className="page">
      <PageHeader
        title={t('nav.overview')}
        state={query.data && !restated && <Trouble overview={query.data} />}
        main={query.data && !restated && !at && <RemindMissing overview={query.data} />}
        row={<Period {...looked} sub={sub} />}
      />
      {query.data && !query.data.isCurrent && !at && (
        <OtherDay words="over.past" at={query.data.endsOn} onToday={() => show(undefined)} />
      )}
      <Loaded query={query} rows={8}>
        {(overview) => <Body overview={overview} units={units} />}
      </Loaded>
      <PrintMark />
    </div>
  );
}
