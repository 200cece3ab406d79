import type { Affiliation } from '#contracts/enums';

/** Where somebody comes from whom a rule asks for. */
export const affiliationWordsVi = {
  'affiliation.hamlet_head': 'Trưởng thôn',
  'affiliation.youth_union': 'Đoàn Thanh niên',
  'affiliation.party_cell': 'Chi bộ',
  'affiliation.front': 'Mặt trận',
  'affiliation.women_union': 'Hội Phụ nữ',
  'affiliation.farmers_union': 'Hội Nông dân',
  'affiliation.veterans': 'Hội Cựu chiến binh',
  'affiliation.police': 'Công an',
  'affiliation.teacher': 'Giáo viên',
  'affiliation.health_worker': 'Y tế thôn',
  'affiliation.commune_chair': 'Chủ tịch UBND xã',
  'affiliation.commune_officer': 'Cán bộ, công chức xã',
  'affiliation.other': 'Khác',
} as const satisfies Record<`affiliation.${Affiliation}`, string>;
