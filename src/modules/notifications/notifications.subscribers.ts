import { Injectable, type OnModuleInit } from '@nestjs/common';
import { numberAnswered } from '#modules/membership';
import { reorganisationRevoked, reorganisationScheduled, unitsMoved } from '#modules/organization';
import { assignmentCancelled, assignmentChanged, changeUndone, progressReported } from '#modules/tasks';
import { sessionCancelled, sessionMoved, sessionReminded } from '#modules/training';
import { actTakenBack, HeldActs } from '#platform/acts';
import { EventRegistry, type Occurrence, OnEvent, type PayloadOf } from '#platform/outbox';
import { LiveSignal } from './deliver/inbox/live-signal.ts';
import {
  type EventMessage,
  eventMessages,
  heldReformMessages,
  orderMessages,
  reformMessages,
  subjectOfReform,
  trainingMessages,
} from './plan/messages/index.ts';
import { NumberNews } from './webhooks/number-news.ts';
import { actOf } from './plan/planning/held-by-act.ts';
import { PlanMessage } from './plan/planning/plan-message.ts';
import { WithdrawMessages } from './plan/planning/withdraw-messages.ts';

/** Persisted: names the job that plans an event's message. */
const PLAN = 'notifications.plan';

/**
 * Each message is planned when an event happens that its definition names. Where more is done than that, it is written out
 * here. All of it may run again after a crash.
 */
@Injectable()
export class NotificationSubscribers implements OnModuleInit {
  constructor(
    private readonly registry: EventRegistry,
    private readonly plan: PlanMessage,
    private readonly withdraw: WithdrawMessages,
    private readonly live: LiveSignal,
    private readonly numbers: NumberNews,
    private readonly acts: HeldActs,
  ) {}

  onModuleInit(): void {
    for (const message of eventMessages) {
      if (message.writtenOut) continue;
      for (const event of message.on)
        this.registry.subscribe(event, PLAN, (payload, occurrence) => this.tell(message, payload, occurrence));
    }
  }

  @OnEvent(assignmentCancelled, PLAN)
  async orderCancelled(payload: PayloadOf<typeof assignmentCancelled>, event: Occurrence): Promise<void> {
    await this.withdraw.ofAssignment(payload.assignmentId, payload.silent, event.id);
    await this.plan.execute(orderMessages.cancelled, payload, event);
    await this.live.assignment(payload.assignmentId);
  }

  @OnEvent(assignmentChanged, PLAN)
  async orderChanged(payload: PayloadOf<typeof assignmentChanged>, event: Occurrence): Promise<void> {
    await this.plan.execute(orderMessages.changed, payload, event);
    await this.live.assignment(payload.assignmentId);
  }

  /** Silent: nothing has left for external channels yet. */
  @OnEvent(changeUndone, PLAN)
  async changeUndone({ assignmentId, version }: PayloadOf<typeof changeUndone>): Promise<void> {
    await this.withdraw.ofChange(assignmentId, version);
    await this.live.assignment(assignmentId);
  }

  @OnEvent(sessionMoved, PLAN)
  async sessionMoved(payload: PayloadOf<typeof sessionMoved>, event: Occurrence): Promise<void> {
    await this.withdraw.ofSession(payload.sessionId, event.id);
    await this.plan.execute(trainingMessages.moved, payload, event);
  }

  @OnEvent(sessionCancelled, PLAN)
  async sessionCancelled(payload: PayloadOf<typeof sessionCancelled>, event: Occurrence): Promise<void> {
    await this.withdraw.ofSession(payload.sessionId, event.id);
    await this.plan.execute(trainingMessages.cancelled, payload, event);
  }

  /** Days before, those who have not answered; hours before, those who hold a seat. */
  @OnEvent(sessionReminded, PLAN)
  sessionReminded(payload: PayloadOf<typeof sessionReminded>, event: Occurrence): Promise<void> {
    const { soon, reminded } = trainingMessages;
    return this.plan.execute(payload.step === 'h2' ? soon : reminded, payload, event);
  }

  /** Of communes to their officers, of a commune's hamlets to the administrators above: one of the two has something to say. */
  @OnEvent(reorganisationScheduled, PLAN)
  async reformScheduled(payload: PayloadOf<typeof reorganisationScheduled>, event: Occurrence): Promise<void> {
    await this.plan.execute(reformMessages.scheduled, payload, event);
    await this.plan.execute(reformMessages.merger, payload, event);
  }

  @OnEvent(reorganisationRevoked, PLAN)
  async reformRevoked(payload: PayloadOf<typeof reorganisationRevoked>, event: Occurrence): Promise<void> {
    await this.withdraw.ofSubject(subjectOfReform(payload.reorganisationId), false, event.id);
    await this.plan.execute(reformMessages.revoked, payload, event);
    await this.plan.execute(reformMessages.merger, payload, event);
    await this.plan.execute(heldReformMessages.gaveWay, payload, event);
  }

  @OnEvent(unitsMoved, PLAN)
  async unitsMoved(payload: PayloadOf<typeof unitsMoved>, event: Occurrence): Promise<void> {
    await this.plan.execute(reformMessages.moved, payload, event);
    await this.plan.execute(reformMessages.renamed, payload, event);
  }

  /** A number that is right is written to again. */
  @OnEvent(numberAnswered, 'notifications.numbers')
  numberAnswered({ questionId }: PayloadOf<typeof numberAnswered>, event: Occurrence): Promise<void> {
    return this.numbers.answered(questionId, event.occurredAt);
  }

  @OnEvent(actTakenBack, PLAN)
  actTakenBack({ actId }: PayloadOf<typeof actTakenBack>): Promise<void> {
    return this.withdraw.ofAct(actId);
  }

  /** Progress tells nobody by message, but moves the boards that are open. */
  @OnEvent(progressReported, 'notifications.live')
  progressed({ taskId }: PayloadOf<typeof progressReported>): Promise<void> {
    return this.live.task(taskId);
  }

  private async tell(message: EventMessage, payload: unknown, event: Occurrence): Promise<void> {
    const taskId = message.movedTask?.(payload);
    if (taskId) await this.live.task(taskId);
    const back = message.takesBack?.(payload);
    if (back) await this.withdraw.ofSubject(back.subject, back.silent, event.id);
    await this.plan.execute(message, payload, event);
    const act = actOf(payload);
    // Planned side by side with the taking back, a message may have come after it.
    if (act && (await this.acts.isTakenBack(act.id))) await this.withdraw.ofAct(act.id);
  }
}
