import { errors } from '#platform/http';

export const trainingErrors = errors('training', {
  notFound: [404, 'No such session'],
  notInvited: [403, 'Not invited to this session'],
  noProvider: [403, 'This post teaches for no provider'],
  topicUnknown: [422, 'No topic with this code'],
  trainerUnknown: [422, 'The trainer does not teach for this provider'],
  communeUnknown: [422, 'No commune with this id'],
  communeFixed: [422, 'A session stays with the commune that it was proposed to'],
  teamOutside: [422, 'The team is not one of this commune, or not active'],
  personOutside: [422, 'The person is in none of the invited teams'],
  outsideCoverage: [422, 'The provider does not cover this commune'],
  inPast: [422, 'The session starts in the past'],
  endsBeforeStart: [422, 'The session ends before it starts'],
  tooLong: [422, 'The session lasts longer than a day'],
  whereMissing: [422, 'A place or an online link is needed'],
  heldTooLong: [422, 'Seats are kept beyond the day of the session'],
  keptOverCapacity: [422, 'More seats are kept for teams than there are'],
  capacityBelowTaken: [422, 'More seats are taken than the new number'],
  trainerBusy: [409, 'The trainer has another session at this time'],
  placeBusy: [409, 'The place is taken by another session at this time'],
  changedMeanwhile: [409, 'The session was changed meanwhile'],
  wrongState: [409, 'The session is not in a state for this'],
  nudgedLately: [409, 'The commune was reminded less than a day ago'],
  notOpen: [409, 'No seats are given for this session'],
  started: [409, 'The session has started'],
  whyMissing: [422, 'A published session is moved with a word of why'],
});

export const checkInErrors = errors('door', {
  tooEarly: [409, 'Check-in is not open yet'],
  closed: [409, 'Check-in has been closed for too long'],
  codeUnreadable: [422, 'This is no code of ours'],
  codeOfOther: [422, 'The code belongs to another session'],
  codeStale: [422, 'The code is over'],
  codeForged: [422, 'The code is not genuine'],
  nameMissing: [422, 'A walk-in needs a name'],
  personUnknown: [422, 'No such person among those invited'],
  inFuture: [422, 'The check-in lies in the future'],
  checkInNotFound: [404, 'No such check-in'],
  refused: [409, 'The trainer has refused this check-in'],
});

export const certificateErrors = errors('certificate', {
  notFound: [404, 'No such certificate'],
  notDone: [409, 'The session is not finished'],
  notAttended: [422, 'The person was not there'],
  alreadyRevoked: [409, 'The certificate was revoked'],
});

export const creditErrors = errors('credit', {
  notFound: [404, 'No such course'],
  inFuture: [422, 'The course ends in the future'],
  proofMissing: [422, 'A link or a photo is needed as proof'],
  decided: [409, 'The course was decided'],
});

export const calendarErrors = errors('calendar', {
  feedClosed: [404, 'This calendar address holds no longer'],
});
