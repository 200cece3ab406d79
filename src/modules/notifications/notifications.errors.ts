import { errors } from '#platform/http';

export const notificationErrors = errors('notification', {
  assignmentNotFound: [404, 'No such assignment'],
  personNotFound: [404, 'No such person in this assignment'],
  teamNotFound: [404, 'No such team'],
  mandatoryKind: [422, 'Mandatory notices cannot be muted'],
  unknownKind: [422, 'No such kind of message'],
  channelNotFound: [404, 'No such channel'],
  pushUnusable: [422, 'These are no keys of a push subscription'],
  channelOff: [409, 'This channel is not configured here'],
});
