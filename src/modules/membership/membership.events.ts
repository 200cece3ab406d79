import { z } from 'zod';
import { HeldAct } from '#contracts/access/acts';
import { defineEvent } from '#platform/outbox';

const team = z.object({ teamId: z.uuid() });
const person = z.object({ personId: z.uuid() });
const member = z.object({ teamId: z.uuid(), personId: z.uuid() });
const account = z.object({ accountId: z.uuid(), personId: z.uuid() });
const committee = z.object({ committeeId: z.uuid() });
const audit = { auditOnly: true };
/** What is part of an act on many that can be taken back. */
const held = { act: HeldAct.optional() };

const hold = z.object({ holdId: z.uuid() });
/** Records that stay whatever their time: whose, and of which rule. */
export const recordsHeld = defineEvent('keeping.held', hold, audit);
export const holdEnded = defineEvent('keeping.hold-ended', hold, audit);

/** Told on the day from which the person no longer belongs to the team. */
export const memberLeft = defineEvent('membership.member-left', member);
export const memberReplaced = defineEvent(
  'membership.member-replaced',
  z.object({ teamId: z.uuid(), fromPersonId: z.uuid(), toPersonId: z.uuid() }),
);

export const memberJoined = defineEvent('membership.member-joined', member, audit);
/** Added by mistake and taken out as never added: this row is all that is left of it. */
export const memberRemoved = defineEvent('membership.member-removed', member, audit);
export const memberChanged = defineEvent('membership.member-changed', member, audit);
export const teamDrafted = defineEvent('membership.team-drafted', team, audit);
export const teamActivated = defineEvent('membership.team-activated', team, audit);
export const decisionCorrected = defineEvent('membership.decision-corrected', team, audit);
/** A decision that never was; which, and why, stands in the changes. */
export const decisionVoided = defineEvent('membership.decision-voided', team, audit);
export const decisionScanned = defineEvent('membership.decision-scanned', team, audit);
export const decisionScanRemoved = defineEvent('membership.decision-scan-removed', team, audit);
export const teamRevived = defineEvent(
  'membership.team-revived',
  z.object({ teamId: z.uuid(), earlierId: z.uuid() }),
  audit,
);
/** Told on the day from which the team is no more: what was decided of its open work is asked of TeamEndings. */
export const teamEnded = defineEvent('membership.team-ended', team);
/** Their hamlets have become one: this team goes on with their people, and takes over what is open with them. */
export const teamsMerged = defineEvent(
  'membership.teams-merged',
  z.object({ teamId: z.uuid(), earlierIds: z.array(z.uuid()), reorganisationId: z.uuid() }),
);
/** Its hamlet was half of another's: this team goes on with those who live there, and takes over their part of what is open. */
export const teamSplit = defineEvent(
  'membership.team-split',
  z.object({ teamId: z.uuid(), earlierId: z.uuid(), reorganisationId: z.uuid() }),
);
export const teamDissolved = defineEvent('membership.team-dissolved', team, audit);
export const supportersSet = defineEvent('membership.supporters-set', team, audit);
export const groupRegistered = defineEvent(
  'membership.group-registered',
  z.object({ teamId: z.uuid().optional(), unitId: z.uuid().optional() }),
  audit,
);
export const rosterImported = defineEvent('membership.roster-imported', z.object({ importId: z.uuid() }), audit);
export const committeeEstablished = defineEvent('membership.committee-established', committee, audit);
export const postGiven = defineEvent(
  'membership.post-given',
  z.object({ postId: z.uuid(), personId: z.uuid() }),
  audit,
);
export const postEnded = defineEvent(
  'membership.post-ended',
  z.object({ postId: z.uuid(), personId: z.uuid() }),
  audit,
);
const handover = z.object({ handoverId: z.uuid() });
/** A post goes to another person from a day on, for good or for a time, or stays empty. */
export const handedOver = defineEvent('membership.handed-over', handover.extend(held));
/** Before its day: everything stays with whom it was. */
export const handoverTakenBack = defineEvent('membership.handover-taken-back', handover.extend(held));
/** On the day of a reform: whoever scheduled it may not give these people their posts any more. */
export const reformPostsNotGiven = defineEvent(
  'membership.reform-posts-not-given',
  z.object({ reorganisationId: z.uuid(), personIds: z.array(z.uuid()) }),
);
/** Of what a commune took over a line counts as settled, or no longer. */
export const takeoverTicked = defineEvent('membership.takeover-ticked', z.object({ unitId: z.uuid() }), audit);
const question = z.object({ questionId: z.uuid(), personId: z.uuid() });
/** The person's main number is said to be dead. */
export const numberBounced = defineEvent('membership.number-bounced', question);
/** It is right, or there is another one. */
export const numberAnswered = defineEvent('membership.number-answered', question);
/** Two records are one person: what the absorbed one had is the other's. */
export const peopleMerged = defineEvent(
  'membership.people-merged',
  z.object({ personId: z.uuid(), absorbedId: z.uuid() }),
);
export const personAnonymised = defineEvent('membership.person-anonymised', person);

