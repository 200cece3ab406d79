import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { dateInVietnam, deadlineText, formatDate, isOverdue } from '#i18n';
import { foldMarks } from '#i18n/fold';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh } from '../../api/use-command.ts';
import { usePages, useWhole } from '../../api/use-pages.ts';
import { SearchField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Card, FilterChips } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import { monthText } from '../../ui/text/months.ts';
import { AllotmentsCard } from './allotments-card.tsx';
import { RequestsCard } from '../../ui/second/requests-card.tsx';
import './assign.css';

const SeriesCard = later(() => import('./series/series-card.tsx'), 'SeriesCard', ['orderSeries']);

type Row = Schemas['AssignmentRow'];
type Filter = 'open' | 'late' | 'done' | 'cancelled' | 'all';

const isCancelled = (row: Row) => row.cancelledAt !== null;
const isDone = (row: Row) => !isCancelled(row) && row.states.confirmed + row.states.cancelled >= row.teams;
/** Done or withdrawn, it presses no longer. */
const isUrgent = (row: Row) => row.priority === 'urgent' && isOpen(row);
const isOpen = (row: Row) => !isCancelled(row) && !isDone(row);
const tests: Record<Filter, (row: Row) => boolean> = {
  open: isOpen,
  late: (row) => isOpen(row) && isOverdue(row.dueOn, Date.now()),
  done: isDone,
  cancelled: isCancelled,
  all: () => true,
};

function Title({ row }: { row: Row }) {
  const { t, lang } = useI18n();
  return (
    <>
      <Link className="cell-link" to="/assignments/$assignmentId" params={{ assignmentId: row.id }}>
        {row.title}
      </Link>
      <span className="cell-2">
        {isUrgent(row) && (
          <b className="late">
            <Icon name="alert-triangle" size={14} /> {t('list.urgent')} ·{' '}
          </b>
        )}
        {row.issuer.name} · {t('list.issued', { date: formatDate(dateInVietnam(row.issuedAt), lang) })}
        {row.cancelledAt && <b> · {t('state.cancelled')}</b>}
        {row.skipped && <span className="warn"> · {t('skipped.list', { month: monthText(row.skipped.month) })}</span>}
      </span>
    </>
  );
}

function Due({ row }: { row: Row }) {
  const { lang } = useI18n();
  return (
    <span className={tests.late(row) ? 'late' : ''}>
      {formatDate(row.dueOn, lang)}
      {isOpen(row) && <span className="cell-2">{deadlineText(row.dueOn, Date.now(), 'brief', lang)}</span>}
    </span>
  );
}

function Result({ row: { figures, indicator } }: { row: Row }) {
  const { t, n, lang } = useI18n();
  const withTeams = Math.max(0, figures.reported - figures.confirmed - figures.waiting);
  const parts = [
    { value: figures.confirmed, color: 'bar-ok' },
    { value: figures.waiting, color: 'bar-2' },
    { value: withTeams, color: 'bar-3' },
  ];
  return (
    <>
      <span className="num">
        <b>{n(figures.reported)}</b>/{n(figures.target)}
      </span>{' '}
      <span className="caption">{lang === 'en' ? indicator.unitEn : indicator.unit}</span>
      <Bar parts={parts} of={figures.target} label={t('home.reportedOf', { a: figures.reported, b: figures.target })} />
    </>
  );
}

const unanswered = (row: Row) => row.states.assigned > 0 && !row.cancelledAt;

function useColumns(): Column<Row>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<Row>(n);
    return [
      { id: 'title', header: t('list.work'), value: (row) => row.title, cell: (row) => <Title row={row} /> },
      { id: 'due', header: t('list.due'), value: (row) => row.dueOn, cell: (row) => <Due row={row} />, width: 110 },
      {
        id: 'progress',
        header: t('list.result'),
        value: (row) => row.figures.reported,
        cell: (row) => <Result row={row} />,
        width: 170,
      },
      count('teams', t('list.teams'), (row) => row.teams, { width: 64, hideBelow: 700 }),
      count('silent', t('list.unanswered'), (row) => row.states.assigned, {
        width: 84,
        hideBelow: 820,
        alarm: unanswered,
      }),
      count('declined', t('board.state.declined'), (row) => row.states.declined, { width: 76, hideBelow: 1000 }),
      count('waiting', t('board.state.submitted'), (row) => row.states.submitted, { width: 84, hideBelow: 1000 }),
      count('confirmed', t('board.state.confirmed'), (row) => row.states.confirmed, { width: 84, hideBelow: 820 }),
    ];
  }, [t, n]);
}

