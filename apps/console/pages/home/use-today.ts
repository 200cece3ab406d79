/**
 * What needs a hand today, composed from the modules' own answers: who is silent, what waits for a decision,
 * which team lacks whom. Nothing is stored; every row is the sum of records that one press opens.
 */
import { useQueries } from '@tanstack/react-query';
import { addDays, dateInVietnam, daysLeft } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useRunning } from '../../api/use-team-work.ts';
import type { AssignmentRow, TodayRow } from './today-row.ts';
import { useHamletsWithoutTeam, useTeams, useTeamSums } from '../teams/use-teams.ts';
import { useReportRows } from './use-report-rows.ts';

type DeliveryStatus = Schemas['DeliveryStatus'];
type TaskRow = Schemas['TeamTaskRow'];

export const silentStates = ['not_delivered', 'not_seen', 'not_answered'] as const;
const dayMs = 86_400_000;
const followedUpTo = 12;
const sessionsAheadDays = 90;

/** Teams that the message did not reach, or that have not answered for a day or longer. */
export function silentTeams(
  delivery: DeliveryStatus,
  tasks: readonly TaskRow[],
  now: number,
): { name: string; days: number }[] {
  const names = new Map(tasks.map((task) => [task.taskId, task.team.name]));
  return delivery.teams
    .filter((team) => (silentStates as readonly string[]).includes(team.state))
    .map((team) => ({
      name: names.get(team.taskId) ?? '',
      state: team.state,
      days: Math.floor((now - Date.parse(team.since)) / dayMs),
    }))
    .filter((team) => team.state === 'not_delivered' || team.days >= 1)
    .sort((a, b) => b.days - a.days);
}

function assignmentRows(
  assignment: AssignmentRow,
  delivery: DeliveryStatus | undefined,
  tasks: readonly TaskRow[],
  now: number,
  decides: boolean,
): TodayRow[] {
  const rows: TodayRow[] = [];
  const silent = delivery ? silentTeams(delivery, tasks, now) : [];
  if (silent.length > 0) rows.push({ kind: 'silent', assignment, teams: silent, worst: silent[0]?.days ?? 0 });
  const declined = tasks.filter((task) => task.state === 'declined').map((task) => task.team.name);
  if (declined.length > 0 && decides) rows.push({ kind: 'declined', assignment, teams: declined });
  const asking = tasks.filter((task) => task.extension).map((task) => task.team.name);
  if (asking.length > 0 && decides) rows.push({ kind: 'extension', assignment, teams: asking });
  const late = -daysLeft(assignment.dueOn, now);
  const open = assignment.teams - assignment.states.confirmed - assignment.states.cancelled;
  if (late > 0 && open > 0) rows.push({ kind: 'overdue', assignment, days: late, open });
  return rows;
}

/** What a commune's teams lack: the first of them by name, and how many there are. */
function useTeamRows(unitId: string, sums: Schemas['TeamSums'] | undefined): TodayRow[] {
  const lacking = useTeams(unitId, { filter: 'lacking' }, { enabled: Boolean(sums?.lacking) });
  const alone = useTeams(unitId, { filter: 'noSupporter' }, { limit: 5, enabled: Boolean(sums?.noSupporter) });
  const missing = useHamletsWithoutTeam(unitId, { limit: 5, enabled: Boolean(sums?.hamletsWithoutTeam) });
  const rows: TodayRow[] = [];
  const fits = lacking.rows.flatMap((team) => team.gaps.flatMap((gap) => gap.fits.map((person) => person.id)));
  if (lacking.rows.length > 0)
    rows.push({ kind: 'lacking', teams: lacking.rows, n: lacking.total, fits: new Set(fits).size });
  if (alone.rows.length > 0) rows.push({ kind: 'noSupporter', teams: alone.rows, n: alone.total });
  if (missing.data?.items.length)
    rows.push({ kind: 'noTeam', hamlets: missing.data.items.map((unit) => unit.name), n: missing.data.total });
  return rows;
}

function resultRow(results: readonly Schemas['ResultRow'][] | undefined, now: number): TodayRow[] {
  if (!results?.length) return [];
  const oldest = Math.min(...results.map((row) => Date.parse(row.submittedAt)));
  return [
    {
      kind: 'results',
      teams: results.map((row) => row.team.name),
      days: Math.max(0, Math.floor((now - oldest) / dayMs)),
    },
  ];
}

/** Most urgent first: late work, silence, answers that teams wait for, then the standing gaps. */
const order: readonly TodayRow['kind'][] = [
  'report',
  'unsent',
  'overdue',
  'silent',
  'declined',
  'extension',
  'results',
  'sessions',
  'linkRequests',
  'lacking',
  'noSupporter',
  'noTeam',
];

export function useToday() {
  const { post, may, commune } = useIdentity();
  const unit = { params: { path: { unitId: post.unit.id } } };
  const calm = { staleTime: 60_000, refetchInterval: 60_000 } as const;
  const teams = useTeamSums(post.unit.id, { enabled: commune && may('team.read') });
  const teamRows = useTeamRows(post.unit.id, commune ? teams.data : undefined);
  const results = api.useQuery('get', '/units/{unitId}/results', unit, {
    ...calm,
    enabled: commune && may('result.confirm'),
  });
  const requests = api.useQuery('get', '/link-requests', {}, { ...calm, enabled: commune && may('account.decide') });
  const today = dateInVietnam(Date.now());
  const ahead = { from: today, to: addDays(today, sessionsAheadDays) };
  const sessions = api.useQuery(
    'get',
    '/training/sessions',
    { params: { query: ahead } },
    {
      ...calm,
      enabled: commune && may('training.decide'),
    },
  );
  const proposed = sessions.data?.sessions.filter(({ state }) => state === 'proposed') ?? [];
  const reports = useReportRows();
  const { assignments, open, tasks } = useRunning(post.unit.id);
  const followed = open
    .map((row) => row.states.assigned + row.states.declined + row.states.accepted > 0)
    .slice(0, followedUpTo);
  const delivery = useQueries({
    queries: open.slice(0, followedUpTo).map((row, index) => ({
      ...api.queryOptions('get', '/assignments/{assignmentId}/reach', { params: { path: { assignmentId: row.id } } }),
      ...calm,
      enabled: followed[index] ?? false,
    })),
  });
  const now = Date.now();
  const rows = [
    ...reports,
    ...open.flatMap((row, index) => assignmentRows(row, delivery[index]?.data, tasks[index] ?? [], now, commune)),
    ...resultRow(results.data, now),
    ...(requests.data?.length ? [{ kind: 'linkRequests' as const, requests: requests.data }] : []),
    ...(proposed.length ? [{ kind: 'sessions' as const, sessions: proposed }] : []),
    ...teamRows,
  ].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { rows, open, teams, results, assignments };
}
