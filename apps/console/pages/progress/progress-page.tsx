import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { dateInVietnam, daysLeft, deadlineText, formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice, PageHeader } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { monthText } from '../reports/report-facts.ts';
import { AnswerModal } from './answer-modal.tsx';
import type { BoardActs } from './board-columns.tsx';
import { boardPaths } from './board-paths.ts';
import { BoardTable } from './board-table.tsx';
import {
  type BoardFilter,
  boardFilters,
  type BoardRow,
  boardRows,
  byUrgency,
  remindedRecently,
  silent,
} from './board.ts';
import { CallSheet } from './call-sheet.tsx';
import { CancelButton } from './cancel-button.tsx';
import { Funnel, SumBar } from './funnel.tsx';
import './progress.css';
import { RollUpCard } from './roll-up-card.tsx';

const route = getRouteApi('/assignments/$assignmentId');
type Assignment = Schemas['AssignmentDetail'];

function useRemind(assignmentId: string) {
  const { t } = useI18n();
  return useCommand({
    send: (teamIds: string[], header) =>
      client.POST('/assignments/{assignmentId}/reminders', {
        params: { path: { assignmentId }, header },
        body: { teamIds: [...teamIds] },
      }),
    touches: boardPaths,
    done: (answer) =>
      showNotice(
        answer.skipped.length > 0
          ? t('board.remindedSome', { n: answer.reminded, m: answer.skipped.length })
          : t('board.remindedAll', { n: answer.reminded }),
      ),
  });
}

function Subtitle({ assignment }: { assignment: Assignment }) {
  const { t, lang } = useI18n();
  const { dueOn } = assignment;
  const late = daysLeft(dueOn, Date.now()) < 0;
  const issued = formatDate(dateInVietnam(assignment.issuedAt), lang);
  return (
    <span>
      {t('board.sub', { date: issued, basis: assignment.directive.citation })} ·{' '}
      {deadlineText(dueOn, Date.now(), 'before', lang)},{' '}
      <span className={late ? 'late' : ''}>
        {deadlineText(dueOn, Date.now(), 'countdown', lang).toLocaleLowerCase('vi')}
      </span>
    </span>
  );
}

interface ActsProps {
  assignment: Assignment;
  rows: readonly BoardRow[];
  busy: boolean;
  onCalls: () => void;
  onRemind: (teamIds: string[]) => void;
}

const canBeReminded = (row: BoardRow): boolean =>
  silent.includes(row.state) && row.state !== 'not_delivered' && !remindedRecently(row, Date.now());

function Acts({ assignment, rows, busy, onCalls, onRemind }: ActsProps) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  if (assignment.cancelledAt) return null;
  const quiet = rows.filter(canBeReminded).map((row) => row.task.team.id);
  const calls = rows.filter((row) => row.state === 'not_delivered' && !row.calledAt).length;
  const own = assignment.issuer.id === post.unit.id;
  return (
    <>
      {may('assignment.issue') && own && <CancelButton assignment={assignment} />}
      {may('assignment.chase') && (
        <Button variant="default" leftSection={<Icon name="printer" />} onClick={onCalls}>
          {t('board.callList', { n: calls })}
        </Button>
      )}
      {may('assignment.chase') && quiet.length > 0 && (
        <Button leftSection={<Icon name="bell-ringing" />} loading={busy} onClick={() => onRemind(quiet)}>
          {t('board.remindSilent', { n: quiet.length })}
        </Button>
      )}
    </>
  );
}

function Header(props: ActsProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { assignment } = props;
  const crumbs = [
    { label: post.unit.name },
    { label: t('nav.assign'), to: '/assignments' },
    { label: assignment.title },
  ];
  return (
    <PageHeader
      crumbs={crumbs}
      title={assignment.title}
      sub={<Subtitle assignment={assignment} />}
      actions={<Acts {...props} />}
    />
  );
}

function Notices({
  assignment,
  delivery,
  rows,
}: {
  assignment: Assignment;
  delivery: Schemas['DeliveryStatus'] | undefined;
  rows: readonly BoardRow[];
}) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const left = daysLeft(assignment.dueOn, Date.now());
  const waiting = rows.filter((row) => row.state === 'submitted').length;
  return (
    <>
      {assignment.cancelledAt && (
        <Notice tone="late" icon="ban">
          {t('board.cancelled')}
        </Notice>
      )}
      {assignment.skipped && (
        <Notice tone="doing" icon="calendar">
          {t(`skipped.${assignment.skipped.reason}`, { month: monthText(assignment.skipped.month) })}
        </Notice>
      )}
      {delivery && delivery.pending > 0 && (
        <Notice tone="new" icon="send">
          {t('board.sending', { n: delivery.sent, of: delivery.planned })}
        </Notice>
      )}
      {rows.length > 0 && rows.every((row) => row.state === 'confirmed') && (
        <Notice tone="done" icon="circle-check">
          {left > 0 ? t('board.allDoneEarly', { n: rows.length, days: left }) : t('board.allDone', { n: rows.length })}
        </Notice>
      )}
      {!commune && waiting > 0 && (
        <Notice tone="new" icon="info-circle">
          {t('board.communesConfirm', { n: waiting })}
        </Notice>
      )}
    </>
  );
}

