/** The console's words in Vietnamese, save those that come with screens which load later; the keys type all other languages. */
import { generalVi } from './console/frame/general.vi.ts';
import { followVi } from './console/tasks/follow.vi.ts';
import { frameVi } from './console/frame/frame.vi.ts';
import { peopleVi } from './console/membership/people.vi.ts';
import { workVi } from './console/tasks/work.vi.ts';

export const consoleVi = {
  ...frameVi,
  ...peopleVi,
  ...workVi,
  ...followVi,
  ...generalVi,
};
