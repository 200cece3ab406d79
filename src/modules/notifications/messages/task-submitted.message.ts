import { type MessageDefinition, staleAfterDays } from './message-definition.ts';
import { aboutTask } from './about-task.ts';

/** A result waits for confirmation. */
export const taskSubmittedMessage: MessageDefinition<{ taskId: string }> = {
  kind: 'taskSubmitted',
  repeatable: false,
  mandatory: 'nobody',
  digest: true,
  opens: 'inbox',
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
      audience: {
        by: 'people',
        personIds: await facts.committeeFor(task.team_id, task.commune_id, occurrence.actorId),
        teamId: task.team_id,
      },
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    });
  },
};
