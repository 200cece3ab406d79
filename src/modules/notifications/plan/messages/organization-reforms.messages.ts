/** Reforms of units: to officers before the day, to communes that are asked about names, to members on it, to administrators of what communes do with their hamlets. */
import { addDays } from '#contracts/reporting/periods';
import {
  namesAsked,
  reorganisationRevoked,
  reorganisationScheduled,
  type ReformNews,
  unitsMoved,
} from '#modules/organization';
import { reformPostsNotGiven } from '#modules/membership';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

/** What officers were told of a reform is taken back with it. */
export const subjectOfReform = (reorganisationId: string): string => `reform ${reorganisationId}`;
/** Asked anew, the commune finds one message about it, not two. */
const subjectOfNames = (reorganisationId: string, communeId: string): string =>
  `names ${reorganisationId} ${communeId}`;
/** Who hears of two of its units, as a member of two teams does, hears once. */
const subjectOfDay = (reorganisationId: string): string => `reform ${reorganisationId} day`;

export const reformMessages = {
  /** Officers of every unit that it takes hold of. Of hamlets there are other news. */
  scheduled: defineMessage({
    on: [reorganisationScheduled],
    writtenOut: true,
    kind: 'reformScheduled',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryReform',
    opens: 'inbox',
    async draft({ reorganisationId }, occurrence, facts) {
      const reform = await facts.reforms.news(reorganisationId);
      if (reform?.reach !== 'units' || !['scheduled', 'applied'].includes(reform.state)) return undefined;
      return {
        ...(await about(reform, occurrence, facts)),
        audience: { by: 'reform-officers', reorganisationId },
        subject: subjectOfReform(reorganisationId),
      };
    },
  }),

  /** Whoever was told that it comes is told that it does not. */
  revoked: defineMessage({
    on: [reorganisationRevoked],
    writtenOut: true,
    kind: 'reformRevoked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryReform',
    opens: 'inbox',
    async draft({ reorganisationId }, occurrence, facts) {
      const reform = await facts.reforms.news(reorganisationId);
      if (reform?.reach !== 'units' || reform.state !== 'revoked') return undefined;
      return {
        ...(await about(reform, occurrence, facts)),
        audience: { by: 'told', subject: subjectOfReform(reorganisationId) },
      };
    },
  }),

  /** To whoever scheduled it, and to those who may give the posts: the units have nobody in them. */
  postsNotGiven: defineMessage({
    on: [reformPostsNotGiven],
    kind: 'reformPostsNotGiven',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryReform',
    opens: 'page',
    async draft({ reorganisationId, personIds }, occurrence, facts) {
      const reform = await facts.reforms.news(reorganisationId);
      if (!reform) return undefined;
      const [first] = personIds;
      const givers = await facts.officersAt(reform.unitId, 'post.manage');
      const told = await about(reform, occurrence, facts);
      return {
        ...told,
        params: {
          ...told.params,
          count: personIds.length,
          name: await facts.personName(first ?? null),
          page: `/unit-reforms/${reorganisationId}?tab=people`,
        },
        audience: {
          by: 'people',
          personIds: [...new Set([...givers, ...(occurrence.actorId ? [occurrence.actorId] : [])])],
          teamId: null,
        },
      };
    },
  }),

  /** Of the draft behind the names it says nothing. To the focal officer, else to the whole committee. */
  namesAsked: defineMessage({
    on: [namesAsked],
    takesBack: ({ reorganisationId, communeId }) => ({
      subject: subjectOfNames(reorganisationId, communeId),
      silent: true,
    }),
    kind: 'namesAsked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ reorganisationId, communeId }, occurrence, facts) {
      const asked = await facts.reforms.namesAsked(reorganisationId, communeId);
      if (!asked) return undefined;
      const focal = await facts.officersAt(communeId, 'report.write');
      return {
        params: {
          issuer: await facts.unitName(asked.unitId),
          name: await facts.unitName(communeId),
          count: asked.names,
          until: asked.answerBy,
          page: `/asked-names/${reorganisationId}?unit=${communeId}`,
        },
        audience: {
          by: 'people',
          personIds: focal.length > 0 ? focal : await facts.committeeOf(communeId),
          teamId: null,
        },
        subject: subjectOfNames(reorganisationId, communeId),
        issuerUnitId: asked.unitId,
        senderId: occurrence.actorId,
        expiresAt: facts.endOf(asked.answerBy),
      };
    },
  }),

  /** Members of teams whose commune is another one since, or has another name; quiet hours hold it until the morning. */
  moved: defineMessage({
    on: [unitsMoved],
    writtenOut: true,
    kind: 'unitMoved',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'inbox',
    async draft({ reorganisationId, fromUnitId, toUnitId }, occurrence, facts) {
      if (fromUnitId === toUnitId) return undefined;
      const told = await ofDay({ reorganisationId, fromUnitId, toUnitId }, occurrence, facts);
      const [focal] = await facts.officersAt(toUnitId, 'report.write');
      return (
        told && {
          ...told,
          params: {
            ...told.params,
            kind: focal ? 'unitMoved.ask' : 'unitMoved.nobody',
            ...(focal && { actor: await facts.personName(focal) }),
          },
        }
      );
    },
  }),

  renamed: defineMessage({
    on: [unitsMoved],
    writtenOut: true,
    kind: 'unitRenamed',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'inbox',
    async draft(payload, occurrence, facts) {
      return payload.fromUnitId === payload.toUnitId ? ofDay(payload, occurrence, facts) : undefined;
    },
  }),

  /** News of the day, never pushed by itself: the hamlets are the commune's own, and nothing waits for an answer (0156). */
  merger: defineMessage({
    on: [reorganisationScheduled, reorganisationRevoked],
    writtenOut: true,
    kind: 'mergerNews',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'page',
    async draft({ reorganisationId }, occurrence, facts) {
      const reform = await facts.reforms.news(reorganisationId);
      if (reform?.reach !== 'hamlets' || reform.state === 'draft') return undefined;
      const told = await facts.officersOver(reform.unitId, 'unit.manage');
      const byThemselves = occurrence.actorId !== null && told.includes(occurrence.actorId);
      if (told.length === 0 || byThemselves) return undefined;
      const { params, ...draft } = await about(reform, occurrence, facts);
      return {
        ...draft,
        params: {
          ...params,
          kind: `mergerNews.${reform.state}`,
          actor: await facts.personName(occurrence.actorId),
          page: `/units?unit=${reform.unitId}`,
        },
        audience: { by: 'people', personIds: told, teamId: null },
      };
    },
  }),
};

