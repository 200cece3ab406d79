import { affiliationWordsVi } from '../../words/affiliation-words.vi.ts';

/** Words of the console: teams and members. `{n}` puts a value in; `{n|one|other}` chooses by number. */
export const peopleVi = {
  ...affiliationWordsVi,
  'status.needsStrengthening': 'Cần kiện toàn',
  'role.leader': 'Tổ trưởng',
  'role.deputy': 'Tổ phó',
  'role.member': 'Thành viên',
  'affiliation.short.hamlet_head': 'Trưởng thôn',
  'affiliation.short.youth_union': 'Đoàn TN',
  'affiliation.short.party_cell': 'Chi bộ',
  'affiliation.short.front': 'Mặt trận',
  'affiliation.short.women_union': 'Phụ nữ',
  'affiliation.short.farmers_union': 'Nông dân',
  'affiliation.short.veterans': 'Cựu chiến binh',
  'affiliation.short.police': 'Công an',
  'affiliation.short.teacher': 'Giáo viên',
  'affiliation.short.health_worker': 'Y tế',
  'affiliation.short.commune_chair': 'Chủ tịch UBND',
  'affiliation.short.commune_officer': 'Cán bộ xã',
  'affiliation.short.other': 'người khác',
  'gap.minMembers': 'Dưới {n} người',
  'gap.missing': 'Thiếu {what}',
  'gap.tooMany': 'Thừa {what}',
} as const;
