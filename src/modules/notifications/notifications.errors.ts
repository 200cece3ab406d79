import { errors } from '#platform/http';

export const notificationErrors = errors('notification', {
  assignmentNotFound: [404, 'No such assignment'],
  personNotFound: [404, 'No such person in this assignment'],
  teamNotFound: [404, 'No such team'],
  mandatoryKind: [422, 'Mandatory notices cannot be muted'],
  unknownKind: [422, 'No such kind of message'],
  channelNotFound: [404, 'No such channel'],
  pushUnusable: [422, 'These are no keys of a push subscription'],
  groupNamesCollide: [409, 'Two teams of the commune would have groups of one name'],
  groupExists: [409, 'The team has a group that the Official Account made'],
  groupBeingMade: [409, 'The group is being made'],
  groupUnsure: [503, 'It is not known whether the group was made; asking again spends no second seat'],
  groupRefused: [422, 'Zalo refuses to make the group'],
  groupWithoutAdmin: [409, 'No administrator of the Official Account is configured for groups'],
  seatUsed: [409, 'The seat is used, over, or not of this account'],
  seatsUnreadable: [503, 'Zalo does not tell which seats there are'],
  tooManyStreams: [429, 'Too many live streams are open'],
  tooManyTests: [429, 'Too many test messages within an hour'],
  tooManyInvites: [429, 'Too many invites by e-mail within an hour'],
  channelOff: [409, 'This channel is not configured here'],
});

export const mailboxErrors = errors('mailbox', {
  notFound: [404, 'No such mailbox or mail here'],
  notNamed: [422, 'No such office stands in "Nơi nhận"'],
  inUse: [409, "The office's mail goes to this address already"],
  notTried: [409, 'This mailbox is not being tried'],
  codeOver: [409, 'The code no longer holds: another mail has to go'],
  codeWrong: [422, 'This is not the code of the newest mail'],
  notSent: [409, 'The report was never sent'],
  none: [409, 'The office has no mailbox that is known to be its own'],
  onItsWay: [409, 'A mail is on its way there'],
});

export const logErrors = errors('log', {
  entryNotFound: [404, 'No such entry in this log'],
  ownAct: [422, 'Nobody asks themselves'],
  askedAlready: [409, 'It was asked already'],
  answeredAlready: [409, 'It was answered already'],
  questionNotFound: [404, 'No such question to you or of yours'],
  traceNotFound: [404, 'No list of this log carries this code'],
  tooLong: [422, 'The log of these days has more rows than a sheet takes'],
});
