/** Between trainer and commune; to those invited; after the session. */
import {
  certificatesIssued,
  communeNudged,
  peopleInvited,
  seatPromoted,
  sessionCancelled,
  sessionChangeAsked,
  sessionConfirmed,
  sessionFinished,
  sessionMoved,
  sessionProposed,
  sessionPublished,
  sessionRefused,
  sessionReminded,
} from '#modules/training';
import type { Occurrence } from '#platform/outbox';
import { aboutSession, committeeOfSession, trainersOf } from './about-session.ts';
import { type Audience, defineMessage, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

export const trainingMessages = {
  /** The commune's committee confirms, or answers with another time or place. */
  proposed: defineMessage({
    on: [sessionProposed],
    kind: 'trainingProposed',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'plan',
    draft: toCommittee,
  }),

  /** "Nhắc xã": the trainer asks once more for an answer. */
  nudged: defineMessage({
    on: [communeNudged],
    kind: 'trainingNudged',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'plan',
    draft: toCommittee,
  }),

  /** The trainer hears that the commune said yes. */
  confirmed: defineMessage({
    on: [sessionConfirmed],
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
  }),

  /** The commune wishes another time or place; the trainer takes it or proposes anew. */
  changeAsked: defineMessage({
    on: [sessionChangeAsked],
    kind: 'trainingChangeAsked',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'plan',
    draft: toTrainer('changes_asked'),
  }),

  /** The commune does not take the session. */
  refused: defineMessage({
    on: [sessionRefused],
    kind: 'trainingRefused',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'plan',
    draft: toTrainer('refused'),
  }),

  /** Who is invited: everybody when the session is published, later only those who came to it. */
  invited: defineMessage({
    on: [sessionPublished, peopleInvited],
    kind: 'trainingInvited',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'session',
    answers: 'invitation',
    draft(payload, ...where) {
      const only = 'personIds' in payload && { personIds: payload.personIds };
      return toInvited(payload.sessionId, { states: ['invited'], once: true, ...only }, ...where);
    },
  }),

  /** Another time or place: everybody who has not said no; a duty for those who hold or wait for a seat. */
  moved: defineMessage({
    on: [sessionMoved],
    writtenOut: true,
    kind: 'trainingMoved',
    urgent: true,
    repeatable: true,
    mandatory: 'seated',
    opens: 'session',
    answers: 'change',
    async draft({ sessionId, version }, occurrence, facts) {
      const session = await facts.training.session(sessionId);
      // A later move tells of itself.
      if (session?.state !== 'published' || session.version !== version) return undefined;
      return aboutSession(session, occurrence, facts, {
        audience: { by: 'session', sessionId, states: ['seated', 'waiting', 'invited'] },
        expiresAt: session.startsAt,
        reason: session.note,
      });
    },
  }),

  /** It does not take place, and why: everybody who has not said no; a duty for those who hold or wait for a seat. */
  cancelled: defineMessage({
    on: [sessionCancelled],
    writtenOut: true,
    kind: 'trainingCancelled',
    urgent: true,
    repeatable: true,
    mandatory: 'seated',
    opens: 'session',
    answers: 'change',
    async draft({ sessionId }, occurrence, facts) {
      const session = await facts.training.session(sessionId);
      if (session?.state !== 'cancelled') return undefined;
      return aboutSession(session, occurrence, facts, {
        audience: { by: 'session', sessionId, states: ['seated', 'waiting', 'invited'] },
        expiresAt: session.endsAt,
        reason: session.cancelReason,
      });
    },
  }),

  /** Three days and one day before: those who have not answered, the second time by another channel where they have one. */
  reminded: defineMessage({
    on: [sessionReminded],
    writtenOut: true,
    kind: 'trainingReminded',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'session',
    answers: 'invitation',
    changesChannel: true,
    draft: ({ sessionId, step }, ...where) => toInvited(sessionId, { states: ['invited'], step }, ...where),
  }),

  /** Two hours before: those who hold a seat. */
  soon: defineMessage({
    on: [sessionReminded],
    writtenOut: true,
    kind: 'trainingSoon',
    urgent: true,
    repeatable: true,
    mandatory: 'nobody',
    opens: 'session',
    draft: ({ sessionId, step }, ...where) => toInvited(sessionId, { states: ['seated'], step }, ...where),
  }),

  /** From the waiting list to a seat. */
  promoted: defineMessage({
    on: [seatPromoted],
    kind: 'seatPromoted',
    repeatable: true,
    mandatory: 'all',
    opens: 'session',
    draft: ({ sessionId, personId }, ...where) =>
      toInvited(sessionId, { states: ['seated'], personIds: [personId] }, ...where),
  }),

  /** Those who were there are asked how it was. */
  finished: defineMessage({
    on: [sessionFinished],
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
  }),

  /** Its holders can see and keep the paper. */
  certified: defineMessage({
    on: [certificatesIssued],
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
  }),
};

/** Whom a plan waits for. */
async function toCommittee({ sessionId }: { sessionId: string }, occurrence: Occurrence, facts: MessageFacts) {
  const session = await facts.training.session(sessionId);
  if (session?.state !== 'proposed') return undefined;
  return aboutSession(session, occurrence, facts, {
    audience: await committeeOfSession(session, occurrence, facts),
    expiresAt: session.startsAt,
  });
}

/** What the commune said to a plan, with its words; nothing once the plan has gone on. */
function toTrainer(state: 'changes_asked' | 'refused') {
  return async ({ sessionId }: { sessionId: string }, occurrence: Occurrence, facts: MessageFacts) => {
    const session = await facts.training.session(sessionId);
    if (session?.state !== state) return undefined;
    return aboutSession(session, occurrence, facts, {
      audience: trainersOf(session, occurrence),
      expiresAt: staleAfterDays(occurrence, 14),
      reason: session.note,
    });
  };
}

/** Those invited, or some of them, while the session is still to take place. */
async function toInvited(
  sessionId: string,
  who: Omit<Extract<Audience, { by: 'session' }>, 'by' | 'sessionId'>,
  occurrence: Occurrence,
  facts: MessageFacts,
) {
  const session = await facts.training.session(sessionId);
  if (session?.state !== 'published') return undefined;
  const audience: Audience = { by: 'session', sessionId, ...who };
  return aboutSession(session, occurrence, facts, { audience, expiresAt: session.startsAt });
}

/** Kinds that tell time and place to those invited. */
export const invitingKinds = [
  trainingMessages.invited,
  trainingMessages.moved,
  trainingMessages.reminded,
  trainingMessages.soon,
  trainingMessages.promoted,
].map(({ kind }) => kind);
