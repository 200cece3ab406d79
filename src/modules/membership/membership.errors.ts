import { errors } from '#platform/http';

export const membershipErrors = errors('membership', {
  providerUnknown: [422, 'No provider with this id'],
  teamNotFound: [404, 'No such team'],
  memberNotFound: [404, 'No such member of this team'],
  tooManyLooks: [429, 'Numbers of as many people were looked at within an hour as one may'],
  standInNeedsEnd: [422, 'A stand-in has a last day'],
  lastAdministrator: [409, 'Nobody else would administer this unit'],
  committeeNotFound: [404, 'The unit has no steering committee at this date'],
  hamletHasTeam: [409, 'The unit has another team in that time'],
  draftExists: [409, 'The unit has a draft team already'],
  alreadyActive: [409, 'The team has its establishing decision already'],
  openWork: [409, 'Work is still open with the team: it has to be cancelled or handed to another team'],
  heirNotActive: [422, 'Open work goes to another active team of the same commune'],
  teamDissolved: [409, 'The team is dissolved'],
  tooManyAtOnce: [422, 'So many teams are not ended by one act'],
  decisionInFuture: [422, 'A decision cannot be signed after today'],
  decisionNotFound: [404, 'No such decision of this team'],
  decisionChanged: [409, 'The decision was corrected meanwhile'],
  composition: [409, 'The team lacks somebody by the rules of the day of signature'],
  voidAfterWork: [409, 'Work rests on the decision: the team was there'],
  voidAfterChange: [409, 'Another decision of the team rests on it'],
  voidAfterEnd: [409, 'The end has come: what was open has moved or is cancelled'],
  notAScan: [422, 'The file is neither a PDF nor a JPEG, PNG or WebP picture'],
  scanTooBig: [413, 'The scan is larger than 10 MB'],
  scanNotFound: [404, 'The decision has no scan'],
  notDissolved: [409, 'Only a team that has ended is set up again'],
  revivedAlready: [409, 'The team has been set up again already'],
  unitEnded: [422, 'The unit is no more on that day'],
  decisionSame: [422, 'Nothing differs from what is written already'],
  decisionAfterWork: [422, 'The team has worked before that day'],
  decisionOutOfOrder: [422, 'A team is set up before it is changed or dissolved'],
  alreadyMember: [409, 'The person is a member of this team in that time'],
  notAddedToday: [409, 'Only who was added today can be taken out as never added'],
  hasTakenPart: [409, 'The person has done something in the team already'],
  alreadyLeft: [409, 'The membership has ended already'],
  teamHasLeader: [409, 'The team has a leader in that time'],
  beforeStart: [422, 'The day lies before the beginning'],
  personNotFound: [422, 'No such person within your units'],
  contactOfOfficer: [403, 'The person holds a post: only an administrator changes name and contact points'],
  contactElsewhere: [403, 'The person has a place in another unit as well: that unit changes name and contact points'],
  busyTooLong: [422, 'Said for longer than a month: a replacement is chosen instead'],
  skillsSaid: [409, 'The person has said it themself, and nobody else changes it'],
  numberAnswered: [409, 'The number was put right or answered for meanwhile'],
  phoneInvalid: [422, 'Not a phone number of Viet Nam'],
  notCommitteeMember: [422, "A supporter must be a member of the commune's committee"],
  supportChanged: [409, 'The team has other supporters than were shown'],
  notACommune: [422, 'Only a commune has this'],
  committeeExists: [409, 'The unit has a steering committee in that time'],
  alreadyInCommittee: [409, 'The person has this post in that time'],
  handoverNeedsPerson: [422, 'It has to be said who receives the post'],
  handoverToSelf: [422, 'The person holds the post already'],
  handoverNeedsBasis: [422, 'A post goes to somebody for good by a decision'],
  handoverPast: [422, 'A post is handed over from today on'],
  standInOfFocalOnly: [422, 'Only a focal officer has a stand-in for some days'],
  handoverBegun: [409, 'The day has come: it is handed over again instead'],
  takeoverChanged: [409, 'Something else came to the unit meanwhile'],
  takeoverOpen: [409, 'Some lines are still open'],
  handoverChanged: [409, 'The post was changed again meanwhile'],
  unitHasFocalOfficer: [409, 'The unit has a focal officer in that time'],
  rightNotYours: [403, 'Only who may give this by hand at that unit gives it in any other way'],
  rightToYourself: [403, 'Nobody gives themselves a post or a place in a team'],
});

