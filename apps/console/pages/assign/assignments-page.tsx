import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { dateInVietnam, deadlineText, fold, formatDate, isOverdue } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh } from '../../api/use-command.ts';
import { SearchField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Card, FilterChips, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import './assign.css';

type Row = Schemas['AssignmentRow'];
type Filter = 'open' | 'late' | 'done' | 'all';

const isDone = (row: Row) => row.cancelledAt !== null || row.states.confirmed + row.states.cancelled >= row.teams;
const tests: Record<Filter, (row: Row) => boolean> = {
  open: (row) => !isDone(row),
  late: (row) => !isDone(row) && isOverdue(row.dueOn, Date.now()),
  done: isDone,
  all: () => true,
};

function useColumns(): Column<Row>[] {
  const { t, n, lang } = useI18n();
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('list.work'),
        value: (row) => row.title,
        cell: (row) => (
          <>
            <Link className="cell-link" to="/assignments/$assignmentId" params={{ assignmentId: row.id }}>
              {row.title}
            </Link>
            <span className="cell-2">
              {row.issuer.name} · {t('list.issued', { date: formatDate(dateInVietnam(row.issuedAt), lang) })}
              {row.cancelledAt && <b> · {t('state.cancelled')}</b>}
            </span>
          </>
        ),
      },
      {
        id: 'due',
        header: t('list.due'),
        value: (row) => row.dueOn,
        cell: (row) => (
          <span className={tests.late(row) ? 'late' : ''}>
            {formatDate(row.dueOn, lang)}
            {!isDone(row) && <span className="cell-2">{deadlineText(row.dueOn, Date.now(), 'brief', lang)}</span>}
          </span>
        ),
        width: 110,
      },
      {
        id: 'progress',
        header: t('list.result'),
        value: (row) => row.figures.reported,
        cell: (row) => (
          <>
            <span className="num">
              <b>{n(row.figures.reported)}</b>/{n(row.figures.target)}
            </span>{' '}
            <span className="caption">{lang === 'en' ? row.indicator.unitEn : row.indicator.unit}</span>
            <Bar
              parts={[
                { value: row.figures.confirmed, color: 'bar-ok' },
                { value: row.figures.waiting, color: 'bar-2' },
                {
                  value: Math.max(0, row.figures.reported - row.figures.confirmed - row.figures.waiting),
                  color: 'bar-3',
                },
              ]}
              of={row.figures.target}
              label={t('home.reportedOf', { a: row.figures.reported, b: row.figures.target })}
            />
          </>
        ),
        width: 170,
      },
      { id: 'teams', header: t('list.teams'), value: (row) => row.teams, right: true, width: 64, hideBelow: 700 },
      {
        id: 'silent',
        header: t('list.unanswered'),
        value: (row) => row.states.assigned,
        cell: (row) => (
          <span className={row.states.assigned > 0 && !row.cancelledAt ? 'late' : ''}>{n(row.states.assigned)}</span>
        ),
        right: true,
        width: 84,
        hideBelow: 820,
      },
      {
        id: 'declined',
        header: t('board.state.declined'),
        value: (row) => row.states.declined,
        right: true,
        width: 76,
        hideBelow: 1000,
      },
      {
        id: 'waiting',
        header: t('board.state.submitted'),
        value: (row) => row.states.submitted,
        right: true,
        width: 84,
        hideBelow: 1000,
      },
      {
        id: 'confirmed',
        header: t('board.state.confirmed'),
        value: (row) => row.states.confirmed,
        right: true,
        width: 84,
        hideBelow: 820,
      },
    ],
    [t, n, lang],
  );
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

function AssignmentTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const columns = useColumns();
  const [filter, setFilter] = useState<Filter>('open');
  const [query, setQuery] = useState('');
  const shown = rows.filter((row) => tests[filter](row) && fold(row.title).includes(fold(query)));
  if (rows.length === 0)
    return (
      <EmptyState
        icon="send"
        title={t('list.empty')}
        actions={
          may('assignment.issue') && (
            <Button leftSection={<Icon name="send" />} onClick={() => void navigate({ to: '/assignments/new' })}>
              {t('list.first')}
            </Button>
          )
        }
      >
        {t('list.emptyText')}
      </EmptyState>
    );
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('list.find')} width={200} value={query} onChange={setQuery} />
        <FilterChips
          label={t('teams.filters')}
          value={filter}
          onChange={setFilter}
          options={(Object.keys(tests) as Filter[]).map((key) => ({
            key,
            label: t(`list.filter.${key}`),
            count: rows.filter(tests[key]).length,
          }))}
        />
      </div>
      <DataTable
        label={t('nav.assign')}
        columns={columns}
        rows={shown}
        of={rows.length}
        rowId={(row) => row.id}
        what={t('unit.tasks')}
        onOpen={(row) => void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: row.id } })}
        empty={
          <>
            {t('list.noMatch')}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                setQuery('');
                setFilter('all');
              }}
            >
              {t('act.clearFilter')}
            </button>
          </>
        }
      />
    </>
  );
}

export function AssignmentsPage() {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const navigate = useNavigate();
  const crumbs = useScopeCrumbs();
  const query = api.useQuery('get', '/units/{unitId}/assignments', {
    params: { path: { unitId: post.unit.id }, query: { limit: 200 } },
  });
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('nav.assign')}
        sub={query.data && t('list.sub', { n: query.data.items.filter(tests.open).length, all: query.data.total })}
        actions={
          may('assignment.issue') && (
            <Button leftSection={<Icon name="plus" />} onClick={() => void navigate({ to: '/assignments/new' })}>
              {t('list.new')}
            </Button>
          )
        }
      />
      <Drafts />
      <Card>
        <Loaded query={query} rows={8}>
          {(page) => <AssignmentTable rows={page.items} />}
        </Loaded>
      </Card>
    </div>
  );
}
