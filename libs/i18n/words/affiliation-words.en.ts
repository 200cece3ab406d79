import type { affiliationWordsVi } from './affiliation-words.vi.ts';

export const affiliationWordsEn: Record<keyof typeof affiliationWordsVi, string> = {
  'affiliation.hamlet_head': 'Hamlet head',
  'affiliation.youth_union': 'Youth Union',
  'affiliation.party_cell': 'Party cell',
  'affiliation.front': 'Fatherland Front',
  'affiliation.women_union': 'Women’s Union',
  'affiliation.farmers_union': 'Farmers’ Union',
  'affiliation.veterans': 'Veterans',
  'affiliation.police': 'Police',
  'affiliation.teacher': 'Teacher',
  'affiliation.health_worker': 'Health worker',
  'affiliation.commune_chair': 'Commune chair',
  'affiliation.commune_officer': 'Commune officer',
  'affiliation.other': 'Other',
};