function Drafts() {
  const { t, lang } = useI18n();
  const { post, may } = useIdentity();
  const { data = [] } = api.useQuery(
    'get',
    '/units/{unitId}/assignment-drafts',
    { params: { path: { unitId: post.unit.id } } },
    { enabled: may('assignment.issue') },
  );
  if (data.length === 0) return null;
  const drop = async (draftId: string) => {
    await client.DELETE('/units/{unitId}/assignment-drafts/{draftId}', {
      params: { path: { unitId: post.unit.id, draftId } },
    });
    refresh(['/units/{unitId}/assignment-drafts']);
  };
  return (
    <Card title={t('list.drafts')} note={t('list.draftsNote')}>
      <ul className="drafts">
        {data.map((draft) => (
          <li key={draft.id}>
            <Icon name="pencil" />
            <Link to="/assignments/new" search={{ draft: draft.id }}>
              <b>{draft.title || t('list.untitled')}</b>
            </Link>
            <span className="caption num">{formatDate(dateInVietnam(draft.savedAt), lang)}</span>
            <button
              type="button"
              className="link"
              aria-label={t('list.dropDraft', { title: draft.title })}
              onClick={() => void drop(draft.id)}
            >
              <Icon name="trash" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NothingYet() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const first = may('assignment.issue') && (
    <Button leftSection={<Icon name="send" />} onClick={() => void navigate({ to: '/assignments/new' })}>
      {t('list.first')}
    </Button>
  );
  return (
    <EmptyState icon="send" title={t('list.empty')} actions={first}>
      {t('list.emptyText')}
    </EmptyState>
  );
}

function AssignmentTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const columns = useColumns();
  const [filter, setFilter] = useState<Filter>('open');
  const [query, setQuery] = useState('');
  const shown = rows
    .filter((row) => tests[filter](row) && foldMarks(row.title).includes(foldMarks(query)))
    .sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  if (rows.length === 0) return <NothingYet />;
  const options = (Object.keys(tests) as Filter[]).map((key) => ({
    key,
    label: t(`list.filter.${key}`),
    count: rows.filter(tests[key]).length,
  }));
  const clear = () => {
    setQuery('');
    setFilter('all');
  };
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('list.find')} width={200} value={query} onChange={setQuery} />
        <FilterChips label={t('teams.filters')} value={filter} onChange={setFilter} options={options} />
      </div>
      <DataTable
        label={t('nav.assign')}
        columns={columns}
        rows={shown}
        of={rows.length}
        rowId={(row) => row.id}
        what={t('unit.tasks')}
        onOpen={(row) => void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: row.id } })}
        empty={<NoMatch text={t('list.noMatch')} onClear={clear} />}
      />
    </>
  );
}

/** All of them, the newest first: what is open, late and done is counted over the whole list. */
function useOrders(unitId: string) {
  const path = { unitId };
  return useWhole(
    usePages<Row, Schemas['AssignmentPage']>(
      '/units/{unitId}/assignments',
      { params: { path } },
      (cursor) => client.GET('/units/{unitId}/assignments', { params: { path, query: cursor } }),
      { idOf: (row) => row.id },
    ),
  );
}

export function AssignmentsPage() {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const navigate = useNavigate();
  const orders = useOrders(post.unit.id);
  return (
    <div className="page">
      <PageHeader
        title={t('nav.assign')}
        state={orders.isWhole && t('list.sub', { n: orders.rows.filter(tests.open).length, all: orders.total })}
        main={
          may('assignment.issue') && (
            <Button leftSection={<Icon name="plus" />} onClick={() => void navigate({ to: '/assignments/new' })}>
              <MainWords long={t('list.new')} short={t('nav.assign')} />
            </Button>
          )
        }
      />
      <Drafts />
      <RequestsCard />
      <AllotmentsCard />
      {may('assignment.issue') && (
        <Suspense>
          <SeriesCard />
        </Suspense>
      )}
      <Card>
        <Loaded query={orders} rows={8}>
          {() => <AssignmentTable rows={orders.rows} />}
        </Loaded>
        {!orders.isWhole && <MoreRows more={undefined} hasMore={orders.hasMore} />}
      </Card>
    </div>
  );
}
