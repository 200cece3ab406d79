/** Numbers that an office above gives communes: to who hands them on there. */
import { communeAsked, communeNumberChanged, communeNumberWithdrawn } from '#modules/tasks';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, type MessageParams, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

type Told = NonNullable<Awaited<ReturnType<MessageFacts['tasks']['allotment']>>>;

export const allotmentMessages = {
  asked: defineMessage({
    on: [communeAsked],
    kind: 'communeAsked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ allotmentId, unitId }, occurrence, facts) {
      const told = await facts.tasks.allotment(allotmentId, unitId);
      if (!told || told.cancelledAt || told.target === null) return undefined;
      const basis = await facts.citation(told.directiveId);
      const params = { work: told.work, target: told.target, ...(basis && { basis }) };
      return { ...(await about(told, unitId, occurrence, facts, params)), holdUntil: told.recallUntil };
    },
  }),

  changed: defineMessage({
    on: [communeNumberChanged],
    kind: 'communeNumberChanged',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ allotmentId, unitId, before }, occurrence, facts) {
      const told = await facts.tasks.allotment(allotmentId, unitId);
      if (!told || told.cancelledAt || told.target === null) return undefined;
      return about(told, unitId, occurrence, facts, {
        target: told.target,
        count: before ?? 0,
        ...(told.reason && { reason: told.reason }),
      });
    },
  }),

  withdrawn: defineMessage({
    on: [communeNumberWithdrawn],
    kind: 'communeNumberWithdrawn',
    takesBack: ({ allotmentId, unitId, silent }) => ({ subject: subjectOf(allotmentId, unitId), silent }),
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ allotmentId, unitId, silent }, occurrence, facts) {
      const told = silent ? undefined : await facts.tasks.allotment(allotmentId, unitId);
      if (!told || (told.target !== null && !told.cancelledAt)) return undefined;
      const reason = told.cancelReason ?? told.reason;
      return about(told, unitId, occurrence, facts, { ...(reason && { reason }) });
    },
  }),
};

async function about(
  told: Told,
  unitId: string,
  occurrence: Occurrence,
  facts: MessageFacts,
  more: MessageParams,
): Promise<MessageDraft> {
  const { title, unit, unitEn, dueOn, issuerUnitId, id } = told;
  const issuer = await facts.unitName(issuerUnitId);
  return {
    params: { title, issuer, unit, unitEn, dueOn, page: `/allotments/${id}`, ...more },
    audience: { by: 'people', personIds: await facts.officersAt(unitId, 'assignment.issue'), teamId: null },
    subject: subjectOf(id, unitId),
    issuerUnitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}

/** Each commune's number is taken back by itself. */
const subjectOf = (allotmentId: string, unitId: string) => `allotment ${allotmentId} ${unitId}`;
