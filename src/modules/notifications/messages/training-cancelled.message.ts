import { aboutSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** It does not take place, and why: everybody who has not said no; a duty for those who hold or wait for a seat. */
export const trainingCancelledMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingCancelled',
  repeatable: true,
  mandatory: 'seated',
  opens: 'session',
  answers: 'change',
  async draft({ sessionId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'cancelled') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'session', sessionId, states: ['seated', 'waiting', 'invited'] },
      expiresAt: session.endsAt,
      reason: session.cancelReason,
    });
  },
};
