/** The kinds of things that need a hand today, each with the records that it is the sum of; of many, the first and their number. */
import type { NavigateOptions } from '@tanstack/react-router';
import type { Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type AssignmentRow = Schemas['AssignmentRow'];
export type TeamRow = Schemas['TeamRow'];

export type TodayRow =
  | {
      kind: 'silent' | 'undelivered';
      assignment: AssignmentRow;
      teams: number;
      named: { name: string; days: number }[];
      worst: number;
    }
  | { kind: 'declined' | 'asking'; assignment: AssignmentRow; teams: number; named: string[] }
  | { kind: 'overdue'; assignment: AssignmentRow; days: number; open: number }
  | { kind: 'results'; results: number; named: string[]; days: number }
  | { kind: 'linkRequests'; requests: Schemas['LinkRequestPage'] }
  | { kind: 'handover'; handover: Schemas['Handover'] }
  | { kind: 'dataRequests'; requests: Schemas['DataRequestRow'][] }
  | { kind: 'approve'; head: Schemas['ReportHead'] }
  | { kind: 'second'; request: Schemas['SendRequestRow'] }
  | { kind: 'handOn'; allotment: Schemas['AllotmentRow'] }
  | { kind: 'report'; head: Schemas['ReportHead'] }
  | { kind: 'unsent'; month: string; names: string[]; days: number }
  | { kind: 'sessions'; sessions: Schemas['TrainingSessionRow'][] }
  | { kind: 'toInvite'; people: number; opened: number }
  | { kind: 'noTeam'; hamlets: string[]; n: number }
  | { kind: 'lacking'; teams: readonly TeamRow[]; n: number; fits: number }
  | { kind: 'noSupporter'; teams: readonly TeamRow[]; n: number };
export type Of<K extends TodayRow['kind']> = Extract<TodayRow, { kind: K }>;

export interface ShownRow {
  key: string;
  tone: Tone;
  icon: IconName;
  title: string;
  detail: string;
  when: string;
  whenNote: string;
  urgent?: boolean;
  act: string;
  target: NavigateOptions;
}

export interface Words {
  t: Translate;
  lang: Lang;
  /** Whether the post may remind and call. */
  canChase: boolean;
  /** The unit of the post: a report of another one, left by a merger, says whose it is. */
  ownUnitId: string;
}
