/** Official lists of units: read, looked at, written as a whole, and taken back. */
import { z } from 'zod';
import { textEncodings, unitKinds } from '../../enums.ts';
import { count, day, id, instant, name, reason } from '../../primitives.ts';
import { route } from '../../route.ts';

const unitFindings = [
  'renamed',
  'moved',
  'codeReused',
  'nameKnown',
  'sameName',
  'missing',
  'codeTwice',
  'parentMissing',
  'twoRoots',
  'cycle',
] as const;
/** keep: as it stands, the line is left out. instead: this line, not the earlier one. here: directly below the unit. */
const unitChoices = ['same', 'new', 'keep', 'instead', 'here', 'both', 'end'] as const;

const UnitLine = z
  .strictObject({
    row: z.int().min(1).max(10_000_000),
    code: z.string().regex(/^\d{1,10}$/),
    name,
    type: name,
    /** Empty: directly below the unit. */
    parentCode: z.string().max(20),
  })
  .meta({ id: 'UnitLine' });

const UnitListFile = z
  .object({
    /** Counted from 1. */
    headerRow: z.int(),
    header: z.array(z.string()),
    /** The first values below each head. */
    samples: z.array(z.array(z.string())),
    /** Which column is which; null where there is none, or where the heads do not say and nobody has said yet. */
    columns: z.object({
      code: z.int().nullable(),
      name: z.int().nullable(),
      type: z.int().nullable(),
      parent: z.int().nullable(),
    }),
    lines: z.array(UnitLine),
    /** Lines that cannot be used, each by its first fault. */
    findings: z.array(
      z.object({ row: z.int(), column: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()) }),
    ),
  })
  .meta({ id: 'UnitListFile' });

const FoundUnit = z.object({ id, fullName: z.string(), code: z.string().nullable() }).meta({ id: 'FoundUnit' });
const UnitFinding = z
  .object({
    key: z.string(),
    what: z.enum(unitFindings),
    /** Null: it stands in the tree and not in the file. */
    row: z.int().nullable(),
    code: z.string().nullable(),
    /** What the file calls it. */
    file: z.string().nullable(),
    /** What stands under this code or name, and what else is meant by it. */
    known: FoundUnit.nullable(),
    other: FoundUnit.nullable(),
    choices: z.array(z.enum(unitChoices)),
    /** Null: it is a question, and has to be answered. */
    proposal: z.enum(unitChoices).nullable(),
    /** What is to be done by the decisions of the request; null while it is open. */
    choice: z.enum(unitChoices).nullable(),
  })
  .meta({ id: 'UnitFinding' });

export const ImportReport = z
  .object({
    /** Of what was written, to take it back; null for a look and where nothing changed. */
    importId: id.nullable(),
    created: count,
    changed: count,
    unchanged: count,
    ended: count,
    /** How many findings are still without a decision; nothing is written before there are none. */
    open: count,
    findings: z.array(UnitFinding),
  })
  .meta({ id: 'ImportReport' });

export const unitListRoutes = {
  readUnitList: route({
    method: 'POST',
    path: '/units/{unitId}/import/file',
    summary: 'Reads an official list (.csv, .xlsx, .ods: code, name, type, parent code) and writes nothing',
    access: 'unit.manage',
    upload: 'csv',
    query: z.strictObject({
      kind: z.enum(unitKinds),
      encoding: z.enum(textEncodings).optional(),
      /** Which column is code, name, type and parent code, counted from 0: "0,2,-,4"; - for none. */
      columns: z
        .string()
        .regex(/^(\d{1,3}|-)(,(\d{1,3}|-)){3}$/)
        .optional(),
      /** In which row the heads stand, counted from 1; with `columns`. */
      headerRow: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    response: UnitListFile,
  }),
  unitListForm: route({
    method: 'GET',
    path: '/unit-list-form',
    summary: 'An empty list of units to be filled in, as a workbook',
    access: 'self',
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  importUnits: route({
    method: 'POST',
    path: '/units/{unitId}/import',
    summary:
      'Units of a list below a unit from a day on, all or nothing: no finding without a decision; the same list twice changes nothing',
    access: 'unit.manage',
    command: true,
    bodyKb: 8192,
    body: z
      .strictObject({
        kind: z.enum(unitKinds),
        from: day,
        basis: reason,
        dryRun: z.boolean().default(true),
        lines: z.array(UnitLine).min(1).max(50_000),
        decisions: z
          .array(
            z.strictObject({
              key: z.string().max(60),
              choice: z.enum(unitChoices),
              into: z.string().max(20).optional(),
            }),
          )
          .max(50_000)
          .default([]),
        /** What has a proposal and no decision is done as proposed; questions stay open. */
        takeProposals: z.boolean().default(false),
      })
      .meta({ id: 'UnitImport' }),
    response: ImportReport,
  }),
  unitImports: route({
    method: 'GET',
    path: '/units/{unitId}/imports',
    summary: 'The latest lists that were written at a unit, the last one first',
    access: 'unit.manage',
    whole: 'the last twenty',
    response: z.array(
      z
        .object({
          id,
          from: day,
          basis: z.string(),
          created: count,
          changed: count,
          ended: count,
          writtenAt: instant,
          takenBackAt: instant.nullable(),
        })
        .meta({ id: 'UnitImportMade' }),
    ),
  }),
  takeBackUnitImport: route({
    method: 'POST',
    path: '/units/{unitId}/imports/{importId}/take-back',
    summary:
      'Puts the tree back as it was before a list, unless its units were changed since or something rests on new ones',
    access: 'unit.manage',
    command: true,
    response: z.object({ removed: count, restored: count }).meta({ id: 'UnitImportTakenBack' }),
  }),
};
