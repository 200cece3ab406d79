import { aboutSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** Who is invited: everybody when the session is published, later only those who came to it. */
export const trainingInvitedMessage: MessageDefinition<{ sessionId: string; personIds?: readonly string[] }> = {
  kind: 'trainingInvited',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'session',
  answers: 'invitation',
  async draft({ sessionId, personIds }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'published') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'session', sessionId, states: ['invited'], once: true, ...(personIds && { personIds }) },
      expiresAt: session.startsAt,
    });
  },
};