/** The address keeps which teams and which commune are shown. */
function useBoardSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = search.filter as BoardFilter;
  const filter = boardFilters.includes(wanted) ? wanted : 'all';
  const change = (part: { filter?: string; commune?: string }) =>
    void navigate({ search: { ...search, ...part }, replace: true });
  return {
    filter,
    commune: search.commune,
    setFilter: (next: BoardFilter) => change({ filter: next === 'all' ? undefined : next }),
    setCommune: (id: string | undefined) => change({ commune: id }),
    toResult: (taskId: string) => void navigate({ to: '/results', search: { task: taskId } }),
  };
}

function useBoard(assignmentId: string, communeId: string | undefined) {
  const path = { assignmentId };
  const tasks = api.useQuery(
    'get',
    '/assignments/{assignmentId}/tasks',
    { params: { path, query: communeId ? { communeId } : {} } },
    { refetchInterval: 30_000 },
  );
  const delivery = api.useQuery(
    'get',
    '/assignments/{assignmentId}/reach',
    { params: { path } },
    { refetchInterval: 15_000 },
  );
  return { tasks, delivery, rows: boardRows(tasks.data ?? [], delivery.data).sort(byUrgency) };
}

type Open = { kind: 'answer' | 'call' | 'trace'; row: BoardRow } | { kind: 'calls' } | null;
const TraceDrawer = lazy(() =>
  import('../person/person-drawer.tsx').then((module) => ({ default: module.TraceDrawer })),
);

function OpenDialog({ open, assignment, onClose }: { open: Open; assignment: Assignment; onClose: () => void }) {
  if (!open) return null;
  if (open.kind === 'answer') return <AnswerModal row={open.row} onClose={onClose} />;
  if (open.kind === 'trace') {
    const { leader } = open.row.task;
    return (
      leader && (
        <Suspense>
          <TraceDrawer person={leader} assignment={assignment} onClose={onClose} />
        </Suspense>
      )
    );
  }
  const teamId = open.kind === 'call' ? open.row.task.team.id : undefined;
  return <CallSheet assignment={assignment} teamId={teamId} onClose={onClose} />;
}

function Board({ assignment }: { assignment: Assignment }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const search = useBoardSearch();
  const { tasks, delivery, rows } = useBoard(assignment.id, search.commune);
  const [open, setOpen] = useState<Open>(null);
  const remind = useRemind(assignment.id);
  const acts: BoardActs = {
    remind: (row) => remind.mutate([row.task.team.id]),
    call: (row) => setOpen({ kind: 'call', row }),
    answer: (row) => setOpen({ kind: 'answer', row }),
    confirm: (row) => search.toResult(row.task.taskId),
    trace: (row) => setOpen({ kind: 'trace', row }),
  };
  const chase = { busy: remind.isPending, onCalls: () => setOpen({ kind: 'calls' }), onRemind: remind.mutate };
  const table = { rows, acts, filter: search.filter, onFilter: search.setFilter, above: !commune };
  return (
    <>
      <Header assignment={assignment} rows={rows} {...chase} />
      <Notices assignment={assignment} delivery={delivery.data} rows={rows} />
      <Card label={t('board.funnelTitle')}>
        <div className="card-body">
          <Loaded query={delivery} rows={2}>
            {(data) => <Funnel delivery={data} rows={rows} onFilter={search.setFilter} />}
          </Loaded>
          <SumBar assignment={assignment} onFilter={search.setFilter} />
        </div>
      </Card>
      {!commune && <RollUpCard assignmentId={assignment.id} current={search.commune} onCommune={search.setCommune} />}
      <Card>
        <Loaded query={tasks} rows={11}>
          {() => <BoardTable {...table} asOf={delivery.data?.asOf} />}
        </Loaded>
      </Card>
      <OpenDialog open={open} assignment={assignment} onClose={() => setOpen(null)} />
      <p className="caption">
        <Link to="/assignments">{t('board.back')}</Link>
      </p>
    </>
  );
}

export function ProgressPage() {
  const { assignmentId } = route.useParams();
  const query = api.useQuery('get', '/assignments/{assignmentId}', { params: { path: { assignmentId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(assignment) => <Board assignment={assignment} />}
      </Loaded>
    </div>
  );
}
