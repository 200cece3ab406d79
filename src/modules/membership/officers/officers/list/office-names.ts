/** How lists of officers name posts. */
import { listedRoles, type AppointedRole } from '#contracts/access/office-roles';
import { foldMarks } from '#i18n/fold';
import { officeTitlesVi } from '#i18n/words/office-titles.vi';

/** A post is kept under its Vietnamese name, whoever writes it down. */
export const titleOf = (role: AppointedRole): string => officeTitlesVi[role];

const others: Readonly<Record<string, AppointedRole>> = {
  'dau moi': 'focal_officer',
  'can bo dau moi xa': 'focal_officer',
  'can bo dau moi chuyen doi so': 'focal_officer',
  'can bo dau moi cap xa': 'focal_officer',
  'uy vien': 'committee_member',
  'uy vien bcd': 'committee_member',
  'thanh vien ban chi dao': 'committee_member',
  'can bo cap tinh': 'province_officer',
  'chuyen vien tinh': 'province_officer',
  'can bo cap huyen': 'district_officer',
  'quan tri he thong': 'admin',
  'quan tri vien': 'admin',
};
const names: Readonly<Record<string, AppointedRole>> = {
  ...others,
  ...Object.fromEntries(listedRoles.map((role) => [foldMarks(titleOf(role)), role])),
};

export const roleNamed = (text: string): AppointedRole | undefined => names[foldMarks(text)];
