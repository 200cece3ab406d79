/** What the monthly report asks of today: of a commune its own, of a district or province those that it waits for. */
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { TodayRow } from './today-row.ts';

type Head = Schemas['ReportHead'];
type Unit = Schemas['ReportBoard']['units'][number];

/** Reminders begin five days before the due day; a report is on the list from the same day on. */
const beforeDays = 5;

/**
 * Open reports whose period has ended and whose due day is near or over, and whatever was given back; one line each. Not what the
 * office sums up for itself, for which nobody waits.
 */
export const ownRows = (heads: readonly Head[], today: string): TodayRow[] =>
  heads
    .filter(
      ({ kind, receiver, state, endsOn, due, approvalAsked }) =>
        !approvalAsked &&
        (kind !== 'results' || receiver !== null) &&
        (state === 'returned' || (state === 'draft' && endsOn < today && due.daysLeft <= beforeDays)),
    )
    .map((head) => ({ kind: 'report', head }));

/** What waits for this reader to approve it. */
export const toApprove = (heads: readonly Head[], personId: string): TodayRow[] =>
  heads
    .filter(({ approvalAsked: asked }) => asked?.by.id !== personId && asked?.approvers.includes(personId))
    .map((head) => ({ kind: 'approve', head }));

/** Units that have not sent although the due day is over. */
export function unsentRow(month: string, units: readonly Unit[]): TodayRow[] {
  const missing = units.filter(({ status }) => status === 'missing');
  if (missing.length === 0) return [];
  const days = Math.max(...missing.map(({ daysLate }) => daysLate));
  return [{ kind: 'unsent', month, names: missing.map(({ unit }) => unit.name), days }];
}

export function useReportRows(): TodayRow[] {
  const { post, may, commune, me } = useIdentity();
  const params = { params: { path: { unitId: post.unit.id } } };
  const calm = { staleTime: 60_000 } as const;
  const own = api.useQuery('get', '/units/{unitId}/reports', params, {
    ...calm,
    enabled: may('report.write') || may('report.approve'),
  });
  const board = api.useQuery('get', '/units/{unitId}/report-board', params, {
    ...calm,
    enabled: !commune && may('report.receive'),
  });
  const heads = own.data ?? [];
  return [
    ...toApprove(heads, me.person.id),
    ...(may('report.write') ? ownRows(heads, me.today) : []),
    ...(board.data ? unsentRow(board.data.month, board.data.units) : []),
  ];
}
