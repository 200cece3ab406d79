import { errors } from '#platform/http';

export const assignmentErrors = errors('assignment', {
  notFound: [404, 'No such assignment'],
  templateUnknown: [422, 'No template with this code is valid today'],
  indicatorUnknown: [422, 'The indicator is not one of the template'],
  deadlinePast: [422, 'The deadline lies in the past'],
  replyByPast: [422, 'The day of reply lies in the past'],
  replyByAfterDeadline: [422, 'The day of reply lies after the deadline'],
  directiveNotValid: [422, 'The directive is not one of this unit or of the units above it'],
  askUnknown: [422, 'The indicator can not be broken down by this'],
  teamsMissing: [422, 'No team is chosen'],
  sharesDiffer: [422, 'The shares do not add up to the target'],
  teamTwice: [422, 'A team stands twice in the list'],
  teamOutside: [422, 'The team is not one of this unit'],
  draftTeam: [422, 'A draft team takes no orders'],
  sendAtOutside: [422, 'The time of sending lies in the past or after the deadline'],
  productsNotRegistered: [422, 'The OCOP register of the commune is empty'],
  productsAllListed: [422, 'Every product of the OCOP register of the commune is on a marketplace'],
  productsAllOrdered: [422, 'Open orders ask for every product that the OCOP register of the commune misses'],
  productsAboveMissing: [422, 'The target is above what the OCOP register of the commune misses'],
  productsAboveLeft: [422, 'The target is above what open orders leave of the products that the OCOP register misses'],
  similarUnacknowledged: [409, 'Teams have unfinished work like this that the sender has not seen'],
  alreadyCancelled: [409, 'The assignment was cancelled'],
  draftNotFound: [404, 'No such draft'],
});

export const taskErrors = errors('task', {
  notFound: [404, 'No such task'],
  alreadyAccepted: [409, 'The team has accepted already'],
  alreadyDeclined: [409, 'The team has declined already'],
  declineStands: [409, 'A decline is turned round by the leader or the commune only'],
  alreadySubmitted: [409, 'The team has handed the task in already'],
  alreadyReturned: [409, 'The commune has returned the task'],
  alreadyConfirmed: [409, 'The commune has confirmed the task'],
  cancelled: [409, 'The task was withdrawn'],
  notAccepted: [409, 'The team has not accepted the task'],
  lookFirst: [409, 'The rule of sampling asks for a look at this result before it is confirmed'],
  notSubmitted: [409, 'The task does not wait for confirmation'],
  notDeclined: [409, 'The team has not declined'],
  nothingReported: [422, 'Nothing was reported that could be confirmed'],
  photoMissing: [422, 'The order asks for a photo before its work is handed in'],
  linkMissing: [422, 'The order asks for a link before its work is handed in'],
  codesMissing: [422, 'The order asks for codes of applications before its work is handed in'],
  minutesMissing: [422, 'The order asks for minutes before its work is handed in'],
  workNoteMissing: [422, 'The order asks for a note before its work is handed in'],
  notYours: [403, 'The task is passed to somebody else'],
  notMember: [403, 'The person is no longer in the team'],
  doerNotMember: [422, 'The person is not in the team'],
  noteMissing: [422, 'This reason needs a word of explanation'],
  tooLateToUndo: [409, 'The time for taking it back is over'],
  targetNotLower: [422, 'The new target is not lower'],
  untilNotLater: [422, 'The new deadline is not later'],
});

export const samplingErrors = errors('sampling', {
  notFound: [404, 'No such rule of sampling'],
  notOfHamlets: [422, 'A rule of sampling is set by a commune or an office above'],
  fromPast: [422, 'The rule would begin on a day that is over'],
  fromTooFar: [422, 'The rule would begin more than a year from now'],
  directiveUnknown: [422, 'The directive is not one of this unit or of the units above it'],
  laterRule: [409, 'A rule of the unit begins on that day or later'],
  lastDayPast: [422, 'The rule would end on a day that is over'],
  ended: [409, 'The rule has ended'],
});

export const extensionErrors = errors('extension', {
  notFound: [404, 'No such request'],
  notLater: [422, 'The day asked for is not after the deadline'],
});

export const progressErrors = errors('progress', {
  notFound: [404, 'No such entry'],
  inFuture: [422, 'The work lies in the future'],
  notInTeam: [422, 'The person was not in the team on that day'],
  beforeAssigned: [422, 'The work lies before the order'],
  tooOld: [422, 'The work lies too far back'],
  valueMissing: [422, 'A figure above zero is needed'],
  breakdownMissing: [422, 'The order asks for something beside the number'],
  minutesSpentMissing: [422, 'The order asks for the minutes that it took'],
  attendanceMissing: [422, 'The order asks for the number of people who came'],
  materialsMissing: [422, 'The order asks for the number of leaflets handed out'],
  breakdownDiffers: [422, 'A breakdown does not add up to the number'],
  breakdownUnknown: [422, 'There was no such kind on that day, or it is named twice'],
  linksMissing: [422, 'The order asks for a link for each'],
  linkElsewhere: [422, 'A link is not of the marketplace that is named'],
  alreadyCorrected: [409, 'The entry was corrected already'],
  alreadySettled: [409, 'The commune has confirmed this entry'],
  tooLateToCorrect: [409, 'The time for corrections is over'],
  takenBack: [409, 'The entry was taken back'],
  notQuick: [409, 'Only a quick report can be taken back'],
  otherTeam: [422, 'The task belongs to another team'],
  ofTask: [409, 'The entry belongs to a task, which is decided as a whole'],
  alreadyReturned: [409, 'The commune has returned this entry'],
  noProducts: [422, 'The confirmed work does not count products on marketplaces'],
  moreProducts: [422, 'More products are named than are confirmed'],
  nothingDecided: [409, 'Nothing was decided about this entry'],
});

export const returnErrors = errors('return', {
  partUnknown: [422, 'The entry is not a part of this result'],
  partTooLarge: [422, 'More than the entry says cannot be confirmed'],
  commentMissing: [422, 'This reason needs a comment'],
});

export const difficultyErrors = errors('difficulty', {
  notFound: [404, 'No such difficulty'],
  alreadyAnswered: [409, 'It has been answered'],
  alreadyAbove: [409, 'It stands before the office above already'],
  nobodyAbove: [422, 'No office above the commune answers'],
});
