/** Where a company or union serves, from a file: read, checked row by row, and written as a whole or not at all. */
import { z } from 'zod';
import { textEncodings } from '../enums.ts';
import { count, day, id, reckonedDay, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

const cell = (max: number) => z.string().trim().normalize('NFC').max(max);

export const coverageFields = ['commune', 'hamlet', 'from', 'till'] as const;
/** What can be said of a row; all but the last two hold the list back. */
export const coverageFindings = [
  'communeMissing',
  'communeUnknown',
  'communeAmbiguous',
  'hamletUnknown',
  'hamletAmbiguous',
  'dayBad',
  'tillBeforeFrom',
  'contradicts',
  'rowTwice',
  'fromPast',
] as const;
export type CoverageFindingKind = (typeof coverageFindings)[number];

/** A row as the file has it, with what was decided about it. */
export const CoverageLine = z
  .strictObject({
    row: z.int().min(1).max(10_000_000),
    /** A code or a name; of a hamlet that is named by its code it may be missing. */
    commune: cell(300),
    /** Empty: the whole commune. */
    hamlet: cell(300),
    from: cell(60),
    /** The last day. */
    till: cell(60),
    /** Which unit is meant, where the text does not say it. */
    unitId: id.optional(),
  })
  .meta({ id: 'CoverageLine' });

const CoverageFinding = z
  .object({
    row: z.int(),
    field: z.enum(coverageFields),
    code: z.enum(coverageFindings),
    params: z.record(z.string(), z.string()),
    /** Nothing is written while it stands. */
    open: z.boolean(),
    /** Which units could be meant. */
    units: z.array(z.object({ id, fullName: z.string(), code: z.string().nullable(), former: z.string().nullable() })),
  })
  .meta({ id: 'CoverageFinding' });

/** What one request sends back. */
export const MOST_COVERAGE_LINES = 20_000;
const lines = z.array(CoverageLine).min(1).max(MOST_COVERAGE_LINES);

export const coverageListRoutes = {
  readCoverageList: route({
    method: 'POST',
    path: '/units/{unitId}/coverage/import/file',
    summary: 'Reads where a provider serves (.xlsx, .ods, .xls, .csv: commune, hamlet, days) and writes nothing',
    access: 'unit.manage',
    upload: 'csv',
    query: z.strictObject({ encoding: z.enum(textEncodings).optional() }),
    response: z.object({ lines: z.array(CoverageLine) }).meta({ id: 'CoverageListFile' }),
  }),
  importCoverage: route({
    method: 'POST',
    path: '/units/{unitId}/coverage/import',
    summary:
      'What a provider covers at the unit and below by a list, all or nothing; what the list does not name stays as it is; the same list twice changes nothing',
    access: 'unit.manage',
    command: true,
    bodyKb: 4096,
    body: z
      .strictObject({
        providerId: id,
        /** For rows without a day of their own. */
        from: day,
        dryRun: z.boolean().default(true),
        lines,
      })
      .meta({ id: 'CoverageImport' }),
    response: z
      .object({
        /** How many rows hold the list back. */
        open: count,
        findings: z.array(CoverageFinding),
        /** Communes whose coverage changes: of how many hamlets, today and when all rows of it have begun. */
        communes: z.array(
          z.object({
            unit: UnitRef,
            hamlets: count,
            before: count,
            after: count,
            /** When the last row of it has ended, and what is covered then. */
            ended: z.object({ on: reckonedDay, hamlets: count }).nullable(),
          }),
        ),
        /** Communes of the list in which nothing changes. */
        unchanged: count,
        written: z.boolean(),
      })
      .meta({ id: 'CoverageImportReport' }),
  }),
};
