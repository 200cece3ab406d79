/** What reports are made of, as both sides see it. */
import { z } from 'zod';
import { day, id, instant, month, PersonRef, reckonedDay, reckonedMonth, UnitRef } from '../primitives.ts';
import { Indicator } from '../organization/references.ts';
import { confirmationManners } from '../tasks/sampling.ts';
import { Photo } from '../tasks/tasks.ts';
import { reportKinds, reportSections, reportStates } from './report-states.ts';

/** A count is a numerator alone; null is "not reported", which differs from 0. */
export const FigurePair = z
  .object({ numerator: z.number().nullable(), denominator: z.number().nullable() })
  .meta({ id: 'FigurePair' });

/** Indicators beside each other: "TC01,CQ02". */
export const indicatorCodes = z
  .string()
  .max(400)
  .regex(/^[A-Z]{2}\d{2}(,[A-Z]{2}\d{2})*$/)
  .transform((text) => text.split(','));

/** `typed`: from outside our records; an officer types it with its source. */
export const ReportIndicator = Indicator.omit({ dimensions: true }).meta({ id: 'ReportIndicator' });

export const ReportFigure = z
  .object({
    indicator: ReportIndicator,
    before: FigurePair,
    now: FigurePair,
    year: FigurePair,
    plan: z.number().nullable(),
    /** Whole per cent of the plan reached this year; null without a plan. */
    percent: z.number().nullable(),
    /** Confirmed lines behind `now`; 0 for what rosters and registers say. */
    records: z.int(),
    /** The part of `now` from days of earlier periods. */
    late: z.number(),
    /** Who typed it and from where; null where records say it. */
    typed: z.object({ source: z.string(), by: PersonRef, at: instant }).nullable(),
    /** What was typed for the month before, of a figure that is not typed yet: its whole and its source are not typed twice. */
    typedBefore: z.object({ pair: FigurePair, source: z.string() }).nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ReportFigure' });

export const DueDay = z
  .object({
    /** Last day on time, inclusive, after any shift. */
    dueOn: reckonedDay,
    /** The day that the rule names, inclusive. */
    fixedOn: reckonedDay,
    /** Last working day not after it. */
    workingDayOn: reckonedDay,
    /** Below zero when it is over. */
    daysLeft: z.int(),
  })
  .meta({ id: 'ReportDueDay' });

export const ReportHead = z
  .object({
    id,
    unit: UnitRef,
    /** Who receives it; null where nobody stands above. */
    receiver: UnitRef.nullable(),
    kind: z.enum(reportKinds),
    /** Of a campaign. */
    title: z.string().nullable(),
    month,
    startsOn: reckonedDay,
    endsOn: reckonedDay,
    due: DueDay,
    state: z.enum(reportStates),
    /** Number of the last version sent; 0 before the first. */
    version: z.int(),
    firstSubmittedAt: instant.nullable(),
    /** Days after the due day of the first version, or so far; 0 when on time. */
    daysLate: z.int(),
    /** Too late to be sent, unless the receiver allows a day. */
    closed: z.boolean(),
    exception: z.object({ until: day, reason: z.string() }).nullable(),
    /** The sender wants it back; of one that was never sent a day on which it may still come. */
    revisionAsked: z.object({ by: PersonRef, at: instant, reason: z.string() }).nullable(),
    /** It waits for the head of its unit to approve it. */
    approvalAsked: z.object({ by: PersonRef, at: instant, approvers: z.array(id) }).nullable(),
  })
  .meta({ id: 'ReportHead' });

/** Text with figures in it as {{CQ02.now}}, {{CQ02.before}}, {{CQ02.year}}: they are filled in, never typed over. */
export const ReportWords = z
  .object({
    sections: z.array(z.object({ key: z.enum(reportSections), text: z.string(), drafted: z.boolean() })),
    version: z.int(),
    by: PersonRef.nullable(),
    at: instant.nullable(),
  })
  .meta({ id: 'ReportWords' });

export const ReportCheck = z
  .object({
    /** A code of the catalogue of words; `report.checks.*`. */
    code: z.enum([
      'figuresFromRecords',
      'silentTeams',
      'sectionEmpty',
      'typedMissing',
      'typedFault',
      'phoneMissing',
      'teamsTooSmall',
      'noTeams',
      'unitsMissing',
      'sumsDiffer',
    ]),
    /** `blocks`: it cannot be sent like this. */
    level: z.enum(['ok', 'warns', 'blocks']),
    /** Indicator codes, sections, or names that it is about. */
    cells: z.array(z.string()),
    count: z.int(),
  })
  .meta({ id: 'ReportCheck' });

export const SilentTeam = z
  .object({ teamId: id, name: z.string(), lastActivityAt: instant.nullable(), reason: z.string().nullable() })
  .meta({ id: 'SilentTeam' });

export const ReportComment = z
  .object({ cell: z.string(), comment: z.string(), by: PersonRef, at: instant, version: z.int() })
  .meta({ id: 'ReportComment' });

export const FigureChange = z
  .object({ code: z.string(), before: FigurePair, after: FigurePair })
  .meta({ id: 'FigureChange' });

export const ReportStep = z
  .object({
    kind: z.enum([
      'opened',
      'approval_asked',
      'approved',
      'approval_refused',
      'submitted',
      'accepted',
      'returned',
      'revision_asked',
      'day_asked',
      'exception',
    ]),
    at: instant,
    by: PersonRef.nullable(),
    version: z.int().nullable(),
    daysLate: z.int().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ReportStep' });

export const Report = ReportHead.extend({
  figures: z.array(ReportFigure),
  /** Of a sum of months: the unit's own report of each, in their order; empty of all others. */
  months: z.array(z.object({ month: reckonedMonth, reportId: id.nullable(), state: z.enum(reportStates).nullable() })),
  words: ReportWords,
  checks: z.array(ReportCheck),
  silent: z.array(SilentTeam),
  /** Teams' difficulties of the period that nobody has answered or that were answered within it. */
  difficulties: z.array(
    z.object({ id, text: z.string(), team: z.string(), at: instant, answer: z.string().nullable() }),
  ),
  comments: z.array(ReportComment),
  /** Figures that differ from those that this reader last looked at. */
  changes: z.array(FigureChange),
  steps: z.array(ReportStep),
  /** Names what was read: sending asks that it still holds. */
  figuresHash: z.string(),
  approval: z.object({
    /** A rule asks for it: sending is approving. */
    isNeeded: z.boolean(),
    /** What waits to be approved. */
    asked: z.object({ note: z.string().nullable(), lateReason: z.string().nullable() }).nullable(),
    /** Who can approve: leads the committee. */
    approvers: z.array(PersonRef),
    /** What was refused last, while nothing was sent or asked since. */
    refused: z.object({ by: PersonRef, at: instant, reason: z.string() }).nullable(),
  }),
  may: z.object({
    write: z.boolean(),
    submit: z.boolean(),
    approve: z.boolean(),
    decide: z.boolean(),
    withdraw: z.boolean(),
  }),
}).meta({ id: 'Report' });

export const ReportRecord = z
  .object({
    entryId: id,
    team: z.object({ id, name: z.string() }),
    happenedOn: day,
    value: z.number(),
    isLate: z.boolean(),
    taskId: id.nullable(),
    taskTitle: z.string().nullable(),
    receipt: z.string(),
    by: PersonRef,
    photos: z.int(),
    /** Those that are still kept, behind links of five minutes. */
    pictures: z.array(Photo),
    links: z.array(z.string()),
    /** Who confirmed it for the commune; null where nobody knows any more. */
    confirmed: z.object({ by: PersonRef, at: instant }).nullable(),
    /** Confirmed without having been looked at by itself: ticked with others, or left out of the sample. */
    unseen: z.enum(confirmationManners).exclude(['each']).optional(),
  })
  .meta({ id: 'ReportRecord' });

/** What a figure counts that no lines make up: each with its part of it, `whole` of how many where it is a share. */
export const figureItemKinds = ['team', 'hamlet', 'committee', 'session', 'product', 'report', 'population'] as const;
const FigureItem = z
  .object({
    of: z.enum(figureItemKinds),
    /** Of the thing itself; of a committee and of the population that of their unit. */
    id,
    /** Empty of what is called by its kind; of a month's report the month. */
    name: z.string(),
    value: z.number(),
    whole: z.number().nullable(),
    /** Held, listed or sent on. */
    on: day.nullable(),
    /** What its group was called, by whom that was written and when, the latest first. */
    names: z.array(z.object({ name: z.string(), by: PersonRef.nullable(), at: instant })).optional(),
  })
  .meta({ id: 'FigureItem' });

/** Where a figure comes from: down to its records. */
export const FigureSource = z
  .object({
    kind: z.enum(['lines', 'rosters', 'registers', 'training', 'reports', 'months', 'typed']),
    /** Per team where lines say it; per unit below for a consolidated report; per month, 'YYYY-MM', of a sum of months. */
    parts: z.array(
      z.object({
        id,
        name: z.string(),
        pair: FigurePair,
        /** Of a unit below, or of a month: the report, which opens the same figure. */
        reportId: id.optional(),
      }),
    ),
    /** Of a commune's figure without lines; all of them. */
    items: z.array(FigureItem),
    records: z.array(ReportRecord),
    /** Of what kinds it is, as teams told with work that was confirmed whole; `divided` is how much of the figure that work is. */
    breakdown: z
      .array(
        z.object({
          by: z.string(),
          name: z.string(),
          nameEn: z.string(),
          /** People and amounts are no parts of the figure. */
          isPart: z.boolean(),
          divided: z.number(),
          kinds: z.array(z.object({ key: z.string(), name: z.string(), nameEn: z.string(), value: z.number() })),
        }),
      )
      .optional(),
    total: z.int(),
    /** Confirmed lines of days after the period, which belong to the next. */
    after: z.int(),
  })
  .meta({ id: 'FigureSource' });
