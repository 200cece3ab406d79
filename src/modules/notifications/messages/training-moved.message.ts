import { aboutSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** Another time or place: everybody who has not said no; a duty for those who hold or wait for a seat. */
export const trainingMovedMessage: MessageDefinition<{ sessionId: string; version: number }> = {
  kind: 'trainingMoved',
  repeatable: true,
  mandatory: 'seated',
  opens: 'session',
  answers: 'change',
  async draft({ sessionId, version }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    // A later move tells of itself.
    if (session?.state !== 'published' || session.version !== version) return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'session', sessionId, states: ['seated', 'waiting', 'invited'] },
      expiresAt: session.startsAt,
      reason: session.note,
    });
  },
};
