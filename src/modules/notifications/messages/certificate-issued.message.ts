import { aboutSession } from './about-session.ts';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Its holders can see and keep the paper. */
export const certificateIssuedMessage: MessageDefinition<{ sessionId: string; personIds: readonly string[] }> = {
  kind: 'certificateIssued',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'session',
  async draft({ sessionId, personIds }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (!session) return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: { by: 'people', personIds, teamId: null },
      expiresAt: staleAfterDays(occurrence, 7),
    });
  },
};
