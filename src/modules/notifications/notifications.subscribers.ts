import { Injectable } from '@nestjs/common';
import { type AccessChange, accessChanged } from '#modules/membership';
import {
  assignmentCancelled,
  difficultyAnswered,
  difficultyEscalated,
  difficultyPassedUp,
  difficultyReported,
  entryReturned,
  extensionAnswered,
  extensionAsked,
  progressReported,
  targetChanged,
  taskAccepted,
  taskAssigned,
  taskConfirmed,
  taskDeclined,
  taskDelegated,
  taskHandedOver,
  taskKept,
  taskReleased,
  taskReturned,
  taskSubmitted,
} from '#modules/tasks';
import { type Occurrence, OnEvent } from '#platform/outbox';
import * as messages from './messages/index.ts';
import { groupNameSent, teamsReminded, teamsSilent } from './notifications.events.ts';
import { PlanMessage } from './plan/plan-message.ts';
import { WithdrawMessages } from './plan/withdraw-messages.ts';
import { LiveSignal } from './inbox/live-signal.ts';

interface OfTask {
  taskId: string;
}

/** Which message tells of which event. Each method may run again after a crash. */
@Injectable()
export class NotificationSubscribers {
  constructor(
    private readonly plan: PlanMessage,
    private readonly withdraw: WithdrawMessages,
    private readonly live: LiveSignal,
  ) {}

  @OnEvent(taskAssigned, 'notifications.plan')
  assigned(payload: { assignmentId: string }, event: Occurrence) {
    return this.plan.execute(messages.taskAssignedMessage, payload, event);
  }

  @OnEvent(assignmentCancelled, 'notifications.plan')
  async cancelled(payload: { assignmentId: string; silent: boolean }, event: Occurrence) {
    await this.withdraw.ofAssignment(payload.assignmentId, payload.silent, event.id);
    await this.plan.execute(messages.assignmentCancelledMessage, payload, event);
    await this.live.assignment(payload.assignmentId);
  }

  @OnEvent(taskAccepted, 'notifications.plan')
  accepted(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskAcceptedMessage, payload, event);
  }

  @OnEvent(taskDeclined, 'notifications.plan')
  declined(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskDeclinedMessage, payload, event);
  }

  @OnEvent(taskHandedOver, 'notifications.plan')
  handedOver(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskHandedOverMessage, payload, event);
  }

  @OnEvent(taskKept, 'notifications.plan')
  kept(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskKeptMessage, payload, event);
  }

  @OnEvent(taskReleased, 'notifications.plan')
  released(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskReleasedMessage, payload, event);
  }

  @OnEvent(taskDelegated, 'notifications.plan')
  delegated(payload: OfTask & { personId: string }, event: Occurrence) {
    return this.tell(messages.taskDelegatedMessage, payload, event);
  }

  @OnEvent(taskSubmitted, 'notifications.plan')
  submitted(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskSubmittedMessage, payload, event);
  }

  @OnEvent(taskConfirmed, 'notifications.plan')
  confirmed(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskConfirmedMessage, payload, event);
  }

  @OnEvent(taskReturned, 'notifications.plan')
  returned(payload: OfTask, event: Occurrence) {
    return this.tell(messages.taskReturnedMessage, payload, event);
  }

  @OnEvent(extensionAsked, 'notifications.plan')
  asked(payload: OfTask & { requestId: string }, event: Occurrence) {
    return this.tell(messages.extensionAskedMessage, payload, event);
  }

  @OnEvent(extensionAnswered, 'notifications.plan')
  answered(payload: OfTask & { requestId: string }, event: Occurrence) {
    return this.tell(messages.extensionAnsweredMessage, payload, event);
  }

  @OnEvent(targetChanged, 'notifications.plan')
  retargeted(payload: OfTask, event: Occurrence) {
    return this.tell(messages.targetChangedMessage, payload, event);
  }

  @OnEvent(difficultyReported, 'notifications.plan')
  difficulty(payload: { difficultyId: string; taskId?: string | undefined }, event: Occurrence) {
    return this.plan.execute(messages.difficultyReportedMessage, payload, event);
  }

  @OnEvent(difficultyAnswered, 'notifications.plan')
  difficultyAnswer(payload: { difficultyId: string }, event: Occurrence) {
    return this.plan.execute(messages.difficultyAnsweredMessage, payload, event);
  }

  @OnEvent(difficultyEscalated, 'notifications.plan')
  difficultyOver(payload: { difficultyId: string }, event: Occurrence) {
    return this.plan.execute(messages.difficultyEscalatedMessage, payload, event);
  }

  @OnEvent(difficultyPassedUp, 'notifications.plan')
  difficultyUp(payload: { difficultyId: string }, event: Occurrence) {
    return this.plan.execute(messages.difficultyPassedUpMessage, payload, event);
  }

  @OnEvent(entryReturned, 'notifications.plan')
  reportReturned(payload: { teamId: string; entryId: string }, event: Occurrence) {
    return this.plan.execute(messages.reportReturnedMessage, payload, event);
  }

  @OnEvent(groupNameSent, 'notifications.plan')
  groupName(payload: { teamId: string }, event: Occurrence) {
    return this.plan.execute(messages.groupNameMessage, payload, event);
  }

  @OnEvent(teamsReminded, 'notifications.plan')
  reminded(payload: { assignmentId: string }, event: Occurrence) {
    return this.plan.execute(messages.assignmentRemindedMessage, payload, event);
  }

  @OnEvent(teamsSilent, 'notifications.plan')
  silent(payload: { assignmentId: string }, event: Occurrence) {
    return this.plan.execute(messages.assignmentSilentMessage, payload, event);
  }

  @OnEvent(accessChanged, 'notifications.plan')
  access(payload: { personIds: readonly string[]; why: AccessChange }, event: Occurrence) {
    return this.plan.execute(messages.accessChangedMessage, payload, event);
  }

  /** Progress tells nobody by message, but moves the boards that are open. */
  @OnEvent(progressReported, 'notifications.live')
  progressed({ taskId }: OfTask) {
    return this.live.task(taskId);
  }

  private async tell<P extends OfTask>(
    definition: messages.MessageDefinition<P>,
    payload: P,
    event: Occurrence,
  ): Promise<void> {
    await this.live.task(payload.taskId);
    await this.plan.execute(definition, payload, event);
  }
}
