/** The Appendix 1 import: a workbook is staged, its doubts settled cell by cell, then written. */
import { z } from 'zod';
import { affiliations, teamRoles } from '../enums.ts';
import { day, DecisionInput, id, instant, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { Gap } from './membership.ts';

/** What a column can be said to be. `given` is what follows the first part of a name; it may stand in two columns. */
export const rosterFields = [
  'stt',
  'team',
  'count',
  'name',
  'given',
  'role',
  'position',
  'phone',
  'phone2',
  'gender',
  'note',
  'skip',
] as const;
const mappedColumn = z.strictObject({
  /** Counted from 0. */
  column: z.int().min(0).max(199),
  field: z.enum(rosterFields),
  /** Of the people that one row names, counted from 0. A later person with an own `team` or `stt` begins the list beside. */
  person: z.int().min(0).max(19).default(0),
});
const severity = z.enum(['must_fix', 'choose', 'auto_fixed', 'info']);
/** `leave_out` drops the finding's row from the import. */
const rosterChoice = z.enum(['take', 'keep', 'typed', 'leave_out']);
/** `group` is equal for findings of one kind that can be settled together, for instance all of one old font. */
export const Finding = z
  .object({
    cell: z.string(),
    sheet: z.string(),
    row: z.int(),
    column: z.string(),
    code: z.string(),
    severity,
    params: z.record(z.string(), z.unknown()),
    original: z.string(),
    proposed: z.string().nullable(),
    options: z.array(z.string()),
    choice: rosterChoice.nullable(),
    value: z.string().nullable(),
    settled: z.boolean(),
    group: z.string().nullable(),
  })
  .meta({ id: 'Finding' });

export const notImportedReasons = [
  'title',
  'header',
  'total',
  'signature',
  'note',
  'hidden',
  'struck',
  'left_out',
  'column',
  'sensitive',
  'sheet',
  'unread',
] as const;

export const RosterImport = z
  .object({
    id,
    unit: UnitRef,
    fileName: z.string(),
    /** The file as it came, for who sent it; null for others and when it is erased. */
    original: z.object({ bytes: z.int() }).nullable(),
    status: z.enum(['staged', 'confirmed', 'discarded']),
    uploadedAt: instant,
    expiresAt: instant,
    headerRow: z.int(),
    sheetName: z.string(),
    columns: z.array(z.string()),
    rows: z.array(
      z.object({
        row: z.int(),
        kind: z.enum(['heading', 'header', 'member', 'group', 'total', 'blank']),
        cells: z.array(z.string()),
        sheet: z.string(),
      }),
    ),
    findings: z.array(Finding),
    droppedColumns: z.array(z.string()),
    /** Every list of the file, with what its columns are taken for and the first values of each. */
    tables: z.array(
      z.object({
        sheet: z.string(),
        headerRow: z.int(),
        heads: z.array(z.string()),
        samples: z.array(z.array(z.string())),
        columns: z.array(z.object({ column: z.int(), field: z.enum(rosterFields), person: z.int() })),
        memberRows: z.int(),
        source: z.enum(['words', 'hand', 'remembered']),
      }),
    ),
    /** Sheets in which no list was recognised, each with its first rows. */
    otherSheets: z.array(z.object({ sheet: z.string(), rows: z.array(z.array(z.string())) })),
    /** What of the file becomes no part of the register. A choice `take` by its cell and code brings it back. */
    notImported: z.array(
      z.object({
        sheet: z.string(),
        cell: z.string(),
        row: z.int(),
        text: z.string(),
        why: z.enum(notImportedReasons),
        cells: z.int(),
        back: z.enum(['row', 'columns']).nullable(),
        code: z.string(),
        taken: z.boolean(),
      }),
    ),
    /** Each cell with a text is one of these; `notImported` may be longer than what is listed. */
    cells: z.object({ filled: z.int(), records: z.int(), findings: z.int(), notImported: z.int() }),
    declared: z.object({ teams: z.int().nullable(), members: z.int().nullable(), directive: z.string().nullable() }),
    teams: z.array(
      z.object({
        name: z.string(),
        unitId: id.nullable(),
        isNewUnit: z.boolean(),
        existingTeamId: id.nullable(),
        /** Under which kind and name the hamlet would be added. */
        newUnit: z.object({ kind: z.string(), name: z.string() }).nullable(),
        members: z.array(
          z.object({
            row: z.int(),
            fullName: z.string(),
            role: z.enum(teamRoles),
            position: z.string().nullable(),
            affiliation: z.enum(affiliations),
            phone: z.string().nullable(),
          }),
        ),
      }),
    ),
    diff: z.object({
      added: z.array(z.string()),
      changed: z.array(z.object({ fullName: z.string(), team: z.string(), fields: z.array(z.string()) })),
      missing: z.array(z.string()),
      unchanged: z.int(),
    }),
    canConfirm: z.boolean(),
    alreadyImported: z.boolean(),
  })
  .meta({ id: 'RosterImport' });

/** A team of the list that would not be whole by the rules of the day of signature. */
const RosterGap = z
  .object({
    /** Of the list's team: it may have no id yet. */
    key: z.string(),
    name: z.string(),
    gaps: z.array(Gap.omit({ fits: true })),
  })
  .meta({ id: 'RosterGap' });

export const rosterRoutes = {
  rosterTemplate: route({
    method: 'GET',
    path: '/roster-template',
    summary: 'Empty Appendix 1 workbook',
    access: 'self',
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  uploadRoster: route({
    method: 'POST',
    path: '/units/{unitId}/roster-imports',
    summary: 'Read an Appendix 1 workbook (.xlsx, .ods, .xls, .csv, at most 10 MB); writes nothing to the register',
    access: 'roster.import',
    upload: 'workbook',
    query: z.strictObject({ fileName: z.string().min(1).max(200) }),
    response: RosterImport,
    status: 201,
  }),
  getRosterImport: route({
    method: 'GET',
    path: '/roster-imports/{importId}',
    summary: 'A staged import with its findings and its difference to the register',
    access: 'roster.import',
    response: RosterImport,
  }),
  chooseInRoster: route({
    method: 'PATCH',
    path: '/roster-imports/{importId}',
    summary: 'Settle findings cell by cell',
    access: 'roster.import',
    bodyKb: 1024,
    body: z
      .strictObject({
        choices: z
          .array(
            z.strictObject({
              cell: z.string().max(80),
              code: z.string().max(80),
              sheet: z.string().max(200).optional(),
              choice: rosterChoice.nullable(),
              value: z.string().max(500).optional(),
            }),
          )
          .max(5000),
      })
      .meta({ id: 'RosterChoices' }),
    response: RosterImport,
  }),
  setRosterColumns: route({
    method: 'PUT',
    path: '/roster-imports/{importId}/columns',
    summary: 'Say which column is which; the file is read again so, and the next one with the same heads',
    access: 'roster.import',
    bodyKb: 256,
    body: z
      .strictObject({
        tables: z
          .array(
            z.strictObject({
              sheet: z.string().max(200),
              headerRow: z.int().min(1).max(1_048_576),
              columns: z.array(mappedColumn).min(1).max(200),
            }),
          )
          .max(50),
      })
      .meta({ id: 'RosterColumns' }),
    response: RosterImport,
  }),
  rosterGaps: route({
    method: 'GET',
    path: '/roster-imports/{importId}/gaps',
    summary: 'Teams of the list that a decision of this day would find incomplete, each with what it lacks',
    access: 'roster.import',
    whole: 'the teams of one list',
    query: z.strictObject({ signedOn: day }),
    response: z.array(RosterGap),
  }),
  confirmRoster: route({
    method: 'POST',
    path: '/roster-imports/{importId}/confirm',
    summary:
      'Write the roster; with a decision its teams become active, but for those that lack somebody and were not looked at: they stay drafts, as all do without one',
    access: 'roster.import',
    command: true,
    bodyKb: 512,
    body: z
      .strictObject({
        decision: DecisionInput.optional(),
        from: day.optional(),
        /** Teams of the list, by their keys, that the officer activates though they lack somebody. */
        knowsOfGaps: z.array(z.string().max(300)).max(5000).default([]),
      })
      .meta({ id: 'ConfirmRoster' }),
    response: z
      .object({
        teamsCreated: z.int(),
        unitsCreated: z.int(),
        added: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        activated: z.int(),
        /** With a decision: teams that lack somebody and stay drafts. */
        leftDraft: z.int().optional(),
      })
      .meta({ id: 'RosterResult' }),
  }),
  discardRoster: route({
    method: 'DELETE',
    path: '/roster-imports/{importId}',
    summary: 'Forget a staged import and its file',
    access: 'roster.import',
    status: 204,
  }),
  originalRoster: route({
    method: 'GET',
    path: '/roster-imports/{importId}/file',
    summary: 'The uploaded file as it came, for who sent it, until the import is confirmed or discarded',
    access: 'roster.import',
    produces: 'application/octet-stream',
  }),
  annotatedRoster: route({
    method: 'GET',
    path: '/roster-imports/{importId}/annotated',
    summary: 'The uploaded file with its findings as notes',
    access: 'roster.import',
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
};
