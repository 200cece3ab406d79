import { z } from 'zod';
import { HeldAct } from '#contracts/access/acts';
import { defineEvent } from '#platform/outbox';

/** Silent teams were reminded, by a person or by the clock; which ones stands in `chases` under the event's id. */
export const teamsReminded = defineEvent(
  'assignment.reminded',
  z.object({ assignmentId: z.uuid(), act: HeldAct.optional() }),
);
/** Teams are still silent at the second step of chasing: their supporters hear of it. */
export const teamsSilent = defineEvent('assignment.silent', z.object({ assignmentId: z.uuid() }));
/** Somebody was told by phone. */
export const personTold = defineEvent('assignment.told', z.object({ assignmentId: z.uuid(), personId: z.uuid() }), {
  auditOnly: true,
});

const ofQuestion = z.object({ questionId: z.uuid(), personId: z.uuid() });
/** Somebody is asked why they looked at numbers or took a list. */
export const logReasonAsked = defineEvent('log.reason-asked', ofQuestion);
export const logReasonAnswered = defineEvent('log.reason-answered', ofQuestion);

const ofGroup = z.object({ groupId: z.uuid(), teamId: z.uuid().optional(), unitId: z.uuid().optional() });
export const groupLinked = defineEvent('group.linked', ofGroup, { auditOnly: true });
export const groupUnlinked = defineEvent('group.unlinked', ofGroup, { auditOnly: true });
/** The committee has a team's leader told the right name of the team's group. */
export const groupNameSent = defineEvent('group.name-sent', z.object({ teamId: z.uuid(), act: HeldAct.optional() }));

/** An invite goes to the person's address; the code stands in no event. */
export const inviteMailed = defineEvent('access.invite-mailed', z.object({ personId: z.uuid() }), { auditOnly: true });

/** The mailbox of an office named in "Nơi nhận". */
const ofMailbox = z.object({ mailboxId: z.uuid() });
export const mailboxNamed = defineEvent('mailbox.named', ofMailbox, { auditOnly: true });
export const mailboxConfirmed = defineEvent('mailbox.confirmed', ofMailbox, { auditOnly: true });
export const mailboxEnded = defineEvent('mailbox.ended', ofMailbox, { auditOnly: true });
export const mailedAgain = defineEvent('reporting.mailed-again', z.object({ reportId: z.uuid(), mailId: z.uuid() }), {
  auditOnly: true,
});

/** An administrator had events that could not be handled tried again. */
export const failedRetried = defineEvent('system.retried', z.object({ count: z.int() }), { auditOnly: true });
/** An administrator had a channel's stuck messages tried again. */
export const stuckResent = defineEvent('system.resent', z.object({ channel: z.string(), count: z.int() }), {
  auditOnly: true,
});
