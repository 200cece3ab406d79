import {
  accessChanged,
  handedOver,
  handoverTakenBack,
  impostorReported,
  memberBusy,
  numberBounced,
  paperCardAsked,
  secondFactorLifted,
  sessionCut,
  teamSplit,
  teamsMerged,
} from '#modules/membership';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

/** To everybody of a team that came of others by a reform; nothing where that has not come about. */
function aboutNewTeam(
  teamId: string,
  { team, earlier, since }: Awaited<ReturnType<MessageFacts['mergedTeams']>>,
  occurrence: Occurrence,
): MessageDraft | undefined {
  if (!since) return undefined;
  return {
    params: { team, teams: earlier, until: since },
    audience: { by: 'team', teamId },
    teamId,
    expiresAt: staleAfterDays(occurrence, 7),
  };
}

export const membershipMessages = {
  /**
   * Contact points, a post or the lead of a team have changed, and all sessions with them. It goes by the route that the
   * person had before: an old address and an account in doubt hear it for three days.
   */
  accessChanged: defineMessage({
    on: [accessChanged],
    kind: 'accessChanged',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    opens: 'inbox',
    duty: 'frame.mandatoryAccess',
    async draft({ personIds, why }, occurrence, facts) {
      const actor = await facts.personName(occurrence.actorId);
      return {
        params: { kind: `accessChanged.${why}`, actor: actor || 'Tổ Số' },
        audience: { by: 'people', personIds, teamId: null, exact: true },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 3),
      };
    },
  }),

  /** From the log, by somebody else: what was done there may have been done by a stranger. */
  sessionCut: defineMessage({
    on: [sessionCut],
    kind: 'sessionCut',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    opens: 'inbox',
    duty: 'frame.mandatoryAccess',
    async draft({ personId }, occurrence, facts) {
      return {
        params: { actor: (await facts.personName(occurrence.actorId)) || 'Tổ Số' },
        audience: { by: 'people', personIds: [personId], teamId: null },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 3),
      };
    },
  }),

  /** By somebody above: a person who did not lose their phone has to hear of it at once. */
  factorLifted: defineMessage({
    on: [secondFactorLifted],
    kind: 'factorLifted',
    urgent: true,
    repeatable: true,
    mandatory: 'all',
    opens: 'inbox',
    duty: 'frame.mandatoryAccess',
    async draft({ personId }, occurrence, facts) {
      return {
        params: { actor: (await facts.personName(occurrence.actorId)) || 'Tổ Số' },
        audience: { by: 'people', personIds: [personId], teamId: null },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 3),
      };
    },
  }),

  /** Whoever had the post, whoever has it next, and whoever leads the committee hear of it, once, when it is decided. */
  handedOver: defineMessage({
    on: [handedOver],
    kind: 'handedOver',
    repeatable: true,
    mandatory: 'all',
    opens: 'handovers',
    draft: aboutHandover,
  }),

  /** Everything stays as it was. */
  handoverTakenBack: defineMessage({
    on: [handoverTakenBack],
    kind: 'handoverTakenBack',
    repeatable: true,
    mandatory: 'all',
    opens: 'handovers',
    draft: aboutHandover,
  }),

  /** Everybody of the team that two hamlets have since they are one, once: at the next hour at which it may be told. */
  teamsMerged: defineMessage({
    on: [teamsMerged],
    kind: 'teamsMerged',
    repeatable: true,
    mandatory: 'all',
    opens: 'inbox',
    async draft({ teamId, earlierIds, reorganisationId }, occurrence, facts) {
      return aboutNewTeam(teamId, await facts.mergedTeams(teamId, earlierIds, reorganisationId), occurrence);
    },
  }),

  /** Everybody of the team of half a hamlet, once: at the next hour at which it may be told. */
  teamSplit: defineMessage({
    on: [teamSplit],
    kind: 'teamSplit',
    repeatable: true,
    mandatory: 'all',
    opens: 'inbox',
    async draft({ teamId, earlierId, reorganisationId }, occurrence, facts) {
      return aboutNewTeam(teamId, await facts.splitTeam(teamId, earlierId, reorganisationId), occurrence);
    },
  }),

  /** Who knows the person is asked, and answers in the inbox itself. */
  numberAsked: defineMessage({
    on: [numberBounced],
    kind: 'numberAsked',
    repeatable: false,
    mandatory: 'all',
    opens: 'inbox',
    async draft({ questionId }, occurrence, facts) {
      const asked = await facts.numbers.question(questionId);
      const [first] = asked?.askedOf ?? [];
      if (!asked || !first) return undefined;
      return {
        params: {
          kind: asked.isSaid ? 'numberAsked.said' : 'numberAsked.refused',
          name: asked.masked,
          actor: asked.fullName,
          until: asked.replyByOn,
          numberQuestionId: questionId,
        },
        audience: { by: 'people', personIds: asked.askedOf.map(({ personId }) => personId), teamId: first.teamId },
        teamId: first.teamId,
        expiresAt: staleAfterDays(occurrence, 7),
      };
    },
  }),

  /** Who may print it hears it: the leader, or the commune where the leader is who asks. */
  paperCardAsked: defineMessage({
    on: [paperCardAsked],
    kind: 'paperCardAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'inbox',
    async draft({ teamId, personId }, occurrence, facts) {
      const printers = await facts.whoLeads(teamId, personId);
      return {
        params: { team: await facts.teamName(teamId), actor: await facts.personName(personId) },
        audience: { by: 'people', personIds: printers, teamId },
        teamId,
        senderId: personId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),

  /** The leader hears it, or the commune where the leader is who says it. What it says is asked for when it is told. */
  memberBusy: defineMessage({
    on: [memberBusy],
    kind: 'memberBusy',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'inbox',
    async draft({ teamId, personId }, occurrence, facts) {
      const said = await facts.busyWords.of(personId);
      if (!said) return undefined;
      return {
        params: {
          kind: `busy.${said.reason}`,
          team: await facts.teamName(teamId),
          actor: await facts.personName(personId),
          until: said.until,
        },
        audience: { by: 'people', personIds: await facts.whoLeads(teamId, personId), teamId },
        teamId,
        senderId: personId,
        expiresAt: staleAfterDays(occurrence, 7),
      };
    },
  }),

  /** Where a card was doubted the commune hears it; what strangers write goes nowhere as a link. */
  impostorReported: defineMessage({
    on: [impostorReported],
    kind: 'impostorReported',
    urgent: true,
    repeatable: false,
    mandatory: 'all',
    opens: 'inbox',
    async draft({ reportId }, occurrence, facts) {
      const report = await facts.cardReport(reportId);
      if (!report) return undefined;
      const { teamId, communeId, text } = report;
      return {
        params: {
          team: await facts.teamName(teamId),
          reason: (text ?? '…').replace(/\S*(?:https?:|www\.|\.\w{2,}\/)\S*/gi, '…'),
        },
        audience: { by: 'people', personIds: await facts.committeeFor(teamId, communeId, null), teamId },
        expiresAt: staleAfterDays(occurrence, 3),
      };
    },
  }),
};

async function aboutHandover(
  { handoverId }: { handoverId: string },
  occurrence: Occurrence,
  facts: MessageFacts,
): Promise<MessageDraft | undefined> {
  const info = await facts.handovers.told(handoverId);
  if (!info || info.told.length === 0) return undefined;
  return {
    params: {
      kind: `handedOver.${info.mode}`,
      title: `${info.title}, ${await facts.unitName(info.unitId)}`,
      actor: await facts.personName(info.fromPersonId),
      name: await facts.personName(info.toPersonId),
      until: info.fromOn,
      ...(info.lastOn && { dueOn: info.lastOn }),
      count: info.openWork ?? 0,
      page: '/handovers',
    },
    audience: { by: 'people', personIds: info.told, teamId: null },
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}
