/**
 * The catalogue of task templates: the 22 pieces of work of section 2 of the district's guidance of 2022, and five that
 * follow from its sections 3, 4 and 6. Wording is dated: change it by adding a version with a later `from`, and the
 * loader closes the one before on that day.
 */
import { economy } from './economy-templates.ts';
import { communication, government } from './government-templates.ts';
import { network } from './network-templates.ts';
import { outreach, skills } from './society-templates.ts';
import type { TemplateVersion } from './template-version.ts';

/** Day of official letter 577, which the guidance carries out. */
const start = '2022-03-28';

export const templates: readonly TemplateVersion[] = [
  ...communication,
  ...government,
  ...economy,
  ...outreach,
  ...skills,
  ...network,
].map((words) => ({ from: start, ...words }));
