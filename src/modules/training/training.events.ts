import { z } from 'zod';
import { defineEvent } from '#platform/outbox';

const session = z.object({ sessionId: z.uuid() });
const silent = { auditOnly: true };

export const sessionProposed = defineEvent('training.proposed', session, silent);
export const sessionPlanChanged = defineEvent('training.plan_changed', session, silent);
export const sessionChangeAsked = defineEvent('training.change_asked', session, silent);
export const sessionRefused = defineEvent('training.refused', session, silent);
export const communeNudged = defineEvent('training.commune_nudged', session, silent);
/** Published: everybody invited so far is told. */
export const sessionPublished = defineEvent('training.published', session, silent);
/** People invited after publishing. */
export const peopleInvited = defineEvent('training.invited', session.extend({ personIds: z.array(z.uuid()) }), silent);
export const sessionMoved = defineEvent('training.moved', session.extend({ version: z.int() }), silent);
export const sessionCancelled = defineEvent('training.cancelled', session, silent);
export const sessionReminded = defineEvent(
  'training.reminded',
  session.extend({ step: z.enum(['d3', 'd1', 'h2']) }),
  silent,
);
export const seatTaken = defineEvent('training.seat_taken', session.extend({ personId: z.uuid() }), silent);
export const seatGivenBack = defineEvent('training.seat_given_back', session.extend({ personId: z.uuid() }), silent);
export const seatPromoted = defineEvent('training.seat_promoted', session.extend({ personId: z.uuid() }), silent);
export const changeAcknowledged = defineEvent('training.acknowledged', session.extend({ personId: z.uuid() }), silent);
export const checkInsMerged = defineEvent('training.checked_in', session.extend({ count: z.int() }), silent);
export const checkInDecided = defineEvent('training.check_in_decided', session.extend({ checkInId: z.uuid() }), silent);
export const sessionFinished = defineEvent('training.finished', session, silent);
export const certificatesIssued = defineEvent(
  'training.certified',
  session.extend({ personIds: z.array(z.uuid()) }),
  silent,
);
export const certificateRevoked = defineEvent(
  'training.certificate_revoked',
  z.object({ certificateId: z.uuid() }),
  silent,
);
export const creditRecorded = defineEvent('training.credit_recorded', z.object({ creditId: z.uuid() }), silent);
export const creditDecided = defineEvent('training.credit_decided', z.object({ creditId: z.uuid() }), silent);
export const avoidTimesSet = defineEvent('training.avoid_times_set', z.object({ unitId: z.uuid() }), silent);
