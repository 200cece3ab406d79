import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The commune cannot settle it: the office above is to answer. */
export const difficultyPassedUpMessage: MessageDefinition<{ difficultyId: string }> = {
  kind: 'difficultyPassedUp',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'difficulties',
  async draft({ difficultyId }, occurrence, facts) {
    const difficulty = await facts.tasks.difficulty(difficultyId);
    if (!difficulty) return undefined;
    return {
      params: {
        difficultyId,
        team: await facts.teamName(difficulty.teamId),
        actor: await facts.personName(occurrence.actorId),
        kind: `difficultyKind.${difficulty.kind}`,
      },
      audience: {
        by: 'people',
        personIds: await facts.reportAudience.receivers(difficulty.escalatedTo),
        teamId: difficulty.teamId,
      },
      teamId: difficulty.teamId,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
