/**
 * What expires when: every kind of record that goes by time, and by which rule. A number is of days and no rule: what only
 * machines need for a while, which nobody decides by a paper and nobody holds back. Free of zod.
 */
import { isKeepingKind, type KeepingKind } from '../organization/keeping-terms.ts';

export const keptRecords = {
  events: 'keepLog',
  looks: 'keepLog',
  acts: 'keepLog',
  erasures: 'keepLog',
  inbox: 'keepInbox',
  messages: 'keepInbox',
  officeMails: 'keepInbox',
  deliveries: 'keepDeliveries',
  photos: 'keepPhotos',
  sheetPhotos: 'keepPhotos',
  sessions: 'keepSessions',
  invites: 'keepSessions',
  helpCalls: 'keepSessions',
  pushes: 'keepSessions',
  leaverPhones: 'keepLeavers',
  leaverMails: 'keepLeavers',
  leaverAccounts: 'keepLeavers',
  leaverLogins: 'keepLeavers',
  leaverFaces: 'keepLeavers',
  leaverSkills: 'keepLeavers',
  drafts: 'keepDrafts',
  lists: 'keepLists',
  stagedRosters: 'keepUploads',
  rosterFiles: 'keepUploads',
  webhooks: 'keepWebhooks',
  chatWords: 'keepWebhooks',
  chatHints: 'keepWebhooks',
  files: 'keepFiles',
  devices: 400,
  refusedProofs: 400,
  accountJoins: 180,
  commands: 90,
  strangers: 90,
  busyWords: 60,
  followUps: 180,
  agencyStrangers: 90,
  linkRequests: 30,
  endedAccounts: 30,
  consents: 2,
  begunFactors: 1,
  loginTries: 1,
  linkTickets: 1,
  linkCodes: 1,
  heldActs: 1,
  usedProofs: 0,
  chatQuestions: 0,
} as const satisfies Record<string, KeepingKind | number>;

export type KeptName = keyof typeof keptRecords;
export const keptNames = Object.keys(keptRecords) as KeptName[];

export const isKeptName = (name: string): name is KeptName => name in keptRecords;

/** The rule by which they go; null where no rule says it. */
export function ruleOf(name: KeptName): KeepingKind | null {
  const term: KeepingKind | number = keptRecords[name];
  return typeof term === 'string' && isKeepingKind(term) ? term : null;
}

/** So many are counted of what would go; more is "more than". */
export const MOST_COUNTED = 10_000;
