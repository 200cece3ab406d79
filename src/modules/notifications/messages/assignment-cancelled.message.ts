import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Told to whoever may have heard of the order; a recall within the hold stays silent. */
export const assignmentCancelledMessage: MessageDefinition<{ assignmentId: string; silent: boolean }> = {
  kind: 'assignmentCancelled',
  repeatable: true,
  mandatory: 'leaders',
  opens: 'task',
  async draft({ assignmentId, silent }, occurrence, facts) {
    const order = silent ? undefined : await facts.assignment(assignmentId);
    if (!order) return undefined;
    return {
      params: { title: order.title, issuer: order.issuer, reason: order.cancel_reason ?? '' },
      audience: { by: 'assignment', assignmentId },
      assignmentId,
      issuerUnitId: order.issuer_unit_id,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
