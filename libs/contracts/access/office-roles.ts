/** Posts of officers and where each may stand. Free of zod: both apps and the reader of lists import it. */
import type { UnitKind } from '../enums.ts';

export const officeRoles = [
  'admin',
  'province_officer',
  'district_officer',
  'focal_officer',
  'committee_member',
  'trainer',
] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** Trainers come with their company. */
export type AppointedRole = Exclude<OfficeRole, 'trainer'>;

/** What can be given at a unit, the usual first. */
export const rolesAt: Readonly<Record<UnitKind, readonly AppointedRole[]>> = {
  country: ['admin'],
  province: ['admin', 'province_officer'],
  district: ['district_officer', 'admin'],
  commune: ['focal_officer', 'committee_member', 'admin'],
  hamlet: [],
};

/** In the order in which a list of officers offers them. */
export const listedRoles: readonly AppointedRole[] = [
  'focal_officer',
  'committee_member',
  'province_officer',
  'district_officer',
  'admin',
];

/** What a row of a list of officers can need. The open ones keep the row back; notes are told only. */
export const officerFindings = [
  'nameMissing',
  'contactMissing',
  'phoneBad',
  'phoneTwo',
  'emailBad',
  'postMissing',
  'postUnknown',
  'postNotHere',
  'unitMissing',
  'unitUnknown',
  'unitAmbiguous',
  'standInNoDay',
  'standInOver',
  'standInNotFocal',
  'phoneOfOther',
  'emailOfOther',
  'phoneTwice',
  'contactKept',
  'elsewhere',
  'rowTwice',
  'postTwice',
  'postTaken',
] as const;
export type OfficerFindingCode = (typeof officerFindings)[number];

export const officerFields = ['fullName', 'phone', 'email', 'post', 'unit', 'standIn'] as const;
export type OfficerField = (typeof officerFields)[number];

/** same, new: the person who has this number. both, end: the posts elsewhere. */
export const officerChoices = ['same', 'new', 'both', 'end'] as const;
export type OfficerChoice = (typeof officerChoices)[number];
