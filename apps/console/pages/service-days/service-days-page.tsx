import '@mantine/dates/styles.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatDate, formatNumber, type Lang } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Card, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { TakeButtons } from '../documents/document-preview.tsx';
import { documentPath } from '../documents/download-document.ts';
import { monthAfter } from '../../ui/text/months.ts';
import { MonthStep } from '../../ui/header/month-step.tsx';
import { RulesCard } from './rules-card.tsx';
import type { UnitsOf } from '../restated/restated.ts';
import { UnitsSwitch } from '../restated/units-switch.tsx';
import { useReformDays } from '../restated/use-reforms.ts';
import { type Days, type Row, rowsOf } from '../rules/allowance.ts';
import './service-days.css';

const route = getRouteApi('/service-days');
/** PDF first: it is what is signed. */
const formats = ['pdf', 'docx', 'xlsx'] as const;

function columnsOf(t: Translate, lang: Lang, days: Days): Column<Row>[] {
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, lang));
  const count = (id: 'confirmed' | 'waiting' | 'sum', header: string, width: number): Column<Row> => ({
    id,
    header,
    value: (row) => row[id],
    cell: (row) => <span className="num">{number(row[id])}</span>,
    right: true,
    width,
    total: number(days[id]),
  });
  const byTeam = days.teams.some(({ sum }) => sum !== null);
  return [
    { id: 'person', header: t('service.person'), value: (row) => row.person },
    { id: 'team', header: t('service.team'), value: (row) => row.team, hideBelow: 560 },
    {
      id: 'role',
      header: t('service.role'),
      value: (row) => (row.role ? t(`role.${row.role}`) : t('service.gone')),
      hideBelow: 900,
      width: 112,
    },
    count('confirmed', t('service.days'), 104),
    { ...count('waiting', t('service.waits'), 104), hideBelow: 560 },
    ...(days.sum === null ? [] : [count('sum', t(byTeam ? 'service.teamSum' : 'service.sum'), 132)]),
  ];
}

function People({ days }: { days: Days }) {
  const { t, lang } = useI18n();
  const columns = useMemo(() => columnsOf(t, lang, days), [t, lang, days]);
  const rows = useMemo(() => rowsOf(days), [days]);
  if (rows.length === 0)
    return (
      <EmptyState icon="users-group" title={t('service.empty')}>
        {t('service.emptyText')}
      </EmptyState>
    );
  return (
    <DataTable
      label={t('service.list')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      what={t('service.unit')}
      totals
    />
  );
}

/** What still waits belongs into the sheet before it is signed. */
function Waiting({ n }: { n: number }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  return (
    <Notice tone="doing" icon="hourglass">
      <b>{t('service.waiting', { n })}</b>
      <div>{t('service.waitingText')}</div>
      {may('result.confirm') && <Link to="/results">{t('service.toResults')}</Link>}
    </Notice>
  );
}

function Month({ days, units }: { days: Days; units: UnitsOf }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const path = (format: (typeof formats)[number]) =>
    documentPath(`/units/${post.unit.id}/service-days/sheet`, format, { month: days.month, units });
  return (
    <div className="service-days">
      <div className="service-main">
        {days.waiting > 0 && <Waiting n={days.waiting} />}
        <Card>
          <People days={days} />
        </Card>
      </div>
      <aside className="service-side">
        <Card title={t('service.take')}>
          <TakeButtons path={path} formats={formats} />
          <p className="caption">{t('service.takeNote')}</p>
        </Card>
        <RulesCard unitId={post.unit.id} />
      </aside>
    </div>
  );
}

function OfCommune() {
  const { t, lang } = useI18n();
  const { me, post } = useIdentity();
  const { month, units: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const units: UnitsOf = chosen === 'now' ? 'now' : 'then';
  const params = { path: { unitId: post.unit.id }, query: { units, ...(month && { month }) } };
  const query = api.useQuery('get', '/units/{unitId}/service-days', { params });
  const shown = query.data?.month ?? month ?? me.today.slice(0, 7);
  const date = (day: string) => formatDate(day, lang, { withYear: true });
  // The month's report may be named after the month that comes.
  const running = monthAfter(me.today.slice(0, 7), 1);
  const hasReform = useReformDays().some((day) => query.data && day > query.data.startsOn);
  const setUnits = (next: UnitsOf) =>
    void navigate({ search: (old) => ({ ...old, units: next === 'now' ? next : undefined }) });
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.reports'), to: '/reports' }}
        title={t('service.title')}
        row={
          <>
            <MonthStep
              month={shown}
              before={t('service.prev')}
              after={t('service.next')}
              last={running}
              onMonth={(to) => void navigate({ search: (old) => ({ ...old, month: to }) })}
            />
            {hasReform && <UnitsSwitch value={units} onChange={setUnits} />}
            {query.data && (
              <span className="page-row-text">
                {t('service.sub', { from: date(query.data.startsOn), to: date(query.data.endsOn) })}
              </span>
            )}
          </>
        }
      />
      <Loaded query={query} rows={8}>
        {(days) => <Month days={days} units={units} />}
      </Loaded>
    </div>
  );
}

function Above() {
  const { t } = useI18n();
  const { post } = useIdentity();
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.documents'), to: '/documents' }}
        title={t('service.titleAbove')}
        hint={t('service.subAbove')}
      />
      <RulesCard unitId={post.unit.id} />
    </div>
  );
}

/** Days of service of a commune and the sheet to sign; above it, what the province pays. */
export function ServiceDaysPage() {
  const { commune } = useIdentity();
  return commune ? <OfCommune /> : <Above />;
}
