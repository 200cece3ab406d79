import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

const NAMES = 8;

/** The second step of the ladder: supporters hear which of the teams have not answered. */
export const assignmentSilentMessage: MessageDefinition<{ assignmentId: string }> = {
  kind: 'assignmentSilent',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'inbox',
  async draft({ assignmentId }, occurrence, facts) {
    const order = await facts.assignment(assignmentId);
    if (!order || order.cancelled_at) return undefined;
    const { names, count } = await facts.chased(occurrence.id, NAMES);
    return {
      params: { title: order.title, count, teams: names.join(', ') + (count > NAMES ? ` +${count - NAMES}` : '') },
      audience: { by: 'supporters-of-chased' },
      assignmentId,
      issuerUnitId: order.issuer_unit_id,
      expiresAt: staleAfterDays(occurrence, 2),
    };
  },
};
