import { aboutSession, committeeOfSession } from './about-session.ts';
import type { MessageDefinition } from './message-definition.ts';

/** "Nhắc xã": the trainer asks once more for an answer. */
export const trainingNudgedMessage: MessageDefinition<{ sessionId: string }> = {
  kind: 'trainingNudged',
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
