/** "Báo khó khăn": what was written stays behind the sign-in. */
import { difficultyAnswered, difficultyEscalated, difficultyPassedUp, difficultyReported } from '#modules/tasks';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './message-facts.ts';

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
    draft: aboutDifficulty(async ({ escalatedTo, teamId, communeId }, facts) => [
      ...(await facts.reportAudience.receivers(escalatedTo)),
      ...(await facts.committeeFor(teamId, communeId, null)),
    ]),
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

function aboutDifficulty(whom: Whom) {
  return async (
    { difficultyId }: { difficultyId: string },
    occurrence: Occurrence,
    facts: MessageFacts,
  ): Promise<MessageDraft | undefined> => {
    const difficulty = await facts.tasks.difficulty(difficultyId);
    if (!difficulty) return undefined;
    const { teamId, kind } = difficulty;
    return {
      params: {
        difficultyId,
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
