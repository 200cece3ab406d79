/**
 * What needs a hand today, composed from the modules' own answers: who is silent, what waits for a decision,
 * which team lacks whom. Nothing is stored; every row is the sum of records that one press opens.
 */
import { isInvited } from '#contracts/access/inviting';
import { addDays, dateInVietnam, daysLeft } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useRunning } from '../../api/use-team-work.ts';
import { useDataRequests } from './data-requests-row.ts';
import type { AssignmentRow, TodayRow } from './today-row.ts';
import { useHamletsWithoutTeam, useTeams, useTeamSums } from '../../api/use-teams.ts';
import { useReportRows } from './use-report-rows.ts';

type FollowUp = Schemas['FollowUp'];

const dayMs = 86_400_000;
const sessionsAheadDays = 90;
const namedResults = 4;
const calm = { staleTime: 60_000, refetchInterval: 60_000 } as const;

function assignmentRows(
  assignment: AssignmentRow,
  followUp: FollowUp | undefined,
  now: number,
  decides: boolean,
): TodayRow[] {
  const rows: TodayRow[] = [];
  for (const kind of ['undelivered', 'silent'] as const) {
    const waited = followUp?.[kind];
    if (!waited || waited.teams === 0) continue;
    const named = waited.first.map(({ name, since }) => ({
      name,
      days: Math.floor((now - Date.parse(since)) / dayMs),
    }));
    rows.push({ kind, assignment, teams: waited.teams, named, worst: named[0]?.days ?? 0 });
  }
  for (const kind of ['declined', 'asking'] as const) {
    const asking = followUp?.[kind];
    if (asking && asking.teams > 0 && decides)
      rows.push({ kind, assignment, teams: asking.teams, named: asking.first });
  }
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
    rows.push({ kind: 'noTeam', hamlets: missing.data.items.map((unit) => unit.fullName), n: missing.data.total });
  return rows;
}

function resultRow(results: Schemas['ResultPage'] | undefined, now: number): TodayRow[] {
  const [oldest] = results?.items ?? [];
  if (!results || !oldest) return [];
  const days = Math.max(0, Math.floor((now - Date.parse(oldest.submittedAt)) / dayMs));
  return [{ kind: 'results', results: results.total, named: results.items.map((row) => row.team.name), days }];
}

/** Most urgent first: late work, silence, answers that teams wait for, then the standing gaps. */
const order: readonly TodayRow['kind'][] = [
  'second',
  'handover',
  'dataRequests',
  'approve',
  'report',
  'unsent',
  'overdue',
  'handOn',
  'undelivered',
  'silent',
  'declined',
  'asking',
  'results',
  'sessions',
  'linkRequests',
  'toInvite',
  'lacking',
  'noSupporter',
  'noTeam',
];

/** Posts that came to the reader and were not looked at yet. */
function useHandovers(today: string): TodayRow[] {
  const { data = [] } = api.useQuery('get', '/me/handovers', {}, calm);
  return data
    .filter(({ received, readAt, fromOn }) => received && !readAt && fromOn <= today)
    .map((handover) => ({ kind: 'handover', handover }));
}

/** The first days: most of the members have not come in. Afterwards single ones are found in the list of teams. */
function useToInvite(hasTeams: boolean): TodayRow[] {
  const { post, may, commune } = useIdentity();
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/invitations',
    { params: { path: { unitId: post.unit.id } } },
    { ...calm, enabled: commune && hasTeams && may('invite.create') },
  );
  if (!data || isInvited({ opened: data.opened, of: data.people }, data.rule)) return [];
  return [{ kind: 'toInvite', people: data.people, opened: data.opened }];
}

/** How many results wait for the commune's word, and the oldest of them. */
function useWaitingResults() {
  const { post, may, commune } = useIdentity();
  const params = { path: { unitId: post.unit.id }, query: { limit: namedResults } };
  return api.useQuery(
    'get',
    '/units/{unitId}/results',
    { params },
    { ...calm, enabled: commune && may('result.confirm') },
  );
}

/** What waits for this officer, and numbers from above that are not handed on yet. */
function useOrderRows(): TodayRow[] {
  const { post, may, commune } = useIdentity();
  const unit = { params: { path: { unitId: post.unit.id } } };
  const handOn = api.useQuery(
    'get',
    '/units/{unitId}/allotments',
    { params: { ...unit.params, query: { waiting: 'true', limit: 5 } } },
    { ...calm, enabled: commune && may('assignment.issue') },
  );
  const requests = api.useQuery('get', '/units/{unitId}/send-requests', unit, {
    ...calm,
    enabled: may('send.second'),
  });
  const second = (requests.data ?? []).filter(({ mayDecide }) => mayDecide);
  return [
    ...second.map((request) => ({ kind: 'second' as const, request })),
    ...(handOn.data?.items ?? []).map((allotment) => ({ kind: 'handOn' as const, allotment })),
  ];
}

export function useToday() {
  const { post, may, commune } = useIdentity();
  const unit = { params: { path: { unitId: post.unit.id } } };
  const teams = useTeamSums(post.unit.id, { enabled: commune && may('team.read') });
  const teamRows = useTeamRows(post.unit.id, commune ? teams.data : undefined);
  const invites = useToInvite((teams.data?.activeTeams ?? 0) > 0);
  const results = useWaitingResults();
  const links = api.useQuery('get', '/link-requests', {}, { ...calm, enabled: commune && may('account.decide') });
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
  const orders = useOrderRows();
  const reports = useReportRows();
  const requests = useDataRequests();
  const came = useHandovers(today);
  const { assignments, open } = useRunning(post.unit.id);
  const followUps = api.useQuery('get', '/units/{unitId}/follow-ups', unit, {
    ...calm,
    enabled: may('assignment.read'),
  });
  const now = Date.now();
  const rows = [
    ...orders,
    ...requests.rows,
    ...came,
    ...reports,
    ...open.flatMap((row) => {
      const followUp = followUps.data?.find(({ assignmentId }) => assignmentId === row.id);
      return assignmentRows(row, followUp, now, commune);
    }),
    ...resultRow(results.data, now),
    ...(links.data?.total ? [{ kind: 'linkRequests' as const, requests: links.data }] : []),
    ...(proposed.length ? [{ kind: 'sessions' as const, sessions: proposed }] : []),
    ...invites,
    ...teamRows,
  ].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { rows, open, teams, results, assignments, requests: requests.counts };
}