const dataRequest = z.object({ requestId: z.uuid() });
/** Somebody asks about what is held about them. */
export const dataRequestFiled = defineEvent('data-request.filed', dataRequest);
export const dataRequestPassedOn = defineEvent('data-request.passed-on', dataRequest);
/** It is known to come from the person. */
export const dataRequestVerified = defineEvent('data-request.verified', dataRequest, audit);
/** Unanswered by its day. */
export const dataRequestLate = defineEvent('data-request.late', dataRequest);
/** Or refused; which stands in the changes. */
/** Of paper: the person is erased after a wait, unless a second officer does not say so or somebody takes it back. */
export const erasePlanned = defineEvent('data-request.erase-planned', dataRequest);
/** Told to whoever may say so as the second. */
export const eraseSecondAsked = defineEvent('data-request.erase-second-asked', dataRequest);
export const eraseSeconded = defineEvent('data-request.erase-seconded', dataRequest, audit);
/** Taken back by an officer or the person, or it could not be done any more. */
export const eraseDropped = defineEvent('data-request.erase-dropped', dataRequest);
export const dataRequestAnswered = defineEvent('data-request.answered', dataRequest);

const cardOf = z.object({ teamId: z.uuid(), personId: z.uuid() });
export const cardIssued = defineEvent('membership.card-issued', cardOf, audit);
export const cardsRevoked = defineEvent('membership.cards-revoked', cardOf, audit);
export const cardPhotoChanged = defineEvent('membership.card-photo-changed', cardOf, audit);
/** Cannot work for the team until a day. */
export const memberBusy = defineEvent('membership.member-busy', member);
export const memberFree = defineEvent('membership.member-free', person, audit);
/** What somebody can help with was said, or taken back. */
export const memberSkillsSaid = defineEvent('membership.member-skills-said', person, audit);
/** A member would like a card to wear. */
export const paperCardAsked = defineEvent('membership.paper-card-asked', cardOf);
/** Somebody has doubted a card before its holder. */
export const impostorReported = defineEvent('membership.impostor-reported', z.object({ reportId: z.uuid() }));

export const inviteCreated = defineEvent('access.invite-created', person, audit);
/** Fresh slips for people of the unit, together on paper. */
export const slipsPrinted = defineEvent(
  'access.slips-printed',
  z.object({ printId: z.uuid(), personIds: z.array(z.uuid()) }),
  audit,
);
/** The slip of the person is lost: it ended, another one took its place. */
export const slipRenewed = defineEvent('access.slip-renewed', person, audit);
export const inviteAccepted = defineEvent('access.invite-accepted', person, audit);
export const inviteRejected = defineEvent('access.invite-rejected', person, audit);
export const sessionEnded = defineEvent('access.session-ended', person, audit);
/** Somebody who may invite the person has ended one of their sessions, from the line of the log that it stands behind. */
export const sessionCut = defineEvent('access.session-cut', z.object({ personId: z.uuid(), sessionId: z.uuid() }));
export const accountLinked = defineEvent('access.account-linked', account, audit);
export const accountEnded = defineEvent('access.account-ended', account, audit);
export const accountSuspended = defineEvent('access.account-suspended', account, audit);
export const linkRequested = defineEvent('access.link-requested', z.object({ requestId: z.uuid() }), audit);
export const linkDecided = defineEvent('access.link-decided', z.object({ requestId: z.uuid() }), audit);
/** What a sign-in stands on has changed; `role`: of the lead of a team. */
export const accessChanges = ['phone', 'email', 'post_given', 'post_ended', 'role', 'merged'] as const;
export type AccessChange = (typeof accessChanges)[number];
/** Sessions, open invites and codes of these people have ended, and they are told why. */
export const accessChanged = defineEvent(
  'access.changed',
  z.object({ personIds: z.array(z.uuid()), why: z.enum(accessChanges), ...held }),
);
/** An authenticator or a first key counts from now on. */
export const secondFactorSet = defineEvent('access.second-factor-set', person, audit);
/** By an administrator: an account of the agency's provider is this person's, or nobody's. */
const ofAgency = z.object({ accountId: z.uuid(), personId: z.uuid().optional() });
export const agencyDecided = defineEvent('access.agency-decided', ofAgency, audit);
export const agencyEnded = defineEvent('access.agency-ended', ofAgency, audit);
export const passkeyAdded = defineEvent('access.passkey-added', person, audit);
export const passkeyRemoved = defineEvent('access.passkey-removed', person, audit);
/** By the person. */
export const secondFactorEnded = defineEvent('access.second-factor-ended', person, audit);
/** By an administrator above the person, who has lost phone and paper; why stands in the changes. */
export const secondFactorLifted = defineEvent('access.second-factor-lifted', person);
export const recoveryCodesRenewed = defineEvent('access.recovery-codes-renewed', person, audit);
export const passwordChanged = defineEvent('access.password-changed', person, audit);

const sendRequest = z.object({ requestId: z.uuid() });
/** What goes to very many waits for a second officer. */
export const sendAsked = defineEvent('send-request.asked', sendRequest);
export const sendApproved = defineEvent('send-request.approved', sendRequest);
export const sendRefused = defineEvent('send-request.refused', sendRequest);
export const sendDropped = defineEvent('send-request.dropped', sendRequest, audit);
