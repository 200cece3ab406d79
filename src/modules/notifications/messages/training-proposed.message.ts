import { aboutSession, committeeOfSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The commune's committee confirms, or answers with another time or place. */
export const trainingProposedMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingProposed',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'plan',
  async draft({ sessionId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'proposed') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: await committeeOfSession(session, occurrence, facts),
      expiresAt: session.startsAt,
    });
  },
};
