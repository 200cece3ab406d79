/** What people ask about their data: who sees to it hears of it, and they hear the answer. No name and no word of it leaves. */
import {
  dataRequestAnswered,
  dataRequestFiled,
  dataRequestLate,
  dataRequestPassedOn,
  eraseDropped,
  erasePlanned,
  eraseSecondAsked,
} from '#modules/membership';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

type Told = NonNullable<Awaited<ReturnType<MessageFacts['dataRequests']['info']>>>;
const DAYS = 14;

const toOwner = async ({ requestId }: { requestId: string }, occurrence: Occurrence, facts: MessageFacts) => {
  const told = await facts.dataRequests.info(requestId);
  if (!told?.ownerId || told.outcome !== null || told.ownerId === occurrence.actorId) return undefined;
  return about(told, occurrence, [told.ownerId], facts);
};

export const dataRequestMessages = {
  filed: defineMessage({
    on: [dataRequestFiled],
    kind: 'dataRequestFiled',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    draft: toOwner,
  }),

  passedOn: defineMessage({
    on: [dataRequestPassedOn],
    kind: 'dataRequestPassedOn',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    draft: toOwner,
  }),

  /** Unanswered by its day: the office above, and whoever has it. */
  late: defineMessage({
    on: [dataRequestLate],
    kind: 'dataRequestLate',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.dataRequests.info(requestId);
      if (!told || told.outcome !== null) return undefined;
      const above = await facts.officersOver(told.unitId, 'data.answer');
      return about(told, occurrence, [...new Set([...above, ...(told.ownerId ? [told.ownerId] : [])])], facts);
    },
  }),

  /** The person, by the routes that they had: before it is done, so that whoever did not ask can say so. */
  erasePlanned: defineMessage({
    on: [erasePlanned],
    kind: 'erasePlanned',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryAccess',
    opens: 'inbox',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.dataRequests.info(requestId);
      if (!told?.eraseOn || told.outcome !== null) return undefined;
      const { page: _, ...params } = (await about(told, occurrence, [], facts)).params;
      return {
        params: { ...params, until: told.eraseOn, actor: await facts.personName(occurrence.actorId) },
        audience: { by: 'people', personIds: [told.personId], teamId: null, exact: true },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, DAYS),
      };
    },
  }),

  eraseSecondAsked: defineMessage({
    on: [eraseSecondAsked],
    kind: 'eraseSecondAsked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.dataRequests.info(requestId);
      if (!told?.eraseOn || told.outcome !== null) return undefined;
      const draft = await about(told, occurrence, await facts.dataRequests.seconds(requestId), facts);
      const actor = await facts.personName(occurrence.actorId);
      return { ...draft, params: { ...draft.params, until: told.eraseOn, actor } };
    },
  }),

  /** Whoever heard that it would be done, and the officers. */
  eraseDropped: defineMessage({
    on: [eraseDropped],
    kind: 'eraseDropped',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryAccess',
    opens: 'inbox',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.dataRequests.info(requestId);
      if (!told) return undefined;
      const people = [told.personId, ...(told.ownerId ? [told.ownerId] : [])];
      const others = people.filter((id) => id !== occurrence.actorId);
      const { page: _, ...params } = (await about(told, occurrence, [], facts)).params;
      return {
        params,
        audience: { by: 'people', personIds: [...new Set(others)], teamId: null },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, DAYS),
      };
    },
  }),

  /** Whoever asked reads the answer under "Dữ liệu của tôi"; who was erased is nobody to tell. */
  answered: defineMessage({
    on: [dataRequestAnswered],
    kind: 'dataRequestAnswered',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryAccess',
    opens: 'inbox',
    async draft({ requestId }, occurrence, facts) {
      const told = await facts.dataRequests.info(requestId);
      if (!told?.outcome) return undefined;
      const { page: _, ...params } = (await about(told, occurrence, [], facts)).params;
      return {
        params,
        audience: { by: 'people', personIds: [told.personId], teamId: null },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, DAYS),
      };
    },
  }),
};

async function about(
  { id, code, kind, dueOn, unitId }: Told,
  occurrence: Occurrence,
  personIds: readonly string[],
  facts: MessageFacts,
): Promise<MessageDraft> {
  return {
    params: {
      title: code,
      kind: `dataRequestKind.${kind}`,
      until: dueOn,
      issuer: await facts.unitName(unitId),
      page: `/data-requests/${id}`,
    },
    audience: { by: 'people', personIds, teamId: null },
    issuerUnitId: unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, DAYS),
  };
}
