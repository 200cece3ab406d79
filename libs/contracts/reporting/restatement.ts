/** Earlier months in today's units: what was reported before a merger or a division, read in what the units became. */
import { z } from 'zod';
import { count, day, id, instant, month, PersonRef, reason, reckonedDay, UnitRef } from '../primitives.ts';
import { documentTypes } from './documents.ts';
import { leftDraftMarkKinds } from './left-drafts.ts';
import { reportSections } from './report-states.ts';
import { FigurePair, indicatorCodes, ReportIndicator } from './shapes.ts';
import { route } from '../route.ts';

/**
 * `report`: the sent report of a unit that went over whole. `share`: of one that was divided, what its report counted from
 * teams that came here. `records`: of one that ended within the month, what its teams had done until then.
 */
export const restatedFrom = ['report', 'share', 'records'] as const;

/** Of a row `known` is false where some of its parts cannot be had; the pair is then what is known of the others. */
const BoardFigure = z.object({ code: z.string(), pair: FigurePair, known: z.boolean() });
const CodePair = z.object({ code: z.string(), pair: FigurePair });

/** A unit of then in a unit of today. */
const RestatedPart = z.object({
  unit: UnitRef,
  from: z.enum(restatedFrom),
  reportId: id.nullable(),
  sentOn: day.nullable(),
  figures: z.array(BoardFigure),
});

const restatedQuery = z.strictObject({ month, codes: indicatorCodes.optional() });
export const RestatedBoard = z
  .object({
    unit: UnitRef,
    month,
    startsOn: reckonedDay,
    endsOn: reckonedDay,
    /** The newest day on which units here ended; null where none has since. */
    since: day.nullable(),
    indicators: z.array(ReportIndicator),
    /** The communes of today, by name; of a country its provinces, without their parts. */
    rows: z.array(
      z.object({
        unit: UnitRef,
        figures: z.array(BoardFigure),
        /** Units of then that went over whole, and those of which a part did. */
        whole: z.int(),
        shares: z.int(),
        parts: z.array(RestatedPart),
        /** Units of then that have not sent. */
        missing: z.array(UnitRef),
      }),
    ),
    /** What nobody can divide, or nobody took over: it is in no row, and in the sum. */
    undivided: z.object({
      /** `heirs`: all that the unit became, also elsewhere; each may be given its part by whoever knows it. */
      units: z.array(
        z.object({ unit: UnitRef, reportId: id.nullable(), heirs: z.array(UnitRef), figures: z.array(CodePair) }),
      ),
      figures: z.array(CodePair),
    }),
    /** Parts that somebody entered, which stand in their rows; they may be entered anew. */
    entered: z.array(
      z.object({
        unit: UnitRef,
        reportId: id,
        heirs: z.array(UnitRef),
        source: z.string(),
        by: PersonRef,
        on: day,
        figures: z.array(CodePair.extend({ parts: z.array(z.object({ unitId: id, pair: FigurePair })) })),
      }),
    ),
    /** How many units of then have sent, and what, in the borders of then. */
    sent: z.object({ units: z.int(), figures: z.array(CodePair) }),
    totals: z.array(CodePair),
    /** Codes whose two totals differ: units came from elsewhere, or went there. */
    differences: z.array(z.string()),
  })
  .meta({ id: 'RestatedBoard' });

export const restatementRoutes = {
  enterParts: route({
    method: 'PUT',
    path: '/reports/{reportId}/parts',
    summary: "What of a divided unit's sent figures is whose: of each figure all parts, which make up what was sent",
    access: 'report.decide',
    status: 204,
    command: true,
    bodyKb: 512,
    body: z
      .strictObject({
        /** Who says so, or from which paper. */
        source: reason,
        figures: z
          .array(
            z.strictObject({
              code: z.string().regex(/^[A-Z]{2}\d{2}$/),
              parts: z
                .array(z.strictObject({ unitId: id, numerator: count, denominator: count.nullable().default(null) }))
                .min(2)
                .max(100),
            }),
          )
          .min(1)
          .max(60),
      })
      .meta({ id: 'FigureParts' }),
  }),
  restatedBoard: route({
    method: 'GET',
    path: '/units/{unitId}/restated/board',
    summary: "A month's sent figures by the communes of today, with what cannot be divided and the same total as then",
    access: 'report.read',
    query: restatedQuery,
    response: RestatedBoard,
  }),
  restatedSheet: route({
    method: 'GET',
    path: '/units/{unitId}/restated/sheet',
    summary: 'The same table as a workbook, which says by which units it adds up',
    access: 'report.read',
    query: restatedQuery,
    produces: documentTypes[2],
  }),
  leftDrafts: route({
    method: 'GET',
    path: '/reports/{reportId}/left-drafts',
    summary: 'What units that ended had written for the same month or campaign and no longer owe: to choose from',
    access: 'report.read',
    response: z
      .object({
        items: z.array(
          z.object({
            unit: UnitRef,
            sections: z.array(z.object({ key: z.enum(reportSections), text: z.string() })),
            notes: z.array(z.object({ code: z.string(), note: z.string() })),
            /** Why teams that are the report's now have nothing to tell. */
            silent: z.array(z.object({ teamId: id, team: z.string(), reason: z.string() })),
            marks: z.array(
              z.object({
                kind: z.enum(leftDraftMarkKinds),
                person: PersonRef,
                at: instant,
                note: z.string().nullable(),
              }),
            ),
          }),
        ),
      })
      .meta({ id: 'LeftDrafts' }),
  }),
  restatedFigures: route({
    method: 'GET',
    path: '/units/{unitId}/restated',
    summary: "A month's sent figures in today's units; the reports themselves stay as they were sent",
    access: 'report.read',
    query: z.strictObject({ month }),
    response: z
      .object({
        unit: UnitRef,
        month,
        /** `known`: false where a divided unit's figure comes from no records that could be divided; the pair is then absent. */
        figures: z.array(
          z.object({
            indicator: ReportIndicator,
            pair: FigurePair,
            known: z.boolean(),
            /** Divided units of then of whose figure nobody knows what belongs here, each with all that it sent. */
            undivided: z.array(z.object({ unit: UnitRef, pair: FigurePair })),
          }),
        ),
        parts: z.array(z.object({ unit: UnitRef, from: z.enum(restatedFrom) })),
        /** Units of then whose report was not sent. */
        missing: z.array(UnitRef),
      })
      .meta({ id: 'RestatedFigures' }),
  }),
};
