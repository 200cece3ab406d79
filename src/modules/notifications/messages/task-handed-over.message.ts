import { type MessageDefinition, staleAfterDays } from './message-definition.ts';
import { aboutTask } from './about-task.ts';

/** The team that had the task is no more: it is this team's now. */
export const taskHandedOverMessage: MessageDefinition<{ taskId: string }> = {
  kind: 'taskHandedOver',
  repeatable: true,
  mandatory: 'leaders',
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
