/** Dated rules before their day: to whom they concern. */
import { type AnnouncedRule, ruleAnnounced, ruleCalledOff, ruleLoosened } from '#modules/organization';
import type { Occurrence } from '#platform/outbox';
import { type Audience, defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

type To = 'officers' | 'teams';

export const ruleMessages = {
  announced: defineMessage({
    on: [ruleAnnounced],
    kind: 'ruleAnnounced',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryRule',
    opens: 'page',
    async draft({ announcementId, to }, occurrence, facts) {
      const rule = await facts.rules.announcement(announcementId);
      if (!rule || rule.calledOffAt) return undefined;
      const place = await facts.rules.place(rule);
      const officers = await facts.rules.officers(place, occurrence.actorId);
      const audience: Audience =
        to === 'officers'
          ? { by: 'people', personIds: officers, teamId: null }
          : { ...ofTeams, place, exceptIds: [...officers, ...(occurrence.actorId ? [occurrence.actorId] : [])] };
      return { ...(await about(rule, to, occurrence, facts)), audience, holdUntil: rule.recallUntil };
    },
  }),

  /** Whoever was told that it comes is told that it does not; nobody where nothing had gone out. */
  calledOff: defineMessage({
    on: [ruleCalledOff],
    kind: 'ruleCalledOff',
    takesBack: ({ announcementId, to, silent }) => ({ subject: subjectOf(announcementId, to), silent }),
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryRule',
    opens: 'page',
    async draft({ announcementId, to, silent }, occurrence, facts) {
      const rule = silent ? undefined : await facts.rules.announcement(announcementId);
      if (!rule) return undefined;
      const place = await facts.rules.place(rule);
      const told = subjectOf(rule.id, to);
      const audience: Audience =
        to === 'officers'
          ? { by: 'people', personIds: await facts.toldOf(told, await facts.rules.officers(place, null)), teamId: null }
          : { ...ofTeams, place, exceptIds: [], told };
      return { ...(await about(rule, to, occurrence, facts)), audience };
    },
  }),

  /** To the nearest officers above; where there are none, to whoever administers the unit. */
  loosened: defineMessage({
    on: [ruleLoosened],
    kind: 'ruleLoosened',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryRule',
    opens: 'page',
    async draft({ unitId, kind, from }, occurrence, facts) {
      const officers = await facts.officersOver(unitId, 'report.decide');
      const told = officers.length > 0 ? officers : await facts.officersOver(unitId, 'rule.manage');
      const others = told.filter((id) => id !== occurrence.actorId);
      if (others.length === 0) return undefined;
      return {
        params: {
          kind: `ruleLoosened.${kind}`,
          issuer: await facts.unitName(unitId),
          actor: await facts.personName(occurrence.actorId),
          until: from,
          page: `/rules?kind=${kind}`,
        },
        audience: { by: 'people', personIds: others, teamId: null },
        issuerUnitId: unitId,
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),
};

/** The console is no place of theirs: their message opens the inbox. */
const ofTeams = { by: 'rule', roles: ['leader', 'deputy'] } as const;

async function about(
  rule: AnnouncedRule,
  to: To,
  occurrence: Occurrence,
  facts: MessageFacts,
): Promise<Omit<MessageDraft, 'audience'>> {
  const { id, unitId, kind, from, value, held, directiveId } = rule;
  const basis = await facts.citation(directiveId);
  return {
    params: {
      issuer: await facts.unitName(unitId),
      rule: { kind, from, value, held },
      ...(basis && { basis }),
      ...(to === 'officers' && { page: `/rules?kind=${kind}` }),
    },
    subject: subjectOf(id, to),
    issuerUnitId: unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}

const subjectOf = (announcementId: string, to: To) => `rule ${announcementId} ${to}`;
