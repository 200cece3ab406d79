/** The kinds of things that need a hand today, each with the records that it is the sum of; of many, the first and their number. */
import type { Schemas } from '../../api/client.ts';

export type AssignmentRow = Schemas['AssignmentRow'];
export type TeamRow = Schemas['TeamRow'];

export type TodayRow =
  | { kind: 'silent'; assignment: AssignmentRow; teams: number; named: { name: string; days: number }[]; worst: number }
  | { kind: 'declined' | 'asking'; assignment: AssignmentRow; teams: number; named: string[] }
  | { kind: 'overdue'; assignment: AssignmentRow; days: number; open: number }
  | { kind: 'results'; results: number; named: string[]; days: number }
  | { kind: 'linkRequests'; requests: Schemas['LinkRequestPage'] }
  | { kind: 'handover'; handover: Schemas['Handover'] }
  | { kind: 'approve'; head: Schemas['ReportHead'] }
  | { kind: 'second'; request: Schemas['OrderRequestRow'] }
  | { kind: 'handOn'; allotment: Schemas['AllotmentRow'] }
  | { kind: 'report'; head: Schemas['ReportHead'] }
  | { kind: 'unsent'; month: string; names: string[]; days: number }
  | { kind: 'sessions'; sessions: Schemas['TrainingSessionRow'][] }
  | { kind: 'noTeam'; hamlets: string[]; n: number }
  | { kind: 'lacking'; teams: readonly TeamRow[]; n: number; fits: number }
  | { kind: 'noSupporter'; teams: readonly TeamRow[]; n: number };
