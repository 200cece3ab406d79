/**
 * What a member of a team can help with; stored data. None tells of age or health. Which language it is, is not asked; that
 * one speaks it may be said by the person only. Free of zod.
 */
export const skills = [
  'smartphone',
  'public_services',
  'payment',
  'e_commerce',
  'safety',
  'outreach',
  'teaching',
  'ethnic_language',
] as const;
export type Skill = (typeof skills)[number];

/** What a leader or an officer may write beside a member. */
export const skillsOfOthers = skills.filter((skill) => skill !== 'ethnic_language');

export const MOST_SKILLS = 6;
