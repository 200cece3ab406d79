/**
 * Forms that an officer makes: questions written as a draft, published as versions that never change, asked of communes before a
 * day, answered, given back cell by cell, and read as one table (beyond-2022.md 2, row 91).
 */
import { z } from 'zod';
import { ActPreview, HeldAct, SecondApproval } from '../access/acts.ts';
import { count, day, id, instant, PersonRef, reason, reckonedDay, text, UnitRef } from '../primitives.ts';
import {
  AnswersShape,
  PersonalWarningShape,
  QuestionFaultShape,
  Questionnaire,
  QuestionShape,
  ReasonsShape,
} from '../questions/questions.ts';
import { versionFaultCodes } from '../questions/versions.ts';
import { route } from '../route.ts';
import { remindedUnits, Reminded, StandingCounts } from './board.ts';
import { MOST_GRACE_DAYS, roundStates, sheetStates, USUAL_GRACE_DAYS } from './form-states.ts';
import { reportStandings } from './report-standing.ts';

const title = text.min(3).max(200);
/** The day before which it is due, as a directive words it, and how long answers are taken after it. */
const roundDays = {
  dueBefore: day,
  shift: z.enum(['none', 'next', 'previous']).default('none'),
  graceDays: z.int().min(0).max(MOST_GRACE_DAYS).default(USUAL_GRACE_DAYS),
};
export const RoundInput = z
  .strictObject({
    ...roundDays,
    directiveId: id.optional(),
    note: z.string().trim().normalize('NFC').max(1000).optional(),
  })
  .meta({ id: 'RoundInput' });

/** `edit`: as whoever asks has read the form. */
export const FormToAsk = z.strictObject({ edit: count, round: RoundInput }).meta({ id: 'AskForm' });

export const roundHead = {
  id,
  formId: id,
  title: z.string(),
  /** Who asks. */
  unit: UnitRef,
  state: z.enum(roundStates),
  /** Version of the form that is asked now. */
  version: z.int(),
  dueOn: reckonedDay,
  /** The last day on which answers are taken. */
  closesOn: reckonedDay,
  askedAt: instant,
  recallUntil: instant,
};
const FormRound = z.object({ ...roundHead, counts: StandingCounts }).meta({ id: 'FormRound' });

export const FormRow = z
  .object({
    id,
    title: z.string(),
    /** Published so far; 0: a draft that was never asked. */
    version: z.int(),
    questions: z.int(),
    /** Something was changed since the last version. */
    isChanged: z.boolean(),
    written: z.object({ by: PersonRef, at: instant }),
    /** The newest time that it was asked. */
    round: FormRound.nullable(),
  })
  .meta({ id: 'FormRow' });

/** What somebody above asks of a unit. */
export const AskedForm = z
  .object({
    ...roundHead,
    sheetId: id,
    sheetState: z.enum(sheetStates),
    status: z.enum(reportStandings),
    daysLate: z.int(),
    /** Answers that are written down, and how many are asked. */
    answered: z.int(),
    questions: z.int(),
    returned: z.int(),
  })
  .meta({ id: 'AskedForm' });

export const Form = z
  .object({
    id,
    unit: UnitRef,
    title: z.string(),
    questions: z.array(QuestionShape),
    /** Counts what was written: whoever writes says which they have read. */
    edit: z.int(),
    written: z.object({ by: PersonRef, at: instant }),
    version: z.int(),
    isChanged: z.boolean(),
    /** What keeps it from being asked. */
    faults: z.array(QuestionFaultShape),
    personal: z.array(PersonalWarningShape),
    /** What the next version may not change. */
    versionFaults: z.array(z.object({ question: z.string(), code: z.enum(versionFaultCodes) })),
    rounds: z.array(FormRound),
    mayAsk: z.boolean(),
  })
  .meta({ id: 'Form' });

const Total = z.object({ answered: z.int(), sum: z.number(), least: z.number(), most: z.number() });
export const QuestionTotalShape = z
  .object({
    question: z.string(),
    answered: z.int(),
    number: Total.nullable(),
    choices: z.record(z.string(), z.int()).nullable(),
    cells: z.record(z.string(), z.record(z.string(), Total)).nullable(),
  })
  .meta({ id: 'QuestionTotal' });

export const ReturnedCell = z
  .object({
    question: z.string(),
    sentence: z.string(),
    by: PersonRef,
    at: instant,
    /** Left out of sums until it is answered anew. */
    isApart: z.boolean(),
  })
  .meta({ id: 'ReturnedCell' });

/** As it was sent. */
const sentSheet = {
  answers: AnswersShape,
  reasons: ReasonsShape,
  /** Of the form, by which it was answered. */
  version: z.int(),
  sent: z.object({ by: PersonRef, at: instant }),
};
export const RoundTable = FormRound.extend({
  questions: z.array(QuestionShape),
  note: z.string().nullable(),
  /** In the order of names; whoever has not answered has no answers. */
  units: z.array(
    z.object({
      sheetId: id,
      unit: UnitRef,
      status: z.enum(reportStandings),
      daysLate: z.int(),
      reminded: Reminded,
      sheet: z.object(sentSheet).nullable(),
      /** What was sent before it was given back, of questions that are answered in another way now. */
      before: AnswersShape,
      returned: z.array(ReturnedCell),
      /** Why the sender asks to have it back. */
      revisionReason: z.string().nullable(),
    }),
  ),
  totals: z.array(QuestionTotalShape),
  /** Cells that are left out of the totals. */
  apart: z.int(),
  mayReturn: z.boolean(),
}).meta({ id: 'RoundTable' });

