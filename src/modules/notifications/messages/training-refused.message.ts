import { aboutSession, trainersOf } from './about-session.ts';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The commune does not take the session. */
export const trainingRefusedMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingRefused',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'plan',
  async draft({ sessionId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'refused') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: trainersOf(session, occurrence),
      expiresAt: staleAfterDays(occurrence, 14),
      reason: session.note,
    });
  },
};
