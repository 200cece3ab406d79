import { aboutTask } from './about-task.ts';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The commune answers; chasing stops until then. */
export const extensionAskedMessage: MessageDefinition<{ taskId: string; requestId: string }> = {
  kind: 'extensionAsked',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'inbox',
  async draft({ taskId, requestId }, occurrence, facts) {
    const task = await facts.task(taskId);
    if (!task) return undefined;
    const request = await facts.tasks.extension(requestId);
    return aboutTask(task, {
      params: {
        title: task.title,
        team: task.team,
        dueOn: task.due_on,
        ...(request && { until: request.until }),
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