const round = '/form-rounds/{roundId}';
const form = '/forms/{formId}';

export const formRoutes = {
  listForms: route({
    method: 'GET',
    path: '/units/{unitId}/forms',
    summary: "The unit's forms, and what it is asked by forms of others",
    access: 'report.read',
    response: z.object({ own: z.array(FormRow), asked: z.array(AskedForm), mayAsk: z.boolean() }).meta({ id: 'Forms' }),
  }),
  makeForm: route({
    method: 'POST',
    path: '/units/{unitId}/forms',
    summary: 'Begin a form, empty or with the questions of another',
    access: 'report.receive',
    status: 201,
    command: true,
    body: z.strictObject({ title, copyOf: id.optional() }).meta({ id: 'MakeForm' }),
    response: Form,
  }),
  readForm: route({
    method: 'GET',
    path: form,
    summary: 'A form with its questions, what keeps it from being asked, and when it was asked',
    access: 'report.read',
    response: Form,
  }),
  writeForm: route({
    method: 'PUT',
    path: form,
    summary: 'Keep the questions as they are written; refused when somebody else wrote meanwhile',
    access: 'report.receive',
    command: true,
    bodyKb: 1024,
    body: z.strictObject({ edit: count, title, questions: Questionnaire }).meta({ id: 'WriteForm' }),
    response: Form,
  }),
  dropForm: route({
    method: 'DELETE',
    path: form,
    summary: 'Throw away a form that was never asked',
    access: 'report.receive',
    command: true,
    status: 204,
  }),
  publishForm: route({
    method: 'POST',
    path: `${form}/publish`,
    summary: 'What was added becomes the next version, which running rounds ask from now on; what was answered stays',
    access: 'report.receive',
    command: true,
    body: z.strictObject({ edit: count }).meta({ id: 'PublishForm' }),
    response: Form,
  }),
  previewRound: route({
    method: 'GET',
    path: `${form}/round-preview`,
    summary: 'Whom it would ask and until when, before anybody hears of it',
    access: 'report.receive',
    query: z.strictObject(roundDays).omit({ graceDays: true }),
    response: z
      .object({
        /** Communes below that would be asked. */
        units: z.int(),
        /** Of these who hear of it by no route: they have to be called. */
        unreached: z.array(UnitRef),
        dueOn: reckonedDay,
        isDayOff: z.boolean(),
        /** A running round that asks the same questions already. */
        same: z.object({ id, title: z.string() }).nullable(),
        /** Null: the units are asked at once. */
        secondApproval: SecondApproval.nullable(),
      })
      .meta({ id: 'RoundPreview' }),
  }),
  askForm: route({
    method: 'POST',
    path: `${form}/rounds`,
    summary: 'Ask every commune below, before a day; what is changed is published first',
    access: 'report.receive',
    status: 201,
    command: true,
    body: FormToAsk,
    /** `recallUntil`: until then it is taken back without a word. */
    response: z.object({ id, units: z.int(), version: z.int(), recallUntil: instant }).meta({ id: 'FormAsked' }),
  }),
  readRound: route({
    method: 'GET',
    path: round,
    summary: 'Who has answered, and all answers as one table with its sums',
    access: 'report.receive',
    response: RoundTable,
  }),
  exportRound: route({
    method: 'GET',
    path: `${round}/sheet`,
    summary: 'The table as a workbook',
    access: 'report.receive',
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  remindRound: route({
    method: 'POST',
    path: `${round}/remind`,
    summary: 'Remind the units that have not sent; once a day each',
    access: 'report.receive',
    command: true,
    body: z.strictObject({ unitIds: remindedUnits }).meta({ id: 'RemindRound' }),
    response: z.object({ reminded: z.int(), skipped: z.int(), act: HeldAct.nullable() }).meta({ id: 'RemindedSheets' }),
  }),
  previewRoundReminder: route({
    method: 'POST',
    path: `${round}/remind-preview`,
    summary: 'Before reminding of a form: who is told and by which route, and which units are left alone',
    access: 'report.receive',
    body: z.strictObject({ unitIds: remindedUnits }).meta({ id: 'PreviewRoundReminder' }),
    response: ActPreview,
  }),
  recallRound: route({
    method: 'POST',
    path: `${round}/recall`,
    summary: 'Nobody need answer any more; what was sent is kept, and the units are told',
    access: 'report.receive',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'RecallRound' }),
    response: z.object({ withdrawn: z.int(), kept: z.int() }).meta({ id: 'RoundRecalled' }),
  }),
};
