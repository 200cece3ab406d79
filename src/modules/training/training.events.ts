import { z } from 'zod';
import { defineEvent } from '#platform/outbox';

const session = z.object({ sessionId: z.uuid() });
const silent = { auditOnly: true };

export const sessionProposed = defineEvent('training.proposed', session);
export const sessionPlanChanged = defineEvent('training.plan-changed', session, silent);
export const sessionChangeAsked = defineEvent('training.change-asked', session);
export const sessionRefused = defineEvent('training.refused', session);
export const communeNudged = defineEvent('training.commune-nudged', session);
/** The commune said yes; the trainer is told. */
export const sessionConfirmed = defineEvent('training.confirmed', session);
/** Published: everybody invited so far is told. */
export const sessionPublished = defineEvent('training.published', session);
/** People invited after publishing. */
export const peopleInvited = defineEvent('training.invited', session.extend({ personIds: z.array(z.uuid()) }));
export const sessionMoved = defineEvent('training.moved', session.extend({ version: z.int() }));
export const sessionCancelled = defineEvent('training.cancelled', session);
export const sessionReminded = defineEvent('training.reminded', session.extend({ step: z.enum(['d3', 'd1', 'h2']) }));
export const seatTaken = defineEvent('training.seat-taken', session.extend({ personId: z.uuid() }), silent);
export const seatGivenBack = defineEvent('training.seat-given-back', session.extend({ personId: z.uuid() }), silent);
export const seatPromoted = defineEvent('training.seat-promoted', session.extend({ personId: z.uuid() }));
export const changeAcknowledged = defineEvent('training.acknowledged', session.extend({ personId: z.uuid() }), silent);
export const checkInsMerged = defineEvent('training.checked-in', session.extend({ count: z.int() }), silent);
export const checkInDecided = defineEvent('training.check-in-decided', session.extend({ checkInId: z.uuid() }), silent);
export const sessionFinished = defineEvent('training.finished', session);
export const certificatesIssued = defineEvent('training.certified', session.extend({ personIds: z.array(z.uuid()) }));
export const certificateRevoked = defineEvent(
  'training.certificate-revoked',
  z.object({ certificateId: z.uuid() }),
  silent,
);
export const creditRecorded = defineEvent('training.credit-recorded', z.object({ creditId: z.uuid() }), silent);
export const creditDecided = defineEvent('training.credit-decided', z.object({ creditId: z.uuid() }), silent);
export const avoidTimesSet = defineEvent('training.avoid-times-set', z.object({ unitId: z.uuid() }), silent);