export const mergeErrors = errors('merge', {
  same: [422, 'A record cannot become part of itself'],
  yourself: [403, 'Somebody else decides about your own record'],
  administratorDecides: [403, 'One of the two holds a post: an administrator above all their places decides'],
  notLinked: [403, 'No proved number stands with both: an administrator above all their places decides'],
  changed: [409, 'One of the two is part of another record already'],
  postNow: [409, 'Both hold this post today or later: one of the two is ended first'],
  trainsTwice: [409, 'Each of the two teaches at the same time in another place'],
});

export const officerListErrors = errors('officerList', {
  noTable: [422, 'The file has no columns for name, post and unit'],
  empty: [422, 'The file has no row below its headings'],
  tooLong: [422, 'The list has more rows than can be read at once'],
  encodingUnsure: [422, 'The encoding of the file is not sure'],
  changedMeanwhile: [409, 'Posts or people have changed meanwhile: check the list again'],
});

export const cardErrors = errors('card', {
  notFound: [404, 'The member has no card on paper that holds'],
  keyUnreadable: [422, 'Not the public half of a key'],
  takenAway: [409, 'The card was taken away; the leader or the commune gives a new one on paper'],
});

export const accessErrors = errors('access', {
  loginUnreadable: [422, 'The login is neither a phone number nor an e-mail address'],
  passwordCommon: [422, 'The password is easy to guess'],
  wrongCredentials: [401, 'The login or the password is wrong'],
  tooManyTries: [429, 'Too many wrong passwords'],
  wrongPassword: [422, 'The current password is wrong'],
  sessionNotFound: [404, 'No such session of yours'],
  loginKnown: [409, 'The person has an address or a number to sign in with'],
  wrongCode: [422, 'The code is wrong, was used, or is over'],
  codeNotAwaited: [409, 'This session waits for no code'],
  factorRequired: [409, 'A rule asks this person for a second factor'],
  factorNone: [409, 'The person has no second factor'],
  wrongKey: [422, 'The key was not made for this, has not signed this, or its minutes are over'],
  keysOff: [409, 'Browsers make no keys at this address'],
  keyNone: [409, 'The person has no key'],
  keyKnown: [409, 'Somebody has this key already'],
  keyNotFound: [404, 'No such key of yours'],
  tooManyKeys: [409, 'A person has no more keys than that'],
  factorNotBegun: [409, 'No second factor was begun within the last hour'],
  loginTaken: [409, 'Somebody else signs in with this address'],
});

/** The account of an agency's identity provider. */
export const agencyErrors = errors('agency', {
  off: [404, 'No identity provider is configured here'],
  unreachable: [503, 'The identity provider does not answer'],
  over: [410, 'The sign-in was not begun in this browser, was used, or is older than ten minutes'],
  notProven: [401, 'What the identity provider answered is not for this sign-in, or is over'],
  waits: [403, 'An administrator has to say whose account it is'],
  notOurs: [403, 'An administrator has said that it is the account of nobody here'],
  notFound: [404, 'No such account'],
  tiedAlready: [409, 'The account is tied to somebody already'],
});

export const inviteErrors = errors('invite', {
  notFound: [404, 'No such invite'],
  used: [410, 'The invite has been used'],
  expired: [410, 'The invite has expired'],
  rejected: [410, 'The invite was rejected by its receiver'],
  replaced: [410, 'A newer invite has taken its place'],
  noSuchSlip: [404, 'No slip has these six letters'],
  tooManySlipTries: [429, 'Too many wrong codes from here'],
  onlyBySquare: [429, 'So many wrong codes were typed that only the QR works for now'],
  slipUntil: [422, 'A slip is good until a day from today on, for as many days as the rule says'],
  tooManySlips: [422, 'The rule lets fewer slips be printed at once'],
  oneCommune: [422, 'Slips are made commune by commune'],
  nobodyToInvite: [422, 'None of these people can be invited by you'],
});

