import { Button } from '@mantine/core';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { dateInVietnam, deadlineText, formatDate, isOverdue, monthOf, weekdayName } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded, Loading } from '../../ui/states.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import './home.css';
import { TodayList } from './today-list.tsx';
import type { AssignmentRow } from '../../frame/today/today-row.ts';
import { useToday } from '../../frame/today/use-today.ts';

function Subtitle({ count }: { count: number }) {
  const { t, lang } = useI18n();
  const { me, post } = useIdentity();
  const today = me.today ?? dateInVietnam(Date.now());
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/period',
    { params: { path: { unitId: post.unit.id } } },
    { staleTime: 3_600_000 },
  );
  return (
    <>
      {count > 0 && <span>{t('home.count', { n: count })} ·</span>}
      <span>
        {weekdayName(today, lang)}, {formatDate(today, lang, { withYear: true })}
      </span>
      {data && (
        <span>
          ·{' '}
          {t('home.period', {
            month: monthOf(`${data.month}-01`),
            from: formatDate(data.startsOn, lang),
            to: formatDate(data.endsOn, lang),
          })}
        </span>
      )}
    </>
  );
}

function RunningRow({ row }: { row: AssignmentRow }) {
  const { t, n, lang } = useI18n();
  const late = isOverdue(row.dueOn, Date.now());
  return (
    <li>
      <Link to="/assignments/$assignmentId" params={{ assignmentId: row.id }} className="running-row">
        <span className="running-title">{row.title}</span>
        <span className="num running-figure">
          {n(row.figures.reported)}/{n(row.figures.target)}
        </span>
        <Bar
          parts={[{ value: row.figures.reported, color: 'bar-1' }]}
          of={row.figures.target}
          label={t('home.reportedOf', { a: row.figures.reported, b: row.figures.target })}
        />
        <span className={late ? 'late' : 'caption'}>
          {late
            ? deadlineText(row.dueOn, Date.now(), 'countdown', lang).toLowerCase()
            : t('home.due', { date: formatDate(row.dueOn, lang) })}
        </span>
      </Link>
    </li>
  );
}

function Running({ rows }: { rows: readonly AssignmentRow[] }) {
  const { t } = useI18n();
  return (
    <Card title={t('home.running')} aside={<Link to="/assignments">{t('home.all', { n: rows.length })}</Link>}>
      <ul className="running">
        {rows.slice(0, 5).map((row) => (
          <RunningRow key={row.id} row={row} />
        ))}
      </ul>
      {rows.length === 0 && <p className="card-body muted">{t('home.noneRunning')}</p>}
    </Card>
  );
}

/** The first day: no team yet, so the way to one stands here instead of the list. */
const EmptyTeams = later(() => import('../teams/empty-teams.tsx'), 'EmptyTeams', ['roster', 'team']);

/** Above the communes: what goes wrong first, and where. */
export const DayOverview = later(() => import('../dashboard/overview.tsx'), 'OverviewToday', ['how', 'overview']);

function Work({ today, pending }: { today: ReturnType<typeof useToday>; pending: boolean }) {
  const { t } = useI18n();
  const { may, commune, post } = useIdentity();
  return (
    <>
      <div className="split home-split">
        <Card title={t('home.needs')} note={t('home.needsNote')}>
          {pending ? <Loading /> : <TodayList rows={today.rows} nearest={today.open} />}
        </Card>
        <div>
          <Running rows={today.open} />
        </div>
      </div>
      {!commune && may('report.read') && (
        <Suspense fallback={<Loading />}>
          <DayOverview unitId={post.unit.id} />
        </Suspense>
      )}
      {commune && may('team.read') && (
        <Card title={t('home.figures')} note={t('home.figuresNote')}>
          <Loaded query={today.teams} rows={3}>
            {(sums) => <FigureTiles sums={sums} />}
          </Loaded>
        </Card>
      )}
    </>
  );
}

/** A trainer's day is the calendar; everybody else's is what needs a hand. Of a unit that ended its teams are looked at. */
export function HomePage() {
  const { may, post } = useIdentity();
  if (post.past) return <Navigate to="/teams" search={{ at: post.past.lastDay }} replace />;
  if (may('post.manage') && !may('assignment.issue')) return <AdminHome />;
  return may('assignment.read') ? <Today /> : <Navigate to="/training" replace />;
}

/** Whoever sets up begins with that: until the first order nothing of a day's work is there. */
function AdminHome() {
  const { post } = useIdentity();
  const orders = api.useQuery(
    'get',
    '/units/{unitId}/assignments',
    { params: { path: { unitId: post.unit.id }, query: { limit: 1 } } },
    { staleTime: 60_000 },
  );
  if (orders.isPending) return <Loading />;
  return orders.data?.total === 0 ? <Navigate to="/start" replace /> : <Today />;
}

function Today() {
  const { t } = useI18n();
  const { may, post } = useIdentity();
  const navigate = useNavigate();
  const today = useToday();
  const pending = today.assignments.isPending && may('assignment.read');
  const sums = today.teams.data;
  const first = sums && sums.activeTeams + sums.draftTeams === 0 && may('team.manage') ? sums : undefined;
  const assign = may('assignment.issue') && !first && (
    <Button leftSection={<Icon name="send" />} onClick={() => void navigate({ to: '/assignments/new' })}>
      {t('nav.assign')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        title={t('nav.today')}
        state={<Subtitle count={pending || first ? 0 : today.rows.length} />}
        main={assign}
      />
      <Suspense fallback={<Loading />}>{first && <EmptyTeams sums={first} unitId={post.unit.id} />}</Suspense>
      {!first && <Work today={today} pending={pending} />}
    </div>
  );
}
