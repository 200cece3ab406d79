/** English of looking at a photo before it is used. */
import type { PhotoKey } from './photo.vi.ts';

export const enPhoto: Record<PhotoKey, string> = {
  'check.title': 'Look before you use it',
  'check.close': 'Drop this photo',
  'check.picture': 'The photo you chose. Paint over what must be hidden.',
  'check.looking': 'Looking for faces',
  'check.faces': '{n} {n|face|faces} seen and covered, please check',
  'check.faces.text': 'Tap a yellow frame to uncover a face or cover it again. Paint over any that was missed.',
  'check.byHand': 'If there are faces, paint over them',
  'check.byHand.text': 'Paint over faces and ID papers. What is painted over cannot be brought back.',
  'check.here': 'The photo is only on this phone, nothing is sent yet',
  'check.face': 'Face {n}',
  'check.undo': 'Take back the last stroke',
  'check.use.faces': 'Use it with {n} {n|face|faces} covered',
  'check.use.painted': 'Use the painted photo',
  'check.use.plain': 'Use this photo',
  'check.keep': 'Leave as is',
  'check.again': 'Take again',
  'check.consent': 'Have the people in the photo agreed?',
  'check.consent.text': 'A photo that shows a face is sent only when that person has agreed.',
  'check.consent.yes': 'They agreed',
  'check.paper': 'There seems to be an ID paper in the photo',
  'check.paper.text': "Never send photos of residents' ID cards, booklets or cards. A photo of the work is enough.",
  'check.paper.here': 'The photo is neither kept nor sent',
  'check.paper.cover': 'Cover it',
  'check.paper.no': 'It is not',
};
