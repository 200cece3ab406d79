import { aboutSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** From the waiting list to a seat. */
export const seatPromotedMessage: MessageDefinition<{ sessionId: string; personId: string }> = {
  kind: 'seatPromoted',
  repeatable: true,
  mandatory: 'all',
  opens: 'session',
  async draft({ sessionId, personId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'published') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'session', sessionId, states: ['seated'], personIds: [personId] },
      expiresAt: session.startsAt,
    });
  },
};
