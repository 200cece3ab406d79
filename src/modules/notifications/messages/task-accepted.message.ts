import { type MessageDefinition, staleAfterDays } from './message-definition.ts';
import { aboutTask } from './about-task.ts';

/** Whoever accepts first accepts for the team: the others hear of it. */
export const taskAcceptedMessage: MessageDefinition<{ taskId: string }> = {
  kind: 'taskAccepted',
  repeatable: false,
  mandatory: 'nobody',
  digest: true,
  opens: 'task',
  async draft({ taskId }, occurrence, facts) {
    const task = await facts.task(taskId);
    if (!task) return undefined;
    return aboutTask(task, {
      params: {
        title: task.title,
        team: task.team,
        dueOn: task.due_on,
        target: task.target,
        actor: await facts.personName(occurrence.actorId),
      },
      audience: { by: 'team', teamId: task.team_id, except: occurrence.actorId },
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    });
  },
};
