import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** "Báo khó khăn": supporters first, else the committee. What was written stays behind the sign-in. */
export const difficultyReportedMessage: MessageDefinition<{ difficultyId: string; taskId?: string | undefined }> = {
  kind: 'difficultyReported',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'difficulties',
  async draft({ difficultyId, taskId }, occurrence, facts) {
    const difficulty = await facts.tasks.difficulty(difficultyId);
    if (!difficulty) return undefined;
    const task = taskId ? await facts.task(taskId) : undefined;
    return {
      params: {
        difficultyId,
        team: await facts.teamName(difficulty.teamId),
        actor: await facts.personName(occurrence.actorId),
        kind: `difficultyKind.${difficulty.kind}`,
      },
      audience: {
        by: 'people',
        personIds: await facts.committeeFor(difficulty.teamId, difficulty.communeId, occurrence.actorId),
        teamId: difficulty.teamId,
      },
      teamId: difficulty.teamId,
      taskId: taskId ?? null,
      assignmentId: task?.assignment_id ?? null,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
