import { aboutSession, trainersOf } from './about-session.ts';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The commune wishes another time or place; the trainer takes it or proposes anew. */
export const trainingChangeAskedMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingChangeAsked',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'plan',
  async draft({ sessionId }, occurrence, facts) {
    const session = await facts.training.session(sessionId);
    if (session?.state !== 'changes_asked') return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: trainersOf(session, occurrence),
      expiresAt: staleAfterDays(occurrence, 14),
      reason: session.note,
    });
  },
};
