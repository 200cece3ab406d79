import type { agencyVi } from './agency.vi.ts';

export const agencyEn: Record<keyof typeof agencyVi, string> = {
  'agency.signIn': 'Sign in with the agency account',
  'agency.askFactor': 'The agency has confirmed you. Now the second factor.',
  'agency.title': 'Agency accounts',
  'agency.waiting': '{n} {n|account waits|accounts wait} for confirmation',
  'agency.hint':
    "Name and e-mail are from the agency's own page; nobody has checked them here. Call the office back before you link one.",
  'agency.noName': 'No name given',
  'agency.asked': 'first signed in {at}',
  'agency.tie': 'Link to {name}',
  'agency.find': 'Find an officer by name',
  'agency.choose': 'Find and choose a person',
  'agency.refuse': 'Not one of our officers',
  'agency.tied': 'Linked to {name}, who can sign in with the agency account from now on.',
  'agency.refused': 'Noted: not one of our officers.',
  'agency.decided': 'Confirmed',
  'agency.of': 'of {name}',
  'agency.nobody': 'not one of our officers',
  'agency.end': 'Unlink',
  'agency.endTitle': 'Unlink the agency account {name}',
  'agency.endText': 'Devices signed in with it are signed out at once. The next sign-in waits for confirmation again.',
  'agency.ended': 'The agency account was unlinked',
};