async function about(
  { unitId, title, onDate, directiveId, revokeReason }: ReformNews,
  occurrence: Occurrence,
  facts: MessageFacts,
): Promise<Omit<MessageDraft, 'audience'>> {
  const basis = directiveId && (await facts.citation(directiveId));
  return {
    params: {
      title,
      issuer: await facts.unitName(unitId),
      until: onDate,
      ...(basis && { basis }),
      ...(revokeReason && { reason: revokeReason }),
    },
    issuerUnitId: unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}

async function ofDay(
  { reorganisationId, fromUnitId, toUnitId }: { reorganisationId: string; fromUnitId: string; toUnitId: string },
  occurrence: Occurrence,
  facts: MessageFacts,
): Promise<MessageDraft | undefined> {
  const reform = await facts.reforms.news(reorganisationId);
  if (reform?.state !== 'applied') return undefined;
  const { onDate, directiveId } = reform;
  const subject = subjectOfDay(reorganisationId);
  const basis = directiveId && (await facts.citation(directiveId));
  return {
    params: {
      title: await facts.unitNameOn(toUnitId, onDate),
      name: await facts.unitNameOn(fromUnitId, addDays(onDate, -1)),
      until: onDate,
      ...(basis && { basis }),
    },
    audience: { by: 'moved-teams', fromUnitId, toUnitId, onDate, subject },
    subject,
    issuerUnitId: toUnitId,
    expiresAt: staleAfterDays(occurrence, 7),
  };
}
