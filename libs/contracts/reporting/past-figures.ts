/** Figures of months and years before the records: from a workbook, with who says so and from where, taken back as a whole. */
import { z } from 'zod';
import { textEncodings } from '../enums.ts';
import { count, id, instant, month, page, pageQuery, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { documentTypes } from './documents.ts';
import { FigurePair, ReportIndicator } from './shapes.ts';

export const pastFindings = [
  'unitUnknown',
  'unitAmbiguous',
  'unitFollowed',
  'unitEnded',
  'unitLater',
  'periodMissing',
  'periodBad',
  'periodAhead',
  'periodRecorded',
  'alreadyImported',
  'cellTwice',
  'notNumber',
  'formulaError',
  'formulaOpen',
  'merged',
  'negative',
  'notWhole',
  'tooLarge',
  'numberAsText',
  'wholeMissing',
  'wholeZero',
  'partAboveWhole',
  'totalDiffers',
] as const;

/** A month, or a whole year. */
export const pastPeriod = z.string().regex(/^(19|20|21)\d\d(-(0[1-9]|1[0-2]))?$/);
/** What one file may have: rows times the columns that are taken. */
export const MOST_PAST_LINES = 10_000;
export const MOST_PAST_COLUMNS = 256;
export const MOST_PAST_CELLS = 200_000;
/** So many findings are named; the others come up when these are settled. */
export const MOST_PAST_FINDINGS = 1_000;

const cell = (max: number) => z.string().trim().normalize('NFC').max(max);
const letters = z.string().regex(/^[A-Z]{1,3}$/);
const code = z.string().regex(/^[A-Z]{2}\d{2}$/);

const PastColumn = z
  .strictObject({
    at: letters,
    head: cell(300),
    /** Which indicator it is; null: it is not taken. */
    code: code.nullable(),
    /** Of a ratio two columns are needed: how many, and of how many. */
    part: z.enum(['count', 'whole']),
  })
  .meta({ id: 'PastColumn' });

const PastLine = z
  .strictObject({
    row: z.int().min(1).max(10_000_000),
    /** A name, or a code. */
    unit: cell(300),
    code: cell(40),
    period: cell(60),
    /**
     * In the order of the columns. A text cell begins with ', an error with #, a formula without a result with =, a merged value
     * with &.
     */
    cells: z.array(cell(110)).max(MOST_PAST_COLUMNS),
    unitId: id.optional(),
    /** Of a unit that has ended: it is told beside its heir, not within it. */
    apart: z.boolean().optional(),
  })
  .meta({ id: 'PastLine' });

const PastFinding = z
  .object({
    row: z.int(),
    /** `unit`, `period`, or a column. */
    field: z.string(),
    code: z.enum(pastFindings),
    params: z.record(z.string(), z.string()),
    /** Nothing is written while it stands. */
    open: z.boolean(),
    units: z.array(z.object({ id, fullName: z.string(), code: z.string().nullable(), former: z.string().nullable() })),
  })
  .meta({ id: 'PastFinding' });

const PastImport = z
  .object({
    id,
    unit: UnitRef,
    fileName: z.string(),
    source: z.string(),
    figures: count,
    units: count,
    /** In order. */
    periods: z.array(z.string()),
    by: PersonRef,
    at: instant,
    takenBack: z.object({ by: PersonRef, at: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'PastImport' });

const CodePairs = z.array(z.object({ code: z.string(), pair: FigurePair }));
/** From where a sum is, of how many communes of then, and of how many it would be all. The two kinds are never added. */
const YearAgo = z.object({
  from: z.enum(['records', 'imported']),
  known: count,
  of: count,
  figures: CodePairs,
  /** Of what was imported. */
  sources: z.array(z.object({ importId: id, source: z.string(), by: PersonRef, at: instant })),
});

export const pastFigureRoutes = {
  pastFigureForm: route({
    method: 'GET',
    path: '/units/{unitId}/past-figures/form',
    summary: "A workbook to be filled in: the unit's communes of then by the indicators of today",
    access: 'report.write',
    query: z.strictObject({ period: pastPeriod }),
    produces: documentTypes[2],
  }),
  readPastFigures: route({
    method: 'POST',
    path: '/units/{unitId}/past-figures/file',
    summary:
      'Reads a table of units by indicators (.xlsx, .ods, .xls, .csv), says what each column may be and writes nothing',
    access: 'report.write',
    upload: 'workbook',
    query: z.strictObject({
      encoding: z.enum(textEncodings).optional(),
      /** Which of the file's tables, the first by default. */
      table: z.coerce.number().int().min(0).max(200).default(0),
    }),
    response: z
      .object({
        sheet: z.string(),
        headRow: z.int(),
        columns: z.array(PastColumn),
        lines: z.array(PastLine),
        /** Whether the rows say of when they are. */
        hasPeriods: z.boolean(),
        /** All tables of the file, this one among them. */
        tables: z.array(z.object({ sheet: z.string(), headRow: z.int() })),
        indicators: z.array(ReportIndicator),
      })
      .meta({ id: 'PastFile' }),
  }),
  importPastFigures: route({
    method: 'POST',
    path: '/units/{unitId}/past-figures/import',
    summary:
      'Figures of earlier months or years by a table, all or nothing: no doubt may stand, and nothing is written over',
    access: 'report.write',
    command: true,
    bodyKb: 8192,
    body: z
      .strictObject({
        dryRun: z.boolean().default(true),
        fileName: cell(200).min(1),
        /** The paper that the figures are from; asked for when they are written. */
        source: cell(1000).default(''),
        /** Of rows that do not say of when they are. */
        period: pastPeriod.nullable(),
        columns: z.array(PastColumn).min(1).max(MOST_PAST_COLUMNS),
        lines: z.array(PastLine).min(1).max(MOST_PAST_LINES),
      })
      .meta({ id: 'PastImportInput' }),
    response: z
      .object({
        /** Of what was written; null for a look. */
        importId: id.nullable(),
        /** Places that hold it back. */
        open: count,
        findings: z.array(PastFinding),
        /** Findings that are not named yet. */
        more: count,
        figures: count,
        units: count,
        periods: z.array(z.string()),
        /** Cells in which nothing is reported: that is not 0. */
        blank: count,
        /** Rows that sum up others; they are compared and not taken. */
        totals: count,
      })
      .meta({ id: 'PastImportReport' }),
  }),
  pastImports: route({
    method: 'GET',
    path: '/units/{unitId}/past-imports',
    summary: 'Files of earlier figures that were imported for the unit or for one below it, the last first',
    access: 'report.read',
    query: z.strictObject(pageQuery),
    response: page(PastImport).meta({ id: 'PastImportPage' }),
  }),
  pastImportFigures: route({
    method: 'GET',
    path: '/units/{unitId}/past-imports/{importId}/figures',
    summary: 'What a file said: by the units of then, and what each of them is today',
    access: 'report.read',
    query: z.strictObject(pageQuery),
    response: page(
      z.object({
        /** As it was called then. */
        unit: UnitRef,
        /** What it is today, where that is another. */
        heirs: z.array(UnitRef),
        period: z.string(),
        figures: CodePairs,
      }),
    )
      .extend({ indicators: z.array(ReportIndicator) })
      .meta({ id: 'PastImportFigures' }),
  }),
  takeBackPastImport: route({
    method: 'POST',
    path: '/units/{unitId}/past-imports/{importId}/take-back',
    summary: 'A file as a whole is read no more; what it said is kept, with who took it back and why',
    access: 'report.write',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'TakeBackPastImport' }),
    response: z.object({ figures: count }).meta({ id: 'PastImportTakenBack' }),
  }),
  yearAgo: route({
    method: 'GET',
    path: '/units/{unitId}/year-ago',
    summary:
      'The same months a year before, of what the unit was made of then: from the reports that were sent, else from what was imported',
    access: 'report.read',
    query: z.strictObject({ month, count: z.coerce.number().int().min(1).max(12).default(1) }),
    response: z
      .object({
        unit: UnitRef,
        /** In order, the last that of `month`; null where nothing is known. */
        months: z.array(z.object({ month, before: z.string(), ago: YearAgo.nullable() })),
        /** The whole year before that of `month`, where it was imported as one. */
        year: z.object({ year: z.string(), ago: YearAgo }).nullable(),
        indicators: z.array(ReportIndicator),
      })
      .meta({ id: 'YearAgo' }),
  }),
};
