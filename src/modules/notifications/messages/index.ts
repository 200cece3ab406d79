import { accessChangedMessage } from './access-changed.message.ts';
import { assignmentCancelledMessage } from './assignment-cancelled.message.ts';
import { assignmentRemindedMessage } from './assignment-reminded.message.ts';
import { assignmentSilentMessage } from './assignment-silent.message.ts';
import { difficultyEscalatedMessage } from './difficulty-escalated.message.ts';
import { difficultyPassedUpMessage } from './difficulty-passed-up.message.ts';
import { difficultyAnsweredMessage } from './difficulty-answered.message.ts';
import { difficultyReportedMessage } from './difficulty-reported.message.ts';
import { digestMessage } from './digest.message.ts';
import { extensionAnsweredMessage } from './extension-answered.message.ts';
import { extensionAskedMessage } from './extension-asked.message.ts';
import { groupNameMessage } from './group-name.message.ts';
import type { MessageDefinition } from './message-definition.ts';
import { reportReturnedMessage } from './report-returned.message.ts';
import { targetChangedMessage } from './target-changed.message.ts';
import { taskAcceptedMessage } from './task-accepted.message.ts';
import { taskAssignedMessage } from './task-assigned.message.ts';
import { taskConfirmedMessage } from './task-confirmed.message.ts';
import { taskDeclinedMessage } from './task-declined.message.ts';
import { taskDelegatedMessage } from './task-delegated.message.ts';
import { taskHandedOverMessage } from './task-handed-over.message.ts';
import { taskKeptMessage } from './task-kept.message.ts';
import { taskReleasedMessage } from './task-released.message.ts';
import { taskReturnedMessage } from './task-returned.message.ts';
import { taskSubmittedMessage } from './task-submitted.message.ts';
import { campaignCancelledMessage } from './campaign-cancelled.message.ts';
import { campaignStartedMessage } from './campaign-started.message.ts';
import { lateReportAllowedMessage } from './late-report-allowed.message.ts';
import { listReadyMessage } from './list-ready.message.ts';
import { reportAcceptedMessage } from './report-accepted.message.ts';
import { reportChasedMessage } from './report-chased.message.ts';
import { reportReceivedMessage } from './report-received.message.ts';
import { reportRemindedMessage } from './report-reminded.message.ts';
import { reportSentBackMessage } from './report-sent-back.message.ts';
import { revisionAskedMessage } from './revision-asked.message.ts';
import { certificateIssuedMessage } from './certificate-issued.message.ts';
import { seatPromotedMessage } from './seat-promoted.message.ts';
import { trainingCancelledMessage } from './training-cancelled.message.ts';
import { trainingChangeAskedMessage } from './training-change-asked.message.ts';
import { trainingConfirmedMessage } from './training-confirmed.message.ts';
import { trainingFinishedMessage } from './training-finished.message.ts';
import { trainingInvitedMessage } from './training-invited.message.ts';
import { trainingMovedMessage } from './training-moved.message.ts';
import { trainingNudgedMessage } from './training-nudged.message.ts';
import { trainingProposedMessage } from './training-proposed.message.ts';
import { trainingRefusedMessage } from './training-refused.message.ts';
import { trainingRemindedMessage } from './training-reminded.message.ts';
import { trainingSoonMessage } from './training-soon.message.ts';

export const messageDefinitions: readonly MessageDefinition[] = [
  taskAssignedMessage,
  assignmentCancelledMessage,
  assignmentRemindedMessage,
  assignmentSilentMessage,
  taskAcceptedMessage,
  taskDeclinedMessage,
  taskHandedOverMessage,
  taskKeptMessage,
  taskReleasedMessage,
  taskDelegatedMessage,
  taskSubmittedMessage,
  taskConfirmedMessage,
  taskReturnedMessage,
  extensionAskedMessage,
  extensionAnsweredMessage,
  targetChangedMessage,
  difficultyReportedMessage,
  difficultyAnsweredMessage,
  difficultyEscalatedMessage,
  difficultyPassedUpMessage,
  groupNameMessage,
  reportReturnedMessage,
  trainingProposedMessage,
  trainingNudgedMessage,
  trainingConfirmedMessage,
  trainingChangeAskedMessage,
  trainingRefusedMessage,
  trainingInvitedMessage,
  trainingMovedMessage,
  trainingCancelledMessage,
  trainingRemindedMessage,
  trainingSoonMessage,
  seatPromotedMessage,
  trainingFinishedMessage,
  certificateIssuedMessage,
  campaignCancelledMessage,
  campaignStartedMessage,
  lateReportAllowedMessage,
  listReadyMessage,
  reportAcceptedMessage,
  reportChasedMessage,
  reportReceivedMessage,
  reportRemindedMessage,
  reportSentBackMessage,
  revisionAskedMessage,
  accessChangedMessage,
];

const byKind = new Map<string, MessageDefinition>(
  [...messageDefinitions, digestMessage as MessageDefinition].map((definition) => [definition.kind, definition]),
);

export function definitionOf(kind: string): MessageDefinition | undefined {
  return byKind.get(kind);
}

/** Kinds that wait for the day's digest. */
export const digestKinds = messageDefinitions.filter(({ digest }) => digest).map(({ kind }) => kind);
/** Kinds that tell time and place to those invited. */
export const invitingKinds = [
  trainingInvitedMessage,
  trainingMovedMessage,
  trainingRemindedMessage,
  trainingSoonMessage,
  seatPromotedMessage,
].map(({ kind }) => kind);
/** Kinds that somebody must read and nobody can mute, or that may be muted. */
export const mandatoryKinds = messageDefinitions
  .filter(({ mandatory }) => mandatory !== 'nobody')
  .map(({ kind }) => kind);
export const optionalKinds = messageDefinitions
  .filter(({ mandatory }) => mandatory === 'nobody')
  .map(({ kind }) => kind);

export {
  accessChangedMessage,
  listReadyMessage,
  assignmentCancelledMessage,
  assignmentRemindedMessage,
  assignmentSilentMessage,
  difficultyReportedMessage,
  difficultyAnsweredMessage,
  difficultyEscalatedMessage,
  difficultyPassedUpMessage,
  digestMessage,
  extensionAnsweredMessage,
  extensionAskedMessage,
  groupNameMessage,
  reportReturnedMessage,
  targetChangedMessage,
  taskAcceptedMessage,
  taskAssignedMessage,
  taskConfirmedMessage,
  taskDeclinedMessage,
  taskDelegatedMessage,
  taskHandedOverMessage,
  taskKeptMessage,
  taskReleasedMessage,
  taskReturnedMessage,
  taskSubmittedMessage,
  trainingProposedMessage,
  trainingNudgedMessage,
  trainingConfirmedMessage,
  trainingChangeAskedMessage,
  trainingRefusedMessage,
  trainingInvitedMessage,
  trainingMovedMessage,
  trainingCancelledMessage,
  trainingRemindedMessage,
  trainingSoonMessage,
  seatPromotedMessage,
  trainingFinishedMessage,
  certificateIssuedMessage,
  campaignCancelledMessage,
  campaignStartedMessage,
  lateReportAllowedMessage,
  reportAcceptedMessage,
  reportChasedMessage,
  reportReceivedMessage,
  reportRemindedMessage,
  reportSentBackMessage,
  revisionAskedMessage,
};
export type { Audience, MessageDefinition, MessageDraft, MessageParams } from './message-definition.ts';
export { MessageDoors } from './message-doors.ts';
export { MessageFacts } from './message-facts.ts';
export { ReportAudience } from './report-audience.ts';
export { type MessageText, wordMessage } from './word-message.ts';
