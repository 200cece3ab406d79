/** What waits for a second officer: to who may decide, and what became of it to who asked. */
import { sendApproved, sendAsked, sendRefused } from '#modules/membership';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, type MessageParams, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

type Told = NonNullable<Awaited<ReturnType<MessageFacts['sends']['info']>>>;

export const sendMessages = {
  asked: defineMessage({
    on: [sendAsked],
    kind: 'sendAsked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.sends.info(requestId);
      if (!told || told.outcome !== null) return undefined;
      const officers = await facts.officersAt(told.unitId, told.action);
      const others = officers.filter((id) => id !== told.askedBy);
      return about(told, occurrence, others, { actor: await facts.personName(told.askedBy), count: told.people });
    },
  }),

  refused: defineMessage({
    on: [sendRefused],
    kind: 'sendRefused',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.sends.info(requestId);
      if (!told) return undefined;
      const actor = await facts.personName(told.decidedBy);
      return about(told, occurrence, [told.askedBy], { actor, ...(told.reason && { reason: told.reason }) });
    },
  }),

  approved: defineMessage({
    on: [sendApproved],
    kind: 'sendApproved',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.sends.info(requestId);
      if (!told) return undefined;
      const actor = await facts.personName(told.decidedBy);
      return about(told, occurrence, [told.askedBy], { actor, page: pageOf(told) });
    },
  }),
};

/** Where what came of it is followed; a reminder has nothing of its own to open. */
function pageOf({ id, kind, resultId }: Told): string {
  if (!resultId) return `/send-requests/${id}`;
  return kind === 'campaign' ? `/campaigns/${resultId}` : `/assignments/${resultId}`;
}

const about = (told: Told, occurrence: Occurrence, personIds: string[], more: MessageParams): MessageDraft => {
  const { id, kind, title, places, sent } = told;
  return {
    params: { send: { kind, title, places, sent }, page: `/send-requests/${id}`, ...more },
    audience: { by: 'people', personIds, teamId: null },
    issuerUnitId: told.unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 7),
  };
};
