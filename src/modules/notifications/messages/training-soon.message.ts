import { aboutSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** Two hours before: those who hold a seat. */
export const trainingSoonMessage: MessageDefinition<{ sessionId: string; step: string }> = {
  kind: 'trainingSoon',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'session',
  async draft({ sessionId, step }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'published') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'session', sessionId, states: ['seated'], step },
      expiresAt: session.startsAt,
    });
  },
};
