/** Contact cards of offices: how a commune, a district or a province is called, by whoever belongs to it. */
import { z } from 'zod';
import { officerRoles, textEncodings } from '../../enums.ts';
import { count, day, id, page, pageQuery, UnitRef } from '../../primitives.ts';
import { route } from '../../route.ts';
import { officeDoubts, officeFilters } from '../office-kinds.ts';

export const officeFindings = [
  'officeUnknown',
  'officeAmbiguous',
  'officeTwice',
  'phoneMissing',
  'phoneBad',
  'phonePersonal',
  'phoneShared',
  'emailBad',
] as const;
const cell = (max: number) => z.string().trim().normalize('NFC').max(max);
const words = (max: number) => cell(max).min(1).nullable();

const OfficeCard = z
  .object({
    unit: UnitRef,
    code: z.string().nullable(),
    /** What is written on the card; null while there is none. */
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    hours: z.string().nullable(),
    address: z.string().nullable(),
    answeredBy: z.enum(officerRoles).nullable(),
    /** Who holds the post that answers, today. */
    answerer: z.string().nullable(),
    /** Somebody said that a number that looks like a person's is the office's. */
    isOffice: z.boolean(),
    checkedOn: day.nullable(),
    changedOn: day.nullable(),
    /** The day on which somebody called and nobody answered; null once it was said to be right, or changed. */
    unansweredOn: day.nullable(),
    doubts: z.array(z.enum(officeDoubts)),
    sharedWith: z.string().nullable(),
  })
  .meta({ id: 'OfficeCard' });

/** What one request sends back. */
export const MOST_OFFICE_LINES = 2_000;
const OfficeLine = z
  .strictObject({
    row: z.int().min(1).max(10_000_000),
    /** A name or a code. */
    office: cell(300),
    phone: cell(300),
    email: cell(300),
    hours: cell(300),
    address: cell(300),
    isOffice: z.boolean().default(false),
    unitId: id.optional(),
  })
  .meta({ id: 'OfficeLine' });
const OfficeFinding = z
  .object({
    row: z.int(),
    field: z.enum(['office', 'phone', 'email']),
    code: z.enum(officeFindings),
    params: z.record(z.string(), z.string()),
    /** Nothing is written while it stands. */
    open: z.boolean(),
    units: z.array(z.object({ id, fullName: z.string(), code: z.string().nullable() })),
  })
  .meta({ id: 'OfficeFinding' });

export const officeRoutes = {
  officeCards: route({
    method: 'GET',
    path: '/units/{unitId}/offices',
    summary: 'Contact cards of a unit and of all below it that are no hamlets; who lacks most comes first',
    access: 'committee.manage',
    query: z.strictObject({
      ...pageQuery,
      filter: z.enum(officeFilters).default('all'),
      /** Part of a name or of a number, or a code. */
      q: z.string().max(100).default(''),
    }),
    response: page(OfficeCard)
      .extend({ counts: z.object({ all: count, none: count, look: count }) })
      .meta({ id: 'OfficeCards' }),
  }),
  officeCard: route({
    method: 'GET',
    path: '/units/{unitId}/office',
    summary: "A unit's contact card, and on how many members' cards its number stands",
    access: 'committee.manage',
    response: OfficeCard.extend({ members: count }).meta({ id: 'OneOfficeCard' }),
  }),
  setOffice: route({
    method: 'PUT',
    path: '/units/{unitId}/office',
    summary: "A unit's contact card from today on; what was before stays in its history",
    access: 'committee.manage',
    command: true,
    body: z
      .strictObject({
        phone: words(40),
        email: z.email().max(200).nullable(),
        hours: words(120),
        address: words(300),
        answeredBy: z.enum(officerRoles).nullable(),
        /** "Đây là số của cơ quan": a mobile number is taken for a person's without it. */
        isOffice: z.boolean().default(false),
      })
      .meta({ id: 'OfficeInput' }),
  }),
  checkOffice: route({
    method: 'POST',
    path: '/units/{unitId}/office/check',
    summary: 'The card is still right today',
    access: 'committee.manage',
    command: true,
  }),
  officeUnanswered: route({
    method: 'POST',
    path: '/units/{unitId}/office/unanswered',
    summary:
      'Somebody called and nobody answered: whose card it is sees it until they say that it is right, or change it',
    access: 'committee.manage',
    command: true,
  }),
  readOfficeList: route({
    method: 'POST',
    path: '/units/{unitId}/offices/file',
    summary:
      'Reads numbers of offices (.xlsx, .ods, .xls, .csv: office, phone, e-mail, hours, address) and writes nothing',
    access: 'unit.manage',
    upload: 'csv',
    query: z.strictObject({ encoding: z.enum(textEncodings).optional() }),
    response: z.object({ lines: z.array(OfficeLine) }).meta({ id: 'OfficeListFile' }),
  }),
  importOffices: route({
    method: 'POST',
    path: '/units/{unitId}/offices/import',
    summary:
      'Contact cards by a list, all or nothing; what a row leaves blank stays; the same list twice changes nothing',
    access: 'unit.manage',
    command: true,
    bodyKb: 2048,
    body: z
      .strictObject({ dryRun: z.boolean().default(true), lines: z.array(OfficeLine).min(1).max(MOST_OFFICE_LINES) })
      .meta({ id: 'OfficeImport' }),
    response: z
      .object({
        open: count,
        findings: z.array(OfficeFinding),
        /** Offices that get their first number, another one, or keep what they have. */
        first: count,
        changed: count,
        unchanged: count,
        written: z.boolean(),
      })
      .meta({ id: 'OfficeImportReport' }),
  }),
};
