import { Injectable } from '@nestjs/common';
import {
  certificatesIssued,
  communeNudged,
  peopleInvited,
  seatPromoted,
  sessionCancelled,
  sessionChangeAsked,
  sessionConfirmed,
  sessionFinished,
  sessionMoved,
  sessionProposed,
  sessionPublished,
  sessionRefused,
  sessionReminded,
} from '#modules/training';
import { type Occurrence, OnEvent } from '#platform/outbox';
import * as messages from './messages/index.ts';
import { PlanMessage } from './plan/plan-message.ts';
import { WithdrawMessages } from './plan/withdraw-messages.ts';

interface OfSession {
  sessionId: string;
}

/** Which message tells of which event of training. Each method may run again after a crash. */
@Injectable()
export class TrainingSubscribers {
  constructor(
    private readonly plan: PlanMessage,
    private readonly withdraw: WithdrawMessages,
  ) {}

  @OnEvent(sessionProposed, 'notifications.plan')
  proposed(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingProposedMessage, payload, event);
  }

  @OnEvent(communeNudged, 'notifications.plan')
  nudged(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingNudgedMessage, payload, event);
  }

  @OnEvent(sessionConfirmed, 'notifications.plan')
  confirmed(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingConfirmedMessage, payload, event);
  }

  @OnEvent(sessionChangeAsked, 'notifications.plan')
  changeAsked(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingChangeAskedMessage, payload, event);
  }

  @OnEvent(sessionRefused, 'notifications.plan')
  refused(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingRefusedMessage, payload, event);
  }

  @OnEvent(sessionPublished, 'notifications.plan')
  published(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingInvitedMessage, payload, event);
  }

  @OnEvent(peopleInvited, 'notifications.plan')
  invited(payload: OfSession & { personIds: string[] }, event: Occurrence) {
    return this.plan.execute(messages.trainingInvitedMessage, payload, event);
  }

  @OnEvent(sessionMoved, 'notifications.plan')
  async moved(payload: OfSession & { version: number }, event: Occurrence) {
    await this.withdraw.ofSession(payload.sessionId, event.id);
    await this.plan.execute(messages.trainingMovedMessage, payload, event);
  }

  @OnEvent(sessionCancelled, 'notifications.plan')
  async cancelled(payload: OfSession, event: Occurrence) {
    await this.withdraw.ofSession(payload.sessionId, event.id);
    await this.plan.execute(messages.trainingCancelledMessage, payload, event);
  }

  @OnEvent(sessionReminded, 'notifications.plan')
  reminded(payload: OfSession & { step: 'd3' | 'd1' | 'h2' }, event: Occurrence) {
    const definition = payload.step === 'h2' ? messages.trainingSoonMessage : messages.trainingRemindedMessage;
    return this.plan.execute(definition, payload, event);
  }

  @OnEvent(seatPromoted, 'notifications.plan')
  promoted(payload: OfSession & { personId: string }, event: Occurrence) {
    return this.plan.execute(messages.seatPromotedMessage, payload, event);
  }

  @OnEvent(sessionFinished, 'notifications.plan')
  finished(payload: OfSession, event: Occurrence) {
    return this.plan.execute(messages.trainingFinishedMessage, payload, event);
  }

  @OnEvent(certificatesIssued, 'notifications.plan')
  certified(payload: OfSession & { personIds: string[] }, event: Occurrence) {
    return this.plan.execute(messages.certificateIssuedMessage, payload, event);
  }
}
