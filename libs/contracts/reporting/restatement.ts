/** Earlier months in today's units: what was reported before a merger or a division, read in what the units became. */
import { z } from 'zod';
import { month, UnitRef } from '../primitives.ts';
import { FigurePair, ReportIndicator } from './shapes.ts';
import { route } from '../route.ts';

/**
 * `report`: the sent report of a unit that went over whole. `share`: of one that was divided, what its report counted from
 * teams that came here. `records`: of one that ended within the month, what its teams had done until then.
 */
export const restatedFrom = ['report', 'share', 'records'] as const;

export const restatementRoutes = {
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
