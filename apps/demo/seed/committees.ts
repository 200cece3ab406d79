/** Steering committees: the commune's chair or vice chair, the Youth Union's secretary, the focal officer and others. */
import type { Affiliation } from '#contracts/enums';
import { mainCommune, type CommuneSeed } from './places.ts';
import { People } from './people.ts';

export interface CommitteeSeed {
  fullName: string;
  phone: string;
  position: string;
  affiliation: Affiliation;
  role: 'committee_member' | 'focal_officer';
}

const seats: Omit<CommitteeSeed, 'fullName' | 'phone'>[] = [
  { position: 'Chủ tịch UBND {unit}', affiliation: 'commune_chair', role: 'committee_member' },
  { position: 'Công chức Văn hóa - Xã hội', affiliation: 'commune_officer', role: 'focal_officer' },
  { position: 'Bí thư Đoàn {unit}', affiliation: 'youth_union', role: 'committee_member' },
  { position: 'Công chức Tư pháp - Hộ tịch', affiliation: 'commune_officer', role: 'committee_member' },
];

const mainSeats: Omit<CommitteeSeed, 'phone'>[] = [
  { fullName: 'Đỗ Minh Hải', position: 'Phó Chủ tịch UBND xã', affiliation: 'commune_chair', role: 'committee_member' },
  {
    fullName: 'Phạm Thị Thu Hà',
    position: 'Công chức Văn hóa - Xã hội',
    affiliation: 'commune_officer',
    role: 'focal_officer',
  },
  { fullName: 'Lê Quang Hải', position: 'Bí thư Đoàn xã', affiliation: 'youth_union', role: 'committee_member' },
  {
    fullName: 'Hoàng Thị Mai',
    position: 'Công chức Tư pháp - Hộ tịch',
    affiliation: 'commune_officer',
    role: 'committee_member',
  },
  { fullName: 'Trần Văn Dũng', position: 'Trưởng Công an xã', affiliation: 'police', role: 'committee_member' },
];

export function committeeOf(commune: CommuneSeed, index: number): CommitteeSeed[] {
  const people = new People(Number(commune.code) + 7, 2000 + index);
  if (commune.name === mainCommune) return mainSeats.map((seat) => ({ ...seat, phone: people.person().phone }));
  return seats.map((seat) => ({
    ...seat,
    ...people.person(),
    position: seat.position.replace('{unit}', commune.type),
  }));
}
