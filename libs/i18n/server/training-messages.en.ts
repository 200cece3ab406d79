import type { trainingMessagesVi } from './training-messages.vi.ts';

export const trainingMessagesEn: Record<keyof typeof trainingMessagesVi, string> = {
  'trainingProposed.title': 'Training proposed: {title}',
  'trainingProposed.body':
    '{provider} proposes a session on {when}, {where}. Trainer: {trainer}.\n\nConfirm it so that people are invited, or ask for another time or place.',
  'trainingNudged.title': 'Training waits for your answer: {title}',
  'trainingNudged.body':
    'The session of {provider} on {when}, {where} waits for the commune. The sooner it is confirmed, the better people can plan.',
  'trainingConfirmed.title': 'The commune confirmed: {title}',
  'trainingConfirmed.body': 'The session on {when}, {where} is published. Invitations are going out to the teams.',
  'trainingChangeAsked.title': 'The commune asks for a change: {title}',
  'trainingChangeAsked.body':
    'The commune wishes {wished} instead of {when}, {where}.\n\nReason: {reason}\n\nIf you agree, the session is published with that time and place at once.',
  'trainingRefused.title': 'The commune refused: {title}',
  'trainingRefused.body':
    'The session on {when}, {where} was not confirmed.\n\nReason: {reason}\n\nYou can change it and propose it again.',
  'trainingInvited.title': 'Invitation to training: {title}',
  'trainingInvited.body':
    '{when}, {where}. Trainer: {trainer}, {provider}.\n\n{held}\n\n{bring}\n\nPlease answer, whether you come or not.',
  'trainingMoved.title': '{change}: {title}',
  'trainingMoved.body': 'Now on {when}, {where}.\n\nBefore: {before}.\n\nReason: {reason}\n\n{seat}',
  'trainingCancelled.title': 'Training cancelled: {title}',
  'trainingCancelled.body': 'The session on {when}, {where} does not take place.\n\nReason: {reason}',
  'trainingReminded.title': 'Please answer: training {title}',
  'trainingReminded.body':
    '{when}, {where}. You have not answered yet.\n\n{held}\n\nPlease answer, whether you come or not.',
  'trainingSoon.title': 'In two hours: training {title}',
  'trainingSoon.body':
    '{when}, {where}.\n\n{bring}\n\nShow the trainer your check-in code there. It works without network.',
  'seatPromoted.title': 'You have a seat: training {title}',
  'seatPromoted.body':
    'You moved up from the waiting list. {when}, {where}.\n\n{bring}\n\nIf you cannot come, give it back for the next person.',
  'trainingFinished.title': 'How was the training: {title}',
  'trainingFinished.body': 'Three taps, so that the next session is better. Less than half a minute.',
  'certificateIssued.title': 'Certificate: {title}',
  'certificateIssued.body':
    '{provider} issued a certificate for the session of {day}. Open the session to see and save it.',
  'session.at': 'at {place}',
  'session.online': 'online',
  'session.held': '{count} seats are kept for each team until the end of {day}.',
  'session.bring': 'Bring: {what}',
  'session.seat': 'Your seat is kept. Open it and tap “I know”; if you cannot come then, give the seat back.',
  'session.movedTime': 'New time: {new} instead of {old}',
  'session.movedDay': 'New day: {new} instead of {old}',
  'session.movedPlace': 'New place',
  'session.movedEnd': 'New end: {new} instead of {old}',
  'action.attend': 'I will come',
  'action.skip': 'I cannot come',
  'action.know': 'I know',
  'frame.openSession': 'Open the session',
  'frame.openPlan': 'Open the training calendar',
  'frame.mandatorySeat': 'This message cannot be muted because you hold a seat.',
  'frame.replyAttend': 'Reply THAM DU to take a seat, or KHONG DI DUOC.',
};
