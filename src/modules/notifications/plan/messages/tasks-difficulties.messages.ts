/** "Báo khó khăn": what was written stays behind the sign-in. */
import {
  difficultyAnswered,
  difficultyAsked,
  difficultyEscalated,
  difficultyPassedOn,
  difficultyPassedUp,
  difficultyPromiseOver,
  difficultyReported,
  knowHowPublished,
} from '#modules/tasks';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

type Difficulty = NonNullable<Awaited<ReturnType<MessageFacts['tasks']['difficulty']>>>;
type Whom = (difficulty: Difficulty, facts: MessageFacts, occurrence: Occurrence) => Promise<string[]> | string[];

/** Supporters first, else the committee. */
const toCommittee = aboutDifficulty(({ teamId, communeId }, facts, { actorId }) =>
  facts.committeeFor(teamId, communeId, actorId),
);

export const difficultyMessages = {
  /** Told from a task, it stands in that task too. */
  reported: defineMessage({
    on: [difficultyReported],
    kind: 'difficultyReported',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulties',
    async draft(payload, occurrence, facts) {
      const draft = await toCommittee(payload, occurrence, facts);
      const task = draft && payload.taskId ? await facts.task(payload.taskId) : undefined;
      return draft && { ...draft, taskId: payload.taskId ?? null, assignmentId: task?.assignmentId ?? null };
    },
  }),

  /** Who told of it hears that there is an answer. */
  answered: defineMessage({
    on: [difficultyAnswered],
    kind: 'difficultyAnswered',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulty',
    draft: aboutDifficulty(({ byId }) => [byId]),
  }),

  /** Unanswered by its day: the office above hears of it, and the commune. */
  escalated: defineMessage({
    on: [difficultyEscalated],
    kind: 'difficultyEscalated',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulties',
    draft: aboutDifficulty(async (difficulty, facts) => [
      ...(await facts.reportAudience.receivers(difficulty.escalatedTo)),
      ...(await facts.committeeFor(difficulty.teamId, difficulty.communeId, null)),
      ...(await companyOf(difficulty, facts)),
    ]),
  }),

  /** The company's people in that area: it is theirs to settle, and their clock runs. */
  passedOn: defineMessage({
    on: [difficultyPassedOn],
    kind: 'difficultyPassedOn',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulties',
    draft: aboutDifficulty((difficulty, facts) => companyOf(difficulty, facts)),
  }),

  /** Who had answered, or has their post now, hears that it does not help yet, and whoever is to settle it. */
  asked: defineMessage({
    on: [difficultyAsked],
    kind: 'difficultyAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulties',
    draft: aboutDifficulty(async (difficulty, facts, { actorId }) => {
      const { answererId, providerId, teamId, communeId } = difficulty;
      const theirs = providerId
        ? await companyOf(difficulty, facts)
        : await facts.committeeFor(teamId, communeId, actorId);
      const answered = answererId ? { personId: answererId, unitId: communeId } : undefined;
      const answers = answered && (await facts.handovers.holderOf([answered]))(answered);
      return [...new Set([...theirs, ...(answers ? [answers] : [])])];
    }),
  }),

  /** The day is over: is it settled? */
  promiseOver: defineMessage({
    on: [difficultyPromiseOver],
    kind: 'difficultyPromiseOver',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulty',
    draft: aboutDifficulty(({ byId }) => [byId]),
  }),

  /** Teams with the same work in hand hear of an answer that was published, once: the event is of the first time. */
  knowHow: defineMessage({
    on: [knowHowPublished],
    kind: 'knowHowPublished',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'knowHow',
    async draft({ difficultyId }, occurrence, facts) {
      const known = await facts.tasks.knowHow(difficultyId);
      if (!known?.indicatorCode) return undefined;
      const { title, communeId, indicatorCode, teamId } = known;
      return {
        params: { difficultyId, title, issuer: await facts.unitName(communeId) },
        audience: { by: 'open-work', communeId, indicatorCode, except: teamId },
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),

  /** The commune cannot settle it: the office above is to answer. */
  passedUp: defineMessage({
    on: [difficultyPassedUp],
    kind: 'difficultyPassedUp',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'difficulties',
    draft: aboutDifficulty(({ escalatedTo }, facts) => facts.reportAudience.receivers(escalatedTo)),
  }),
};

function companyOf({ providerId, communeId }: Difficulty, facts: MessageFacts): Promise<string[]> {
  return providerId ? facts.companyAt(providerId, communeId) : Promise.resolve([]);
}

function aboutDifficulty(whom: Whom) {
  return async (
    { difficultyId }: { difficultyId: string },
    occurrence: Occurrence,
    facts: MessageFacts,
  ): Promise<MessageDraft | undefined> => {
    const difficulty = await facts.tasks.difficulty(difficultyId);
    if (!difficulty) return undefined;
    const { teamId, kind, promisedOn } = difficulty;
    return {
      params: {
        difficultyId,
        ...(promisedOn && { until: promisedOn }),
        team: await facts.teamName(teamId),
        actor: await facts.personName(occurrence.actorId),
        kind: `difficultyKind.${kind}`,
      },
      audience: { by: 'people', personIds: await whom(difficulty, facts, occurrence), teamId },
      teamId,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  };
}
