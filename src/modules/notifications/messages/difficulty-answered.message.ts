import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Who told of it hears that there is an answer. What was written stays behind the sign-in. */
export const difficultyAnsweredMessage: MessageDefinition<{ difficultyId: string }> = {
  kind: 'difficultyAnswered',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'difficulty',
  async draft({ difficultyId }, occurrence, facts) {
    const difficulty = await facts.tasks.difficulty(difficultyId);
    if (!difficulty) return undefined;
    const personIds = [difficulty.byId];
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