export const accountErrors = errors('account', {
  taken: [409, 'The account is tied to another person already'],
  suspended: [403, 'Another account has proved the same phone number since; an officer has to look at it'],
  personLeft: [403, 'The person has no post and no team today'],
  notFound: [404, 'No such account of this person'],
  spaceOff: [503, 'This platform is not switched on here'],
  tooManyTries: [429, 'Too many tries with this account'],
});

export const linkErrors = errors('link', {
  ticketOver: [410, 'The ticket is unknown, used or older than fifteen minutes'],
  nothingToConfirm: [409, 'No person is matched with this ticket'],
  waiting: [409, 'An officer decides whose account it is'],
  superiorDecides: [403, 'The person holds a post: an administrator other than the person decides'],
  requestNotFound: [404, 'No such open request within your units'],
});

/** What came of a mini-app's launch data or contact inside Telegram. */
export const telegramErrors = errors('telegram', {
  notConfigured: [503, 'Telegram is not switched on here'],
  notProven: [401, 'The launch data is not signed for this bot, or broken'],
  tooOld: [401, 'The launch data is too old'],
  clockWrong: [401, 'The launch data is from the future'],
  usedBefore: [401, 'The launch data was used before'],
  contactNotProven: [422, 'The contact is not signed for this bot, or broken'],
  contactTooOld: [422, 'The contact was shared too long ago'],
  contactOfAnother: [422, "The contact is another account's"],
});

/** Codes of the Graph client, with what they mean to a client of ours. */
export const zaloErrors = errors('zalo', {
  notConfigured: [503, 'Zalo is not switched on here'],
  tokenInvalid: [401, 'Zalo does not know the access token'],
  tokenOfAnother: [422, "The access token is another account's than the ticket"],
  notAllowed: [403, 'The person has not allowed this'],
  phoneTokenEmpty: [422, 'The phone token is empty'],
  phoneTokenInvalid: [422, 'The phone token is wrong or over'],
  phoneTokenOfAnotherApp: [422, 'The phone token was made for another app'],
  phoneTokenUsed: [422, 'The phone token was used before'],
  secretWrong: [503, "The app's secret is not right"],
  unavailable: [503, 'Zalo does not answer'],
  answerNotUnderstood: [503, 'Zalo answered something else than expected'],
});

/** What goes to very many and waits for a second officer. */
export const sendRequestErrors = errors('sendRequest', {
  notFound: [404, 'Nothing such waits'],
  needed: [409, 'What goes to so many waits for a second officer'],
  notNeeded: [409, 'This needs no second officer: it can be sent at once'],
  nobodyElse: [409, 'Nobody else in the unit could approve it'],
  nobodyLeft: [409, 'Nobody is left whom it would reach'],
  approverOnly: [403, 'An officer of the same unit decides, and not the one who asked'],
  askerOnly: [403, 'Only the one who asked takes it back'],
  notOpen: [409, 'It has been decided, taken back or written anew'],
});

export const holdErrors = errors('hold', {
  personUnknown: [422, 'No such person'],
  unitUnknown: [422, 'No such unit'],
  notFound: [404, 'No such hold, or it has ended'],
});
/** What people ask about their data. */
export const dataRequestErrors = errors('dataRequest', {
  notFound: [404, 'No such request'],
  notOpen: [409, 'It has been answered already'],
  openAlready: [409, 'The same is asked for already and waits for its answer'],
  own: [403, 'Somebody else answers what you ask for yourself'],
  dayPast: [422, 'The day on which it came lies too far back, or after today'],
  notAnOfficer: [422, 'Not an officer who answers such requests here or above'],
  unverified: [409, 'It is not sure yet that the person asks for it'],
  holdsPost: [409, 'The person holds a post: it is handed over first'],
  elsewhere: [403, 'The person has a place in another unit as well: an office above both decides'],
  held: [409, 'Records of the person are held back: the hold is ended first'],
  erasingAsked: [409, 'It is asked for already, and waits for a second officer or for its day'],
  erasingNotAsked: [409, 'No erasing is asked for that could be seconded or taken back'],
  noSecond: [409, 'Nobody else could say so as the second officer'],
  secondOnly: [403, 'Somebody else says so as the second officer'],
  erasesByItself: [422, 'What asks for erasing is answered by erasing, or refused'],
  notErasing: [422, 'The person has not asked to be erased'],
  notSeeing: [422, 'The person has not asked to see anything'],
});
