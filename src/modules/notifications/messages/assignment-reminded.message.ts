import type { MessageDefinition } from './message-definition.ts';

/** Leaders and deputies of silent teams, by hand or by the ladder. */
export const assignmentRemindedMessage: MessageDefinition<{ assignmentId: string }> = {
  kind: 'assignmentReminded',
  repeatable: true,
  mandatory: 'all',
  opens: 'task',
  answers: 'task',
  async draft({ assignmentId }, occurrence, facts) {
    const order = await facts.assignment(assignmentId);
    if (!order || order.cancelled_at) return undefined;
    return {
      params: { title: order.title, issuer: order.issuer, dueOn: order.due_on, replyBy: order.reply_by_on },
      audience: { by: 'chases', roles: ['leader', 'deputy'] },
      assignmentId,
      issuerUnitId: order.issuer_unit_id,
      senderId: occurrence.actorId,
      expiresAt: facts.endOf(order.due_on),
    };
  },
};
