import type { generalVi } from './general.vi.ts';

export const generalEn: Record<keyof typeof generalVi, string> = {
  'signIn.asRole': 'Work as:',
  'signIn.places': '{n} places: {first}…',
  'signIn.past': 'ended, read only',
  'day.asOf': 'As of {day}',
  'day.copies': 'Copies carry the line “as of {day}”',
  'account.title': 'Account',
  'directive.official_letter': 'Official letter',
  'directive.plan': 'Plan',
  'directive.decision': 'Decision',
  'directive.guidance': 'Guidance',
  'directive.resolution': 'Resolution',
};
