import type { SessionInfo } from '#modules/training';
import type { Occurrence } from '#platform/outbox';
import type { MessageDraft } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

type Told = Pick<MessageDraft, 'audience' | 'expiresAt'> & { reason?: string | null };

/** A draft that stands in one session: what is told of it, and its link, come from there. */
export async function aboutSession(
  session: SessionInfo,
  { actorId }: Occurrence,
  facts: MessageFacts,
  { audience, expiresAt, reason }: Told,
): Promise<MessageDraft> {
  return {
    params: {
      title: session.title,
      ...(reason && { reason }),
      session: {
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        place: session.place,
        provider: session.provider,
        trainer: await facts.personName(session.trainerId),
        bring: session.bring,
        kept: keptOf(session),
        before: session.before,
        wished: session.proposal,
        version: session.version,
      },
    },
    audience,
    sessionId: session.id,
    issuerUnitId: session.communeId,
    senderId: actorId,
    expiresAt,
  };
}

/** The committee of the session's commune, without whoever acted. */
export async function committeeOfSession(
  { communeId }: SessionInfo,
  { actorId }: Occurrence,
  facts: MessageFacts,
): Promise<MessageDraft['audience']> {
  const personIds = (await facts.committeeOf(communeId)).filter((id) => id !== actorId);
  return { by: 'people', personIds, teamId: null };
}

/** Whoever proposed it and whoever is to teach it. */
export function trainersOf({ proposedBy, trainerId }: SessionInfo, { actorId }: Occurrence): MessageDraft['audience'] {
  const personIds = [...new Set([proposedBy, trainerId])].filter((id) => id !== actorId);
  return { by: 'people', personIds, teamId: null };
}

function keptOf({ seatsPerTeam, heldUntil }: SessionInfo): { count: number; day: string } | null {
  return seatsPerTeam > 0 && heldUntil ? { count: seatsPerTeam, day: heldUntil } : null;
}
