/**
 * What a message is: which events it tells of, to whom, with which values, and how hard it is pressed. The messages stand in
 * one file per module that they tell of; the rest of notifications knows hardly any by name.
 */
import type { ReturnReason, TeamRole } from '#contracts/enums';
import type { SendKindName } from '#contracts/membership/send-requests';
import type { DueWording } from '#contracts/reporting/due-days';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import type { InvitationState } from '#contracts/training/training-states';
import type { MessageId } from '#i18n/server/messages.vi';
import type { RulePlace, RuleValue } from '#modules/organization';
import type { OwnChange } from '#modules/tasks';
import type { DefinedEvent, Occurrence, PayloadOf } from '#platform/outbox';
import type { MessageFacts } from './facts/message-facts.ts';

/** Values for the words, plain and without personal data beyond the names that the reader may see. */
export interface MessageParams {
  title?: string;
  issuer?: string;
  work?: string;
  /** Local days; worded for the reader's language when read. */
  dueOn?: string;
  replyBy?: string;
  until?: string;
  team?: string;
  actor?: string;
  /** Of each team; absent where they differ: then it stands in the team's task. */
  target?: number;
  /** What the whole team has sent of it. */
  reported?: number;
  /** What the target counts. */
  unit?: string;
  unitEn?: string;
  /** Of an order for OCOP products: how many its commune has, and how many of them are on no marketplace. */
  products?: { registered: number; missing: number };
  /** The directive that an order goes by. */
  basis?: string;
  /** Of the day `until`: '22:10' */
  time?: string;
  /** What was answered to a question: yes or no. */
  granted?: boolean;
  /** What somebody wrote. */
  words?: string;
  reason?: string;
  /** Why something was given back; worded for the reader. */
  reasons?: readonly ReturnReason[];
  /** Of a chat group, with its short form; or of products. */
  name?: string;
  shortName?: string;
  count?: number;
  teams?: string;
  /** Another word of the catalogue that fills `{kind}`. */
  kind?: string;
  /** Of an order: it goes out on days on which other messages wait. */
  urgent?: boolean;
  /** Of a digest: the instant from which it tells. */
  since?: string;
  /** Of a session. */
  session?: SessionParams;
  report?: ReportParams;
  difficultyId?: string;
  /** Where in the console it is: '/allotments/…'. */
  page?: string;
  /** Of an order that was changed. */
  version?: number;
  /** What the version changed for each team; absent where it differs: then it stands with the team's task. */
  changed?: OwnChange;
  numberQuestionId?: string;
  logQuestionId?: string;
  rule?: RuleParams;
  send?: SendParams;
}

/** Of what waits for a second officer, or waited. */
export interface SendParams {
  kind: SendKindName;
  title: string;
  /** Teams or units, when it was asked. */
  places: number;
  /** To how many it went; null where it has not, or each was kept. */
  sent: number | null;
}

/** Of a dated rule before its day. */
export interface RuleParams {
  kind: RuleKind;
  from: string;
  value: RuleValue;
  /** What would hold on that day without it. */
  held: RuleValue | null;
}

/** Of a report that a unit owes. */
export interface ReportParams {
  /** Null: of many units at once. */
  id: string | null;
  /** Of a campaign; null for a month's report. */
  title: string | null;
  /** 'YYYY-MM' */
  month: string;
  /** Full names. */
  unit: string;
  receiver: string;
  dueOn: string;
  workingDayOn: string;
  /** As the rule of the month words it; messages from before have none. */
  wording?: DueWording;
  version: number;
  daysLate?: number;
  /** Whose work it is about; of a campaign alone. */
  days?: { from: string; until: string };
  /** Of a returned version. */
  cells?: readonly { cell: string; name: string | null; nameEn: string | null }[];
}

/** Instants are ISO strings; they and the rest are worded for the reader when read. */
export interface TimeAndPlace {
  startsAt: string;
  endsAt: string;
  /** Null: online. */
  place: string | null;
}
export interface SessionParams extends TimeAndPlace {
  provider: string;
  trainer: string;
  bring: string | null;
  /** Seats kept for each team, and the last day on which they are. */
  kept?: { count: number; day: string } | null;
  /** Before it was moved. */
  before?: TimeAndPlace | null;
  /** What the commune wishes instead. */
  wished?: TimeAndPlace | null;
  /** Of time and place: an acknowledgement names it. */
  version: number;
}

