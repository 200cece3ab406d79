import { dataRequestMessages } from './data-requests.messages.ts';
import { logMessages } from './log.messages.ts';
import { sendMessages } from './membership-sends.messages.ts';
import { membershipMessages } from './membership.messages.ts';
import type { EventMessage, MessageDefinition, MessageParams } from './message-definition.ts';
import { digestMessage, notificationMessages } from './notifications.messages.ts';
import { ruleMessages } from './organization.messages.ts';
import { hamletMessages } from './organization-hamlets.messages.ts';
import { officeMessages } from './organization-offices.messages.ts';
import { reformMessages } from './organization-reforms.messages.ts';
import { heldReformMessages } from './organization-reforms-held.messages.ts';
import { platformMessages } from './platform.messages.ts';
import { formMessages } from './reporting/reporting-forms.messages.ts';
import { reportingMessages } from './reporting/reporting.messages.ts';
import { oddFigureMessages } from './reporting/reporting-odd-figures.messages.ts';
import { allotmentMessages } from './tasks-allotments.messages.ts';
import { taskMessages } from './tasks-answers.messages.ts';
import { colleagueMessages } from './tasks-colleagues.messages.ts';
import { difficultyMessages } from './tasks-difficulties.messages.ts';
import { orderMessages } from './tasks-orders.messages.ts';
import { trainingMessages } from './training.messages.ts';

/** All that is told of events: of each module what its file lists. */
export const eventMessages: readonly EventMessage[] = [
  orderMessages,
  allotmentMessages,
  taskMessages,
  colleagueMessages,
  difficultyMessages,
  notificationMessages,
  trainingMessages,
  reportingMessages,
  oddFigureMessages,
  formMessages,
  membershipMessages,
  sendMessages,
  dataRequestMessages,
  ruleMessages,
  hamletMessages,
  officeMessages,
  reformMessages,
  heldReformMessages,
  logMessages,
  platformMessages,
].flatMap((ofModule) => Object.values<EventMessage>(ofModule));

const byKind = new Map<string, MessageDefinition>(
  [...eventMessages, digestMessage].map((definition) => [definition.kind, definition]),
);

export function definitionOf(kind: string): MessageDefinition | undefined {
  return byKind.get(kind);
}

/** Whether it goes out on days on which only what is urgent does. */
export const isUrgent = (kind: string, { urgent }: MessageParams): boolean =>
  urgent === true || definitionOf(kind)?.urgent === true;

/** Kinds that wait for the day's digest. */
export const digestKinds = eventMessages.filter(({ digest }) => digest).map(({ kind }) => kind);
/** Kinds that somebody must read and nobody can mute, or that may be muted. */
export const mandatoryKinds = eventMessages.filter(({ mandatory }) => mandatory !== 'nobody').map(({ kind }) => kind);
export const optionalKinds = eventMessages.filter(({ mandatory }) => mandatory === 'nobody').map(({ kind }) => kind);

export { digestMessage } from './notifications.messages.ts';
export { reformMessages, subjectOfReform } from './organization-reforms.messages.ts';
export { heldReformMessages } from './organization-reforms-held.messages.ts';
export { orderMessages } from './tasks-orders.messages.ts';
export { invitingKinds, trainingMessages } from './training.messages.ts';
export type { Audience, EventMessage, MessageDefinition, MessageDraft, MessageParams } from './message-definition.ts';
export { MessageFacts } from './facts/message-facts.ts';
export { ReportAudience } from './facts/report-audience.ts';
export { hasOwnChanges, hasOwnTargets, withOwn } from './own-values.ts';
export { teamTitle } from './facts/team-title.ts';
export { wordShort } from './words/word-short.ts';
export { type MessageText, wordMessage } from './words/word-message.ts';
