import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dateInVietnam, daysLeft, deadlineText, formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice, PageHeader } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AnswerModal } from './answer-modal.tsx';
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

export const boardPaths = [
  '/assignments/{assignmentId}',
  '/assignments/{assignmentId}/tasks',
  '/assignments/{assignmentId}/reach',
  '/assignments/{assignmentId}/roll-up',
  '/assignments/{assignmentId}/call-list',
  '/units/{unitId}/assignments',
] as const;

function useRemind(assignmentId: string) {
  const { t } = useI18n();
  return useCommand({
    send: (teamIds: readonly string[], header) =>
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

function Header({
  assignment,
  rows,
  onCalls,
  onRemind,
  busy,
}: {
  assignment: Assignment;
  rows: readonly BoardRow[];
  onCalls: () => void;
  onRemind: (ids: string[]) => void;
  busy: boolean;
}) {
  const { t, lang } = useI18n();
  const { post, may } = useIdentity();
  const quietTeams = rows.filter(
    (row) => silent.includes(row.state) && row.state !== 'not_delivered' && !remindedRecently(row, Date.now()),
  );
  const calls = rows.filter((row) => row.state === 'not_delivered' && !row.calledAt).length;
  const chase = may('assignment.chase') && !assignment.cancelledAt;
  const left = daysLeft(assignment.dueOn, Date.now());
  return (
    <PageHeader
      crumbs={[{ label: post.unit.name }, { label: t('nav.assign'), to: '/assignments' }, { label: assignment.title }]}
      title={assignment.title}
      sub={
        <span>
          {t('board.sub', {
            date: formatDate(dateInVietnam(assignment.issuedAt), lang),
            basis: assignment.directive.citation,
          })}{' '}
          · {deadlineText(assignment.dueOn, Date.now(), 'before', lang)},{' '}
          <span className={left < 0 ? 'late' : ''}>
            {deadlineText(assignment.dueOn, Date.now(), 'countdown', lang).toLocaleLowerCase('vi')}
          </span>
        </span>
      }
      actions={
        <>
          {may('assignment.issue') && !assignment.cancelledAt && assignment.issuer.id === post.unit.id && (
            <CancelButton assignment={assignment} />
          )}
          {chase && (
            <Button variant="default" leftSection={<Icon name="printer" />} onClick={onCalls}>
              {t('board.callList', { n: calls })}
            </Button>
          )}
          {chase && quietTeams.length > 0 && (
            <Button
              leftSection={<Icon name="bell-ringing" />}
              loading={busy}
              onClick={() => onRemind(quietTeams.map((row) => row.task.team.id))}
            >
              {t('board.remindSilent', { n: quietTeams.length })}
            </Button>
          )}
        </>
      }
    />
  );
}

function Notices({
  assignment,
  reach,
  rows,
}: {
  assignment: Assignment;
  reach: Schemas['Reach'] | undefined;
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
      {reach && reach.pending > 0 && (
        <Notice tone="new" icon="send">
          {t('board.sending', { n: reach.sent, of: reach.planned })}
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

function Board({ assignment }: { assignment: Assignment }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const params = { params: { path: { assignmentId: assignment.id } } };
  const tasks = api.useQuery(
    'get',
    '/assignments/{assignmentId}/tasks',
    { params: { path: { assignmentId: assignment.id }, query: search.commune ? { communeId: search.commune } : {} } },
    { refetchInterval: 30_000 },
  );
  const reach = api.useQuery('get', '/assignments/{assignmentId}/reach', params, { refetchInterval: 15_000 });
  const [modal, setModal] = useState<{ kind: 'answer' | 'call'; row: BoardRow } | { kind: 'calls' } | null>(null);
  const remind = useRemind(assignment.id);
  const filter: BoardFilter = boardFilters.includes(search.filter as BoardFilter)
    ? (search.filter as BoardFilter)
    : 'all';
  const setFilter = (next: BoardFilter) =>
    void navigate({ search: { ...search, filter: next === 'all' ? undefined : next }, replace: true });
  const rows = boardRows(tasks.data ?? [], reach.data).sort(byUrgency);
  return (
    <>
      <Header
        assignment={assignment}
        rows={rows}
        busy={remind.isPending}
        onCalls={() => setModal({ kind: 'calls' })}
        onRemind={(ids) => remind.mutate(ids)}
      />
      <Notices assignment={assignment} reach={reach.data} rows={rows} />
      <Card label={t('board.funnelTitle')}>
        <div className="card-body">
          <Loaded query={reach} rows={2}>
            {(data) => <Funnel reach={data} rows={rows} onFilter={setFilter} />}
          </Loaded>
          <SumBar assignment={assignment} onFilter={setFilter} />
        </div>
      </Card>
      {!commune && (
        <RollUpCard
          assignmentId={assignment.id}
          current={search.commune}
          onCommune={(id) => void navigate({ search: { ...search, commune: id }, replace: true })}
        />
      )}
      <Card>
        <Loaded query={tasks} rows={11}>
          {() => (
            <BoardTable
              rows={rows}
              filter={filter}
              onFilter={setFilter}
              above={!commune}
              asOf={reach.data?.asOf}
              acts={{
                remind: (row) => remind.mutate([row.task.team.id]),
                call: (row) => setModal({ kind: 'call', row }),
                answer: (row) => setModal({ kind: 'answer', row }),
                confirm: (row) => void navigate({ to: '/results', search: { task: row.task.taskId } }),
              }}
            />
          )}
        </Loaded>
      </Card>
      {modal?.kind === 'answer' && <AnswerModal row={modal.row} onClose={() => setModal(null)} />}
      {(modal?.kind === 'calls' || modal?.kind === 'call') && (
        <CallSheet
          assignment={assignment}
          teamId={modal.kind === 'call' ? modal.row.task.team.id : undefined}
          onClose={() => setModal(null)}
        />
      )}
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
