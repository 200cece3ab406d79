/** A list of officers from a file: read, checked row by row, and what is right of it written. */
import { z } from 'zod';
import { textEncodings } from '../enums.ts';
import { count, day, id } from '../primitives.ts';
import { route } from '../route.ts';
import { officerChoices, officerFields, officerFindings } from './office-roles.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const cell = (max: number) => z.string().trim().normalize('NFC').max(max);

/** A row as the file has it, with what was decided about it. */
export const OfficerLine = z
  .strictObject({
    row: z.int().min(1).max(10_000_000),
    fullName: cell(200),
    phone: cell(100),
    email: cell(200),
    post: cell(200),
    /** A code or a name. */
    unit: cell(300),
    /** The last day of who stands in for the focal officer. */
    standIn: cell(60),
    /** Which unit is meant, where the text does not say it. */
    unitId: id.optional(),
    person: z.enum(['same', 'new']).optional(),
    elsewhere: z.enum(['both', 'end']).optional(),
  })
  .meta({ id: 'OfficerLine' });

const NamedUnit = z
  .object({
    id,
    fullName: z.string(),
    code: z.string().nullable(),
    /** The units that it stood in or was made of before, which tell it apart from one of its name. */
    former: z.string().nullable(),
  })
  .meta({ id: 'NamedUnit' });

const OfficerFinding = z
  .object({
    row: z.int(),
    field: z.enum(officerFields),
    code: z.enum(officerFindings),
    params: z.record(z.string(), z.string()),
    /** Keeps the row back until it is mended or chosen. */
    open: z.boolean(),
    choices: z.array(z.enum(officerChoices)),
    /** Which units could be meant. */
    units: z.array(NamedUnit),
  })
  .meta({ id: 'OfficerFinding' });

/** What one request sends back. */
export const MOST_OFFICER_LINES = 20_000;
const lines = z.array(OfficerLine).min(1).max(MOST_OFFICER_LINES);

export const officerListRoutes = {
  officerTemplate: route({
    method: 'GET',
    path: '/officers-template',
    summary: 'Empty workbook for a list of officers',
    access: 'self',
    produces: WORKBOOK,
  }),
  readOfficerList: route({
    method: 'POST',
    path: '/units/{unitId}/officers/import/file',
    summary: 'Reads a list of officers (.xlsx, .ods, .xls, .csv) and writes nothing',
    access: 'post.manage',
    upload: 'csv',
    query: z.strictObject({ encoding: z.enum(textEncodings).optional() }),
    response: z.object({ lines: z.array(OfficerLine) }).meta({ id: 'OfficerListFile' }),
  }),
  importOfficers: route({
    method: 'POST',
    path: '/units/{unitId}/officers/import',
    summary:
      'Officers of a list at the unit and below from a day on: rows without an open finding are written together, the others are left; the same list twice gives nothing twice',
    access: 'post.manage',
    command: true,
    bodyKb: 6144,
    body: z.strictObject({ from: day, dryRun: z.boolean().default(true), lines }).meta({ id: 'OfficerImport' }),
    response: z
      .object({
        /** Rows that are right: written, or with dryRun to be written. */
        ready: count,
        /** People among them who are new. */
        newPeople: count,
        /** Rows whose post is held by this person already. */
        already: count,
        /** Rows with an open finding. */
        left: count,
        findings: z.array(OfficerFinding),
      })
      .meta({ id: 'OfficerImportReport' }),
  }),
  noteOfficers: route({
    method: 'POST',
    path: '/units/{unitId}/officers/import/notes',
    summary: 'The rows that are left as a workbook with a note at each, to be mended and read again',
    access: 'post.manage',
    bodyKb: 6144,
    body: z.strictObject({ from: day, lines }).meta({ id: 'OfficerNotes' }),
    produces: WORKBOOK,
  }),
};
