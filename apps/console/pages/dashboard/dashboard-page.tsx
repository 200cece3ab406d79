import { Button, Menu } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { formatDate } from '#i18n';
import { download } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useKeys } from '../../frame/keys.ts';
import { showNotice } from '../../frame/undo.tsx';
import '../../i18n/oversight-words.ts';
import '../../i18n/overview-words.ts';
import '../../i18n/report-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { OtherDay } from '../../ui/other-day.tsx';
import { PrintMark } from '../../ui/print-mark.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Loaded, Loading } from '../../ui/states.tsx';
import type { UnitsOf } from '../restated/restated.ts';
import { RestatedView } from '../restated/restated-view.tsx';
import { UnitsSwitch } from '../restated/units-switch.tsx';
import { monthAfter, monthText } from '../reports/report-facts.ts';
import { cellsOf, type Overview, sheetOf } from './overview-facts.ts';
import { OverviewCards } from './overview.tsx';
import { useOverview } from './use-overview.ts';

const route = getRouteApi('/dashboard');
const Charts = lazy(() => import('./charts.tsx').then((module) => ({ default: module.ChartsOf })));
const RestatedChart = lazy(() =>
  import('../restated/restated-chart.tsx').then((module) => ({ default: module.RestatedChart })),
);

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
  const copy = useCopy(overview);
  const save = ({ unit, month }: Overview) =>
    download(
      `/units/${unit.id}/overview/sheet?month=${month}`,
      `${t('over.sheetFile', { unit: unit.fullName, month })}.xlsx`,
    ).catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  return (
    <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="printer" />}>
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

function Body({ overview, units, onUnits }: { overview: Overview; units: UnitsOf; onUnits: (units: UnitsOf) => void }) {
  const { unit, month } = overview;
  return (
    <>
      <div>
        <UnitsSwitch value={units} onChange={onUnits} />
      </div>
      {units === 'now' ? <RestatedView unitId={unit.id} month={month} /> : <OverviewCards overview={overview} />}
      <SixMonths key={`${units} ${month}`} unitId={unit.id} month={month} units={units} />
    </>
  );
}

/** The whole of a unit at a glance: what needs a hand, where, and how the months went. */
export function DashboardPage() {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const crumbs = useScopeCrumbs();
  const query = useOverview(post.unit.id, search.month);
  const month = search.month ?? query.data?.month ?? me.today.slice(0, 7);
  const units: UnitsOf = search.units === 'now' ? 'now' : 'then';
  const show = (value: string | undefined, by: UnitsOf = units) =>
    void navigate({ search: { ...(value && { month: value }), ...(by === 'now' && { units: by }) }, replace: true });
  useKeys({ p: () => window.print() });
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('over.title', { month: monthText(month) })}
        sub={<Subtitle overview={query.data} />}
        actions={
          <>
            <Button variant="default" px={9} aria-label={t('dash.prev')} onClick={() => show(monthAfter(month, -1))}>
              <Icon name="chevron-left" size={18} />
            </Button>
            <Button variant="default" px={9} aria-label={t('dash.next')} onClick={() => show(monthAfter(month, 1))}>
              <Icon name="chevron-right" size={18} />
            </Button>
            <PrintMenu overview={query.data} />
          </>
        }
      />
      {query.data && !query.data.isCurrent && (
        <OtherDay words="over.past" at={query.data.endsOn} onToday={() => show(undefined)} />
      )}
      <Loaded query={query} rows={8}>
        {(overview) => <Body overview={overview} units={units} onUnits={(value) => show(search.month, value)} />}
      </Loaded>
      <PrintMark />
    </div>
  );
}
