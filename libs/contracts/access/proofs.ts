/** What somebody may do who is not wholly signed in, and what asks again whether it is they. */
import type { RouteId } from '../routes.ts';

/** Until the code or the key has come: that, or away. */
export const untilCode = ['askPasskey', 'proveSignIn', 'signOut', 'leave'] as const satisfies readonly RouteId[];

/** Until there is a second factor where one is required: that, a password, or away. */
export const untilEnrolled = [
  'me',
  'mySecondFactor',
  'startSecondFactor',
  'confirmSecondFactor',
  'startPasskey',
  'addPasskey',
  'changePassword',
  'changeLanguage',
  'signOut',
  'leave',
] as const satisfies readonly RouteId[];

/** A code, a key or the password that was shown within so long is a proof. */
export const PROOF_MS = 10 * 60_000;

/** What needs a proof, by what it is about: the console says so before it asks. */
export const provenActs = {
  /** With names or numbers of many: on their way out, or to be called one after the other. */
  lists: [
    'appendix1',
    'makeList',
    'listFile',
    'teamDecisionDraft',
    'originalRoster',
    'annotatedRoster',
    'exportLog',
    'callList',
    'unacknowledged',
  ],
  /** By which others come in or are reached. */
  contacts: [
    'changeMember',
    'replaceMember',
    'mergePeople',
    'decideLinkRequest',
    'unlinkAccount',
    'answerNumber',
    'decideAgencyAccount',
    'endAgencyAccount',
  ],
  invites: [
    'createInvite',
    'mailInvites',
    'printSlips',
    'slipsFile',
    'showSlip',
    'reportLostPhone',
    'liftSecondFactor',
  ],
  appointments: [
    'appointOfficer',
    'handOver',
    'takeBackHandover',
    'importOfficers',
    'endPosts',
    'appointMany',
    'createCommittee',
    'addCommitteeMember',
    'endCommitteeMember',
  ],
  rules: [
    'setDatedRule',
    'takeBackDatedRule',
    'endDatedRule',
    'holdRecords',
    'endHold',
    'setAllowanceRule',
    'setSamplingRule',
    'endSamplingRule',
  ],
  units: [
    'createUnit',
    'changeUnit',
    'importUnits',
    'takeBackUnitImport',
    'addHamlet',
    'changeHamlet',
    'closeUnits',
    'closeHamlets',
    'scheduleReorganisation',
    'scheduleReform',
    'revokeReorganisation',
    'revokeReform',
  ],
  /** By what the person proves who it is. */
  factor: [
    'startSecondFactor',
    'renewRecoveryCodes',
    'endSecondFactor',
    'startPasskey',
    'addPasskey',
    'renamePasskey',
    'removePasskey',
  ],
  /** A person is made unknown for good. */
  erasing: ['eraseOnRequest', 'secondErasing'],
  channels: ['stopAll', 'resumeAll', 'declareDown', 'declareUp', 'authoriseOa'],
} as const satisfies Record<string, readonly RouteId[]>;
/** Of these also from whoever has no second factor, and whatever the rules say. */
export const alwaysProven = ['decideAgencyAccount'] as const satisfies readonly RouteId[];

/** `numbers`: asked by how many were looked at one after the other, not by the route. */
export type ProvenAct = keyof typeof provenActs | 'numbers';
