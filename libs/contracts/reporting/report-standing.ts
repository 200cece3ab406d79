/**
 * How a unit stands with a report that it owes: the one definition behind every count of reports. What was sent and given
 * back is owed again until it comes once more, whatever day it first came on. Free of zod.
 */
import { daysLate as daysAfter } from './due-days.ts';
import { openReportStates, type ReportState } from './report-states.ts';

/** What the board shows of each unit where nothing else is asked for: teams, activity, dossiers, OCOP, payments. */
export const boardCodes: readonly string[] = ['TC01', 'TC07', 'CQ02', 'KT05', 'XH01'];

export const reportStandings = ['on_time', 'late', 'returned', 'missing', 'not_due'] as const;
export type ReportStanding = (typeof reportStandings)[number];

export interface Owed {
  dueOn: string;
  /** Day on which the first version came: lateness is measured once. */
  firstSentOn: string | null;
  state: ReportState;
}
export interface Standing {
  status: ReportStanding;
  /** Days after the due day: of the first version, or so far where none came. */
  daysLate: number;
}

export function standingOf({ dueOn, firstSentOn, state }: Owed, today: string): Standing {
  const daysLate = daysAfter(firstSentOn ?? today, dueOn);
  if (firstSentOn === null) return { status: daysLate > 0 ? 'missing' : 'not_due', daysLate };
  if (openReportStates.includes(state)) return { status: 'returned', daysLate };
  return { status: daysLate > 0 ? 'late' : 'on_time', daysLate };
}

/** Each of those that owe a report is counted once. */
export interface StandingCounts {
  onTime: number;
  late: number;
  returned: number;
  missing: number;
  notDue: number;
}

const nameOf: Record<ReportStanding, keyof StandingCounts> = {
  on_time: 'onTime',
  late: 'late',
  returned: 'returned',
  missing: 'missing',
  not_due: 'notDue',
};

/** @param n how many stand alike, 1 where it is absent */
export function countStandings(all: readonly { status: ReportStanding; n?: number }[]): StandingCounts {
  const counts = { onTime: 0, late: 0, returned: 0, missing: 0, notDue: 0 };
  for (const { status, n = 1 } of all) counts[nameOf[status]] += n;
  return counts;
}

/** Reports that stand as sent. */
export const sentOf = ({ onTime, late }: Pick<StandingCounts, 'onTime' | 'late'>): number => onTime + late;

export const owedOf = ({ onTime, late, returned, missing, notDue }: StandingCounts): number =>
  onTime + late + returned + missing + notDue;

export const isSent = (status: ReportStanding): boolean => status === 'on_time' || status === 'late';
