import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Unanswered by its day: the office above hears of it, and the commune. */
export const difficultyEscalatedMessage: MessageDefinition<{ difficultyId: string }> = {
  kind: 'difficultyEscalated',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'difficulties',
  async draft({ difficultyId }, occurrence, facts) {
    const difficulty = await facts.tasks.difficulty(difficultyId);
    if (!difficulty) return undefined;
    const personIds = [
      ...(await facts.reportAudience.receivers(difficulty.escalatedTo)),
      ...(await facts.committeeFor(difficulty.teamId, difficulty.communeId, null)),
    ];
    return {
      params: {
        difficultyId,
        team: await facts.teamName(difficulty.teamId),
        actor: await facts.personName(occurrence.actorId),
        kind: `difficultyKind.${difficulty.kind}`,
      },
      audience: { by: 'people', personIds, teamId: difficulty.teamId },
      teamId: difficulty.teamId,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
