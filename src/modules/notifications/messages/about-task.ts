import type { MessageDraft } from './message-definition.ts';
import type { TaskFacts } from './message-facts.ts';

/** A draft that stands in one team's task: its trace, its board and its link come from there. */
export function aboutTask(
  task: TaskFacts,
  draft: Pick<MessageDraft, 'params' | 'audience' | 'senderId' | 'expiresAt'>,
): MessageDraft {
  return {
    ...draft,
    assignmentId: task.assignment_id,
    taskId: task.id,
    teamId: task.team_id,
    issuerUnitId: task.issuer_unit_id,
  };
}
