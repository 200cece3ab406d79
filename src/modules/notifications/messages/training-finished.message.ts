import { aboutSession } from './about-session.ts';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Those who were there are asked how it was. */
export const trainingFinishedMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingFinished',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'session',
  async draft({ sessionId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'done') return undefined;
    const personIds = await facts.training.attendees(sessionId);
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'people', personIds, teamId: null },
      expiresAt: staleAfterDays(occurrence, 3),
    });
  },
};
