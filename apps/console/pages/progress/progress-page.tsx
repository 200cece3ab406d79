import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { dateInVietnam, daysLeft, deadlineText, formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Icon } from '../../ui/icon.tsx';
import { HowCounted } from '../../ui/how-counted.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { monthText } from '../../ui/text/months.ts';
import { AnswerModal } from './answer-modal.tsx';
import type { BoardActs } from './board-columns.tsx';
import { BoardTable } from './board-table.tsx';
import { type BoardRow, countOf, type DeliveryStatus } from './board.ts';
import { CallSheet } from './call-sheet.tsx';
import { ChangeActs } from './changes/change-acts.tsx';
import { VersionsCard } from './changes/versions-card.tsx';
import { CancelAct } from './cancel-act.tsx';
import { Funnel, SumBar } from './funnel.tsx';
import './progress.css';
import { RemindDialog, useRemindTeam } from './remind-dialog.tsx';
import { RollUpCard } from './roll-up-card.tsx';
import { useBoard, useBoardSearch } from './use-board.ts';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/assignments/$assignmentId');
type Assignment = Schemas['AssignmentDetail'];

/** A chip for the clock; what it stands on is said after it, as far as there is room. */
function State({ assignment }: { assignment: Assignment }) {
  const { t, lang } = useI18n();
  const { dueOn } = assignment;
  const late = daysLeft(dueOn, Date.now()) < 0;
  const issued = formatDate(dateInVietnam(assignment.issuedAt), lang);
  return (
    <>
      {assignment.priority === 'urgent' && (
        <Chip tone="late" icon="alert-triangle">
          {t('list.urgent')}
        </Chip>
      )}
      <Chip tone={late ? 'late' : 'new'} icon="clock">
        {deadlineText(dueOn, Date.now(), 'countdown', lang).toLocaleLowerCase('vi')}
      </Chip>
      <span>{t('board.sub', { date: issued, basis: assignment.directive.citation })}</span>
    </>
  );
}

interface ActsProps {
  assignment: Assignment;
  delivery: DeliveryStatus | undefined;
  onCalls: () => void;
  onRemind: () => void;
}

function Acts({ assignment, delivery, onCalls }: ActsProps) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  if (assignment.cancelledAt) return null;
  const own = assignment.issuer.id === post.unit.id;
  const unreached = delivery?.states.not_delivered ?? 0;
  return (
    <>
      {may('assignment.chase') && (
        <HeaderAct icon="printer" onClick={onCalls}>
          {t('board.callList', { n: unreached })}
        </HeaderAct>
      )}
      {assignment.origin && (
        <HeaderLink icon="arrow-right" to="/allotments/$allotmentId" params={{ allotmentId: assignment.origin.id }}>
          {t('board.origin', { issuer: assignment.origin.issuer.name })}
        </HeaderLink>
      )}
      {may('assignment.issue') && own && <ChangeActs assignment={assignment} />}
      {may('assignment.issue') && assignment.cancels && <CancelAct assignment={assignment} />}
    </>
  );
}

function Remind({ assignment, delivery, onRemind }: ActsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const quiet = delivery?.toRemind ?? 0;
  const silent = delivery ? countOf(delivery, 'silent') : 0;
  if (assignment.cancelledAt || !may('assignment.chase') || quiet === 0) return null;
  const label =
    quiet < silent ? t('board.remindSome', { n: quiet, of: silent }) : t('board.remindSilent', { n: quiet });
  return (
    <Button
      leftSection={<Icon name="bell-ringing" />}
      title={quiet < silent ? t('board.remindRest') : undefined}
      onClick={onRemind}
    >
      <MainWords long={label} short={t('board.remindShort', { n: quiet })} />
    </Button>
  );
}

function Header(props: ActsProps) {
  const { t } = useI18n();
  const { assignment } = props;
  return (
    <PageHeader
      parent={{ label: t('nav.assign'), to: '/assignments' }}
      title={assignment.title}
      state={<State assignment={assignment} />}
      main={<Remind {...props} />}
      acts={<Acts {...props} />}
    />
  );
}

function Notices({ assignment, delivery }: { assignment: Assignment; delivery: DeliveryStatus | undefined }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const left = daysLeft(assignment.dueOn, Date.now());
  const teams = delivery ? countOf(delivery, 'all') : 0;
  const waiting = delivery?.states.submitted ?? 0;
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
      {teams > 0 && delivery?.states.confirmed === teams && (
        <Notice tone="done" icon="circle-check">
          {left > 0 ? t('board.allDoneEarly', { n: teams, days: left }) : t('board.allDone', { n: teams })}
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

type Open = { kind: 'answer' | 'call' | 'trace'; row: BoardRow } | { kind: 'calls' | 'remind' } | null;
const TraceDrawer = later(() => import('../person/person-drawer.tsx'), 'TraceDrawer', ['merges']);

interface OpenProps {
  open: Open;
  assignment: Assignment;
  communeId: string | undefined;
  onClose: () => void;
}

function OpenDialog({ open, assignment, communeId, onClose }: OpenProps) {
  if (!open) return null;
  if (open.kind === 'remind') return <RemindDialog assignment={assignment} communeId={communeId} onClose={onClose} />;
  if (open.kind === 'answer') return <AnswerModal row={open.row} onClose={onClose} />;
  if (open.kind === 'trace') {
    const { leader } = open.row;
    return (
      leader && (
        <Suspense>
          <TraceDrawer person={leader} assignment={assignment} onClose={onClose} />
        </Suspense>
      )
    );
  }
  const teamId = open.kind === 'call' ? open.row.team.id : undefined;
  return <CallSheet assignment={assignment} teamId={teamId} communeId={communeId} onClose={onClose} />;
}

function Board({ assignment }: { assignment: Assignment }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const search = useBoardSearch();
  const board = useBoard(assignment.id, search);
  const delivery = board.delivery.data;
  const [open, setOpen] = useState<Open>(null);
  const remind = useRemindTeam(assignment.id);
  const acts: BoardActs = {
    remind: (row) => remind.mutate(row.team.id),
    call: (row) => setOpen({ kind: 'call', row }),
    answer: (row) => setOpen({ kind: 'answer', row }),
    confirm: (row) => search.toResult(row.taskId),
    trace: (row) => setOpen({ kind: 'trace', row }),
  };
  const chase = { onCalls: () => setOpen({ kind: 'calls' }), onRemind: () => setOpen({ kind: 'remind' }) };
  return (
    <>
      <Header assignment={assignment} delivery={delivery} {...chase} />
      <Notices assignment={assignment} delivery={delivery} />
      <Card title={t('board.funnelTitle')} aside={<HowCounted of={['unanswered']} />}>
        <div className="card-body">
          <Loaded query={board.delivery} rows={2}>
            {(data) => <Funnel delivery={data} onFilter={search.setFilter} />}
          </Loaded>
          <SumBar assignment={assignment} onFilter={search.setFilter} />
        </div>
      </Card>
      {!commune && <RollUpCard assignment={assignment} search={search} />}
      <Card>
        <Loaded query={board.pages} rows={11}>
          {() => (
            <BoardTable board={board} acts={acts} filter={search.filter} onFilter={search.setFilter} above={!commune} />
          )}
        </Loaded>
      </Card>
      <VersionsCard assignment={assignment} />
      <OpenDialog open={open} assignment={assignment} communeId={search.commune} onClose={() => setOpen(null)} />
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
