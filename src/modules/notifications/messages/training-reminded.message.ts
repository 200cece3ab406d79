import { aboutSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** Three days and one day before: those who have not answered, the second time by another channel where they have one. */
export const trainingRemindedMessage: MessageDefinition<{ sessionId: string; step: string }> = {
  kind: 'trainingReminded',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'session',
  answers: 'invitation',
  changesChannel: true,
  async draft({ sessionId, step }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'published') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'session', sessionId, states: ['invited'], step },
      expiresAt: session.startsAt,
    });
  },
};
