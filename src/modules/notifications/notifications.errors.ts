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
  channelOff: [409, 'This channel is not configured here'],
});

export const logErrors = errors('log', {
  entryNotFound: [404, 'No such entry in this log'],
  tooLong: [422, 'The log of these days has more rows than a sheet takes'],
});
