import { affiliationWordsEn } from '../../words/affiliation-words.en.ts';
import type { peopleVi } from './people.vi.ts';

export const peopleEn: Record<keyof typeof peopleVi, string> = {
  ...affiliationWordsEn,
  'status.needsStrengthening': 'Needs strengthening',
  'role.leader': 'Leader',
  'role.deputy': 'Deputy',
  'role.member': 'Member',
  'affiliation.short.hamlet_head': 'hamlet head',
  'affiliation.short.youth_union': 'Youth Union',
  'affiliation.short.party_cell': 'Party cell',
  'affiliation.short.front': 'Front',
  'affiliation.short.women_union': 'Women’s Union',
  'affiliation.short.farmers_union': 'Farmers’ Union',
  'affiliation.short.veterans': 'Veterans',
  'affiliation.short.police': 'police',
  'affiliation.short.teacher': 'teacher',
  'affiliation.short.health_worker': 'health worker',
  'affiliation.short.commune_chair': 'chair',
  'affiliation.short.commune_officer': 'officer',
  'affiliation.short.other': 'other',
  'gap.minMembers': 'Under {n} people',
  'gap.missing': 'No {what}',
  'gap.tooMany': 'Too many: {what}',
};
