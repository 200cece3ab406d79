import type { agencyVi } from './agency.vi.ts';

export const agencyEn: Record<keyof typeof agencyVi, string> = {
  'agency.signIn': "Sign in with the agency's account",
  'agency.askFactor': 'The agency has confirmed you. Now the second factor.',
  'agency.title': 'Agency accounts',
  'agency.waiting': '{n} {n|account waits|accounts wait} for you',
  'agency.hint':
    "Name and address are what the agency's page says; nobody has checked them here. Call the office back before you tie one.",
  'agency.noName': 'No name given',
  'agency.asked': 'first came {at}',
  'agency.tie': 'Tie to {name}',
  'agency.find': 'Find an officer by name',
  'agency.choose': 'Find and choose a person',
  'agency.refuse': 'Nobody of ours',
  'agency.tied': 'Tied to {name}, who can come in with the agency account from now on.',
  'agency.refused': 'Noted: nobody of ours.',
  'agency.decided': 'Confirmed',
  'agency.of': 'of {name}',
  'agency.nobody': 'nobody of ours',
  'agency.end': 'Take off',
  'agency.endTitle': 'Take off the agency account {name}',
  'agency.endText':
    'Devices that came in with it are signed out at once. The next time it waits to be confirmed again.',
  'agency.ended': 'The agency account was taken off',
};
