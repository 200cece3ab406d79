import { Injectable } from '@nestjs/common';
import { assignmentCancelled, taskAssigned } from '#modules/tasks';
import { type Occurrence, OnEvent } from '#platform/outbox';
import { MessageFacts } from '../messages/message-facts.ts';
import { staleAfterDays } from '../messages/message-definition.ts';
import { GroupPostStore } from './group-post-store.ts';

/** Which events are told to groups. Each method may run again after a crash. */
@Injectable()
export class GroupSubscribers {
  constructor(
    private readonly facts: MessageFacts,
    private readonly posts: GroupPostStore,
  ) {}

  @OnEvent(taskAssigned, 'groups.plan')
  async assigned({ assignmentId }: { assignmentId: string }): Promise<void> {
    const order = await this.facts.assignment(assignmentId);
    if (order && !order.cancelled_at) await this.posts.planAssigned(assignmentId, order.hold_until, order.due_on);
  }

  @OnEvent(assignmentCancelled, 'groups.plan')
  cancelled(
    { assignmentId, silent }: { assignmentId: string; silent: boolean },
    occurrence: Occurrence,
  ): Promise<void> {
    return this.posts.planCancelled(assignmentId, silent, staleAfterDays(occurrence, 3));
  }
}