export type Audience =
  /** All teams of the assignment, page by page. */
  | { by: 'assignment'; assignmentId: string; roles?: readonly TeamRole[] }
  /** Teams for whom a version of the order is something of this kind, page by page. */
  | {
      by: 'change';
      assignmentId: string;
      version: number;
      kind: 'changed' | 'added' | 'withdrawn';
      roles?: readonly TeamRole[];
    }
  /** Teams chased under this event, page by page. */
  | { by: 'chases'; roles?: readonly TeamRole[] }
  | { by: 'supporters-of-chased' }
  | { by: 'team'; teamId: string; roles?: readonly TeamRole[]; except?: string | null }
  /** Teams of the commune's district that have work in hand that counts the same, page by page. */
  | { by: 'open-work'; communeId: string; indicatorCode: string; except: string; roles?: readonly TeamRole[] }
  /** The committee: the team's supporters, and the whole committee where it has none. */
  /** `exact`: a record that has become part of another hears by its own old routes. */
  | { by: 'people'; personIds: readonly string[]; teamId: string | null; exact?: boolean }
  /** Those invited to a session, by the state of their invitation, page by page. */
  | {
      by: 'session';
      sessionId: string;
      states: readonly InvitationState[];
      /** Only who was marked for this reminder. */
      step?: string;
      personIds?: readonly string[];
      /** Not to who has a message of this kind about this session already. */
      once?: boolean;
    }
  /**
   * Leaders and deputies of the teams on which a rule lies, page by page; with `told` those of them who have a message of that
   * subject.
   */
  | { by: 'rule'; place: RulePlace; exceptIds: readonly string[]; told?: string; roles: readonly TeamRole[] }
  /** Teams whose hamlets came from one commune to another on a day, page by page; not who was told of that reform already. */
  | { by: 'moved-teams'; fromUnitId: string; toUnitId: string; onDate: string; subject: string }
  /** Officers of the units that a reform takes hold of, page by page. */
  | { by: 'reform-officers'; reorganisationId: string }
  /** Who has a message of this subject, page by page. */
  | { by: 'told'; subject: string }
  /** Who has something for the digest of that day. */
  | { by: 'digest'; day: string };

export interface MessageDraft {
  params: MessageParams;
  audience: Audience;
  assignmentId?: string | null;
  taskId?: string | null;
  teamId?: string | null;
  sessionId?: string | null;
  issuerUnitId?: string | null;
  senderId?: string | null;
  /** What it is taken back with, where that is no order and no session. */
  subject?: string;
  /** External channels wait until then. */
  holdUntil?: Date;
  expiresAt: Date;
}

export interface MessageDefinition<P = unknown> {
  /** Persisted: what people mute by, what the catalogue's ids begin with. */
  kind: MessageKind;
  /** Sent once more when a crash left it unknown whether it went. */
  repeatable: boolean;
  /** For whom it is a duty and cannot be muted. `seated`: who holds or waits for a seat of the session. */
  mandatory: 'all' | 'leaders' | 'seated' | 'nobody';
  /** The word that says why it cannot be muted, where that is not the team's work. */
  duty?: Extract<MessageId, `frame.mandatory${string}`>;
  /** It goes out on days on which other messages wait: tomorrow it would be of no use, or do harm. */
  urgent?: boolean;
  /** News that can wait: pushed with the day's other news as one message. */
  digest?: boolean;
  /**
   * What its link opens; `plan` is the session in the console, `report` the report in the console. `difficulty` is what a
   * team had told, with its answer; `difficulties` the console page where they are answered; `knowHow` a published answer, `jointWork`
   * the console page of what a company does with teams, `handovers` that of posts that came to somebody or went from them, `page`
   * the one that the values name.
   */
  opens:
    | 'task'
    | 'session'
    | 'plan'
    | 'report'
    | 'difficulty'
    | 'difficulties'
    | 'knowHow'
    | 'jointWork'
    | 'page'
    | 'handovers'
    | 'inbox';
  /** What can be answered in the chat itself: the task, the invitation, or that one knows of the change. */
  answers?: 'task' | 'invitation' | 'change';
  /** A repeated call: by another channel than the same kind took before for this session, where the person has one. */
  changesChannel?: boolean;
  /** Undefined when there is nothing to tell any more. */
  draft(payload: P, occurrence: Occurrence, facts: MessageFacts): Promise<MessageDraft | undefined>;
}

/** A message that is caused by events; subscribed to them by notifications.subscribers.ts. */
export interface EventMessage<P = unknown> extends MessageDefinition<P> {
  on: readonly DefinedEvent[];
  /** The task that the event has moved: the boards that are open on its order are told first. */
  movedTask?(payload: P): string;
  /** More is done than to plan it: notifications.subscribers.ts has it written out. */
  writtenOut?: boolean;
  /** What was told of this subject before does not go out any more; silently, it leaves the inbox too. */
  takesBack?(payload: P): { subject: string; silent: boolean };
}

/** `defineMessage({ on: [taskAccepted], kind: 'taskAccepted', ... })`: `draft` gets what the events carry. */
export function defineMessage<const E extends readonly DefinedEvent[]>(
  definition: EventMessage<PayloadOf<E[number]>> & { on: E },
): EventMessage<PayloadOf<E[number]>> {
  return definition;
}

type TitleId = Extract<MessageId, `${string}.title`>;
export type MessageKind = TitleId extends `${infer K}.title` ? K : never;

const DAY_MS = 86_400_000;
/** News that nobody has read after this long is no news: it stays in the inbox and is no longer pushed. */
export function staleAfterDays(occurrence: Occurrence, days: number): Date {
  return new Date(occurrence.occurredAt.getTime() + days * DAY_MS);
}
