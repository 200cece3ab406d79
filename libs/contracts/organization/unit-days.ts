/** Which days there are to look at, and what stood on one: what the console needs to show another day. */
import { z } from 'zod';
import { count, day, reckonedDay, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

/** The first few of the units that began or ended on a day, as they were called on it, and how many did. */
const UnitsOfDay = z.object({ count, units: z.array(UnitRef) });

const UnitDays = z
  .object({
    /** Of the unit, or of what went into it; before it there is nothing. */
    first: reckonedDay.nullable(),
    /** Days on which the unit, what went into it or anything below changed or will; the newest sixty, the newest first. */
    days: z.array(
      z.object({
        day: reckonedDay,
        /** How many changed in any way. */
        units: count,
        /** Of communes where any began or ended, else of the next kind. */
        ended: UnitsOfDay,
        began: UnitsOfDay,
      }),
    ),
  })
  .meta({ id: 'UnitDays' });

export const unitDayRoutes = {
  unitDays: route({
    method: 'GET',
    path: '/units/{unitId}/days',
    summary: 'The days on which units changed or will at a unit: what there is to look at before and after',
    access: 'unit.browse',
    response: UnitDays,
  }),
  unitsOfThen: route({
    method: 'GET',
    path: '/units/{unitId}/then',
    summary: 'What stood where the unit stands: itself, or before its first day the units that went into it',
    access: 'unit.read',
    query: z.strictObject({ at: day }),
    response: z
      .object({
        unit: UnitRef,
        validFrom: reckonedDay,
        validTo: reckonedDay.nullable(),
        /** Before its first day: the units that went into it, over several reforms, as far as they stood on the day. */
        before: z.array(UnitRef),
        /** Of a unit that has ended: those of today that it went into. */
        now: z.array(UnitRef),
      })
      .meta({ id: 'UnitsOfThen' }),
  }),
};
