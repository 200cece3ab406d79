import { aboutTask } from './about-task.ts';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The doer hears that the task is theirs now. */
export const taskDelegatedMessage: MessageDefinition<{ taskId: string; personId: string }> = {
  kind: 'taskDelegated',
  repeatable: true,
  mandatory: 'all',
  opens: 'task',
  async draft({ taskId, personId }, occurrence, facts) {
    const task = await facts.task(taskId);
    if (!task || task.doer_id !== personId || personId === occurrence.actorId) return undefined;
    return aboutTask(task, {
      params: {
        title: task.title,
        team: task.team,
        dueOn: task.due_on,
        target: task.target,
        actor: await facts.personName(occurrence.actorId),
      },
      audience: { by: 'people', personIds: [personId], teamId: task.team_id },
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    });
  },
};
