import { aboutSession, trainersOf } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The trainer hears that the commune said yes. */
export const trainingConfirmedMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingConfirmed',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'plan',
  async draft({ sessionId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'published') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: trainersOf(session, occurrence),
      expiresAt: session.startsAt,
    });
  },
};
