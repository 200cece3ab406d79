import type { MessageDefinition } from './message-definition.ts';

/** An order reaches every member of its teams; leaders and deputies cannot mute it. */
export const taskAssignedMessage: MessageDefinition<{ assignmentId: string }> = {
  kind: 'taskAssigned',
  repeatable: true,
  mandatory: 'leaders',
  opens: 'task',
  answers: 'task',
  async draft({ assignmentId }, _occurrence, facts) {
    const order = await facts.assignment(assignmentId);
    if (!order || order.cancelled_at) return undefined;
    return {
      params: {
        title: order.title,
        issuer: order.issuer,
        work: order.work,
        dueOn: order.due_on,
        replyBy: order.reply_by_on,
      },
      audience: { by: 'assignment', assignmentId },
      assignmentId,
      issuerUnitId: order.issuer_unit_id,
      senderId: order.issued_by,
      holdUntil: order.hold_until,
      expiresAt: facts.endOf(order.due_on),
    };
  },
};
