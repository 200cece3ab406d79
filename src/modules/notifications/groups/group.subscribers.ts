import { Injectable } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentChanged,
  changeUndone,
  taskAssigned,
  teamsAdded,
  teamsWithdrawn,
} from '#modules/tasks';
import { peopleInvited, sessionCancelled, sessionMoved, sessionPublished, TrainingApi } from '#modules/training';
import { type Occurrence, OnEvent, type PayloadOf } from '#platform/outbox';
import { MessageFacts } from '../plan/messages/facts/message-facts.ts';
import { staleAfterDays } from '../plan/messages/message-definition.ts';
import { GroupPostStore } from './posts/group-post-store.ts';
import { OrderChangePosts, type OrderVersion } from './posts/order-change-posts.ts';
import { SessionPosts } from './posts/session-posts.ts';

/** Which events are told to groups. Each method may run again after a crash. */
@Injectable()
export class GroupSubscribers {
  constructor(
    private readonly facts: MessageFacts,
    private readonly training: TrainingApi,
    private readonly posts: GroupPostStore,
    private readonly changes: OrderChangePosts,
    private readonly sessions: SessionPosts,
  ) {}

  @OnEvent(taskAssigned, 'groups.plan')
  async assigned({ assignmentId }: { assignmentId: string }): Promise<void> {
    const order = await this.facts.assignment(assignmentId);
    if (order && !order.cancelledAt) await this.posts.planAssigned(assignmentId, order.holdUntil, order.dueOn);
  }

  @OnEvent(assignmentCancelled, 'groups.plan')
  cancelled(
    { assignmentId, silent }: { assignmentId: string; silent: boolean },
    occurrence: Occurrence,
  ): Promise<void> {
    return this.posts.planCancelled(assignmentId, silent, staleAfterDays(occurrence, 3));
  }

  @OnEvent(assignmentChanged, 'groups.plan')
  changed(version: PayloadOf<typeof assignmentChanged>): Promise<void> {
    return this.plan('changed', version);
  }

  @OnEvent(teamsAdded, 'groups.plan')
  added(version: PayloadOf<typeof teamsAdded>): Promise<void> {
    return this.plan('added', version);
  }

  @OnEvent(teamsWithdrawn, 'groups.plan')
  withdrawn(version: PayloadOf<typeof teamsWithdrawn>): Promise<void> {
    return this.plan('withdrawn', version);
  }

  @OnEvent(changeUndone, 'groups.plan')
  undone(version: PayloadOf<typeof changeUndone>): Promise<void> {
    return this.changes.undone(version);
  }

  @OnEvent(sessionPublished, 'groups.plan')
  published({ sessionId }: { sessionId: string }): Promise<void> {
    return this.invite(sessionId);
  }

  @OnEvent(peopleInvited, 'groups.plan')
  invited({ sessionId }: { sessionId: string }): Promise<void> {
    return this.invite(sessionId);
  }

  @OnEvent(sessionMoved, 'groups.plan')
  async moved({ sessionId, version }: { sessionId: string; version: number }): Promise<void> {
    const session = await this.training.session(sessionId);
    if (session?.state === 'published' && session.version === version)
      await this.sessions.planMoved(sessionId, version, session.startsAt);
  }

  @OnEvent(sessionCancelled, 'groups.plan')
  calledOff({ sessionId }: { sessionId: string }, occurrence: Occurrence): Promise<void> {
    return this.sessions.planCancelled(sessionId, staleAfterDays(occurrence, 3));
  }

  /** When the version can no longer be taken back. */
  private async plan(what: 'changed' | 'added' | 'withdrawn', version: OrderVersion): Promise<void> {
    const { assignmentId } = version;
    const [order, change] = [
      await this.facts.assignment(assignmentId),
      await this.facts.changes.info(assignmentId, version.version),
    ];
    if (!order || order.cancelledAt || !change || change.undone) return;
    await this.changes[what](version, change.undoUntil, this.facts.endOf(order.dueOn));
  }

  private async invite(sessionId: string): Promise<void> {
    const session = await this.training.session(sessionId);
    if (session?.state === 'published') await this.sessions.planPublished(sessionId, session.startsAt);
  }
}
