/** Contact cards of offices: to those whose they are. News of the day, never pushed by itself. */
import { officeCheckDue, officeUnanswered } from '#modules/organization';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

const quiet = { repeatable: false, mandatory: 'nobody', digest: true, opens: 'page' } as const;

export const officeMessages = {
  /** "Còn đúng không?", twice a year. */
  officeCheckDue: defineMessage({
    on: [officeCheckDue],
    kind: 'officeCheckDue',
    ...quiet,
    draft: toKeepers,
  }),

  /** Somebody called the number and nobody answered. */
  officeUnanswered: defineMessage({
    on: [officeUnanswered],
    kind: 'officeUnanswered',
    ...quiet,
    draft: toKeepers,
  }),
};

async function toKeepers(
  { unitId }: { unitId: string },
  occurrence: Occurrence,
  facts: MessageFacts,
): Promise<MessageDraft | undefined> {
  const keepers = (await facts.officersAt(unitId, 'committee.manage')).filter((id) => id !== occurrence.actorId);
  if (keepers.length === 0) return undefined;
  return {
    params: { name: await facts.unitName(unitId), page: `/offices?unit=${unitId}` },
    audience: { by: 'people', personIds: keepers, teamId: null },
    issuerUnitId: unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}
