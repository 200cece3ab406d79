import { errors } from '#platform/http';

export const reportErrors = errors('report', {
  notFound: [404, 'No such report'],
  notOwing: [422, 'The unit owes no report for this month'],
  notBegun: [422, 'The period has not begun'],
  wrongState: [409, 'The report is not in a state for this'],
  approvalNeeded: [409, 'The head of the unit approves it, which sends it'],
  approvalNotNeeded: [409, 'No rule asks for it: the report is sent'],
  approvalAsked: [409, 'It waits to be approved already'],
  approvalNotAsked: [409, 'It does not wait to be approved'],
  approverOnly: [403, 'Whoever leads the committee approves it, and not what they asked for themselves'],
  noApprover: [409, 'Nobody leads the committee of the unit who could approve it'],
  wordsChanged: [409, 'Somebody else has changed the words meanwhile'],
  figuresChanged: [409, 'The figures have changed since they were read'],
  versionChanged: [409, 'Another version was sent meanwhile'],
  tooEarly: [409, 'The period has not ended'],
  closed: [409, 'The report is closed; its receiver can allow a day'],
  lateReasonMissing: [422, 'A late report needs a reason'],
  phoneMissing: [422, 'People on the list have no valid phone'],
  unitsMissing: [422, 'Units below have not sent'],
  notWithdrawable: [409, 'The report is owed, sent or written in'],
  notTyped: [422, 'This figure comes from records and is not typed'],
  indicatorUnknown: [422, 'No indicator with this code'],
  sourceMissing: [422, 'A typed figure needs its source'],
  notDivided: [422, 'The unit was not divided'],
  partsIncomplete: [422, 'Each unit that it became has one part'],
  partsDiffer: [422, 'The parts do not make up what was sent'],
  negative: [422, 'A figure is not below zero'],
  notWhole: [422, 'A figure is a whole number'],
  partAboveWhole: [422, 'The part is above the whole'],
  denominatorMissing: [422, 'A ratio needs a denominator'],
  denominatorZero: [422, 'The denominator is zero'],
  figureUnknown: [422, 'The text asks for a figure that does not exist'],
  cellUnknown: [422, 'No such indicator or section'],
  exceptionInPast: [422, 'The day lies in the past'],
  exceptionTooFar: [422, 'The day lies too far ahead'],
  noReceiver: [409, 'Nobody stands above this unit to receive it'],
  teamOutside: [422, 'The team is not one of this unit'],
});

export const campaignErrors = errors('campaign', {
  notFound: [404, 'No such campaign'],
  dueBeforeStart: [422, 'It is due before it starts'],
  directiveUnknown: [422, 'No such directive'],
  endsOnMissing: [422, 'The last day of the work is missing'],
  endsBeforeStart: [422, 'The work ends before it begins'],
  daysTooLong: [422, 'The work lasts longer than a year'],
  dueBeforeEnd: [422, 'It is due before the work is over'],
  noUnits: [422, 'No commune below has teams'],
  dueInPast: [422, 'It is due on a day that is over'],
  dueTooFar: [422, 'It is due too far ahead'],
  startTooEarly: [422, 'It starts too long ago'],
  alreadyAsked: [409, 'The unit asks for the same list by the same day already'],
  sameDays: [409, 'The unit asks for the same days under the same name already'],
});

export const workDayErrors = errors('workday', {
  taken: [409, 'The calendar has this day already'],
  notWeekend: [422, 'Only a Saturday or Sunday is worked in exchange'],
  unknown: [404, 'The calendar has no such day'],
});

export const listErrors = errors('list', {
  notFound: [404, 'No such list, or it is no longer kept'],
  notReady: [409, 'The list is still being made'],
  failed: [410, 'The list could not be made'],
  tooMany: [429, 'This person waits for as many lists as one may'],
  lineFull: [429, 'Too many lists wait to be made'],
});

export const allowanceErrors = errors('allowance', {
  notProvince: [422, 'What is paid is set by a province'],
  communeOnly: [422, 'Days of service are listed by commune'],
  directiveUnknown: [422, 'No such directive at the province or above'],
});

export const documentErrors = errors('papers', {
  noDraftTeams: [422, 'The commune has no such draft team'],
  noMembers: [422, 'A decision names the members of a team'],
  tooLong: [422, 'The list is too long for paper'],
  tooLongNow: [422, 'The list is too long to be made at once: ask for it as a list job'],
  notSent: [409, 'Only a sent report is exported for signing'],
  versionUnknown: [404, 'No such version was sent'],
  exportUnknown: [404, 'Nothing was exported under this id'],
  notKept: [404, 'No such copy is kept'],
  fileGone: [410, 'The file is no longer kept'],
  notSignedYet: [404, 'Nothing signed came back yet'],
  notTheExported: [422, 'The file is not the one that was exported'],
  signatureMissing: [422, 'The file carries no signature'],
  signatureChanged: [422, 'A signature does not fit the file: it was changed after signing'],
  signatureChangedAfter: [422, 'What the pages show was changed after signing'],
  signatureNotWhole: [422, 'A signature does not cover the whole document'],
  signatureMalformed: [422, 'A signature is not built as one'],
  signatureExpired: [422, "The signer's certificate did not hold when it was signed"],
  alreadySigned: [409, 'A signed file is kept already'],
});
