/** English of the words in which a commune says what it thinks of names of its hamlets. */
import type { askedNamesVi } from './asked-names.vi.ts';

export const askedNamesEn: Record<keyof typeof askedNamesVi, string> = {
  'an.title': 'Your opinion on {n} hamlet {n|name|names}',
  'an.sub': '{issuer} asks {unit} · answer by {day}',
  'an.about': 'These names are only proposed. A hamlet is renamed by a resolution of the council, not before.',
  'an.sent': 'Sent at {at}.',
  'an.sentMore': 'It can be changed and sent again until {day}.',
  'an.late': 'The day to answer by was {day}.',
  'an.settled': '{issuer} no longer asks about these names.',
  'an.col.now': 'Name now',
  'an.col.proposed': 'Proposed name',
  'an.col.opinion': 'What the commune says',
  'an.opinionOf': 'About the new name of {hamlet}',
  'an.agree': 'Agree',
  'an.other': 'Something else',
  'an.otherName': 'Another name for {hamlet}',
  'an.otherNameShort': 'Another name',
  'an.remark': 'Remark or reason for {hamlet}',
  'an.remarkShort': 'Remark or reason',
  'an.before': 'Before, of “{name}”: {said}',
  'an.none': 'Not answered',
  'an.agreeAll': 'Agree to the names that are left',
  'an.left': '{n} {n|hamlet|hamlets} left',
  'an.send': 'Send',
  'an.sendAgain': 'Send again',
  'an.done': 'Sent for {n} {n|hamlet|hamlets}.',
};
