/** Orders that wait for a second officer: to who may decide, and what became of it to who asked. */
import { orderApproved, orderAsked, orderRefused } from '#modules/tasks';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, type MessageParams, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './message-facts.ts';

type Told = NonNullable<Awaited<ReturnType<MessageFacts['tasks']['orderRequest']>>>;

export const orderRequestMessages = {
  asked: defineMessage({
    on: [orderAsked],
    kind: 'orderApprovalAsked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.tasks.orderRequest(requestId);
      if (!told || told.outcome !== null) return undefined;
      const officers = await facts.officersAt(told.unitId, 'assignment.issue');
      const others = officers.filter((id) => id !== told.askedBy);
      const actor = await facts.personName(told.askedBy);
      return about(told, occurrence, others, { actor, teams: String(told.teams), count: told.people });
    },
  }),

  refused: defineMessage({
    on: [orderRefused],
    kind: 'orderApprovalRefused',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.tasks.orderRequest(requestId);
      if (!told) return undefined;
      const actor = await facts.personName(told.decidedBy);
      return about(told, occurrence, [told.askedBy], { actor, ...(told.reason && { reason: told.reason }) });
    },
  }),

  approved: defineMessage({
    on: [orderApproved],
    kind: 'orderApproved',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'page',
    async draft({ requestId, assignmentId }, occurrence, facts) {
      const told = await facts.tasks.orderRequest(requestId);
      if (!told) return undefined;
      const actor = await facts.personName(told.decidedBy);
      const page = `/assignments/${assignmentId}`;
      return about(told, occurrence, [told.askedBy], { actor, teams: String(told.teams), page });
    },
  }),
};

const about = (told: Told, occurrence: Occurrence, personIds: string[], more: MessageParams): MessageDraft => ({
  params: { title: told.title, dueOn: told.dueOn, page: `/order-requests/${told.id}`, ...more },
  audience: { by: 'people', personIds, teamId: null },
  issuerUnitId: told.unitId,
  senderId: occurrence.actorId,
  expiresAt: staleAfterDays(occurrence, 7),
});
