/** What a figure can be broken down by, as dated data. */
import { z } from 'zod';
import { day, reckonedDay } from '../primitives.ts';

export const Dimension = z.object({
  key: z.string(),
  /** Without a name an order can not ask for it. */
  name: z.string().optional(),
  nameEn: z.string().optional(),
  /** Counted apart from the number. */
  counts: z.literal('people').optional(),
  values: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      nameEn: z.string().optional(),
      /** Where links to it stand. */
      hosts: z.array(z.string()).optional(),
    }),
  ),
});

/** The words of some time; the last day is the one before `until`. */
export const DatedWords = z
  .object({ from: day.nullable(), until: reckonedDay.nullable(), dimensions: z.array(Dimension) })
  .meta({ id: 'DatedWords' });
