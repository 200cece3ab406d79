/** English of the words about a post whose unit has ended. */
import type { pastVi } from './past.vi.ts';

export const pastEn: Record<keyof typeof pastVi, string> = {
  'past.text': '{unit} ended with {day}. Its files until then can be read until {until}, and nothing can be changed.',
  'past.teams': 'Teams of {day}',
};
