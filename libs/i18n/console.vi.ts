/** The console's words in Vietnamese, save those that come with screens which load later; the keys type all other languages. */
import { generalVi } from './console/general.vi.ts';
import { followVi } from './console/follow.vi.ts';
import { frameVi } from './console/frame.vi.ts';
import { peopleVi } from './console/people.vi.ts';
import { workVi } from './console/work.vi.ts';

export const consoleVi = {
  ...frameVi,
  ...peopleVi,
  ...workVi,
  ...followVi,
  ...generalVi,
};
