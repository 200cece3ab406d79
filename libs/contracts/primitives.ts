import { z } from 'zod';
import { isWebLink } from './links.ts';

export const id = z.uuid();
/** Years that a request can name; whatever is reckoned from them can still be stored, and told. */
const hasYear = (text: string): boolean => /^(19|20|21)\d\d-/.test(text);
const yearFault = { error: 'input.year' };
/** Local day of Viet Nam, `YYYY-MM-DD`. */
export const day = z.iso.date().refine(hasYear, yearFault);
/** A day of an answer that is reckoned from one that was given, as the day after a last one: it may lie past those years. */
export const reckonedDay = z.iso.date();
/** UTC instant, ISO 8601. */
export const instant = z.iso.datetime().refine(hasYear, yearFault);
export const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
export const reckonedMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** `HH:MM` by the clock of Viet Nam. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const count = z.int().min(0).max(100_000_000);
export const name = z.string().trim().normalize('NFC').min(1).max(200);
export const text = z.string().trim().normalize('NFC').max(4000);
/** What people write down and others open. */
export const link = z.string().max(500).refine(isWebLink, 'input.not_https');
export const reason = z.string().trim().normalize('NFC').min(1).max(1000);
/** The date that a list is read at; today when absent. */
export const atQuery = z.strictObject({ at: day.optional() });

/** A part of a list, how many there are in all, and what asks for the next part: null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int(), nextCursor: z.string().nullable() });
}
/** A cursor may carry the name of the last row, 200 letters of up to three bytes. */
export const pageQuery = {
  cursor: z.string().max(1200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** RFC 9457 problem with a stable code; clients translate the code, `title` is plain English for developers. */
export const Problem = z
  .object({
    code: z.string(),
    title: z.string(),
    status: z.int(),
    details: z.array(z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()) })),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export const UnitRef = z
  .object({
    id,
    kind: z.enum(['country', 'province', 'district', 'commune', 'hamlet']),
    name: z.string(),
    fullName: z.string(),
  })
  .meta({ id: 'UnitRef' });
export const PersonRef = z
  .object({ id, fullName: z.string(), position: z.string().nullable() })
  .meta({ id: 'PersonRef' });
export const DecisionInput = z
  .strictObject({ number: name, signedOn: day, signer: name })
  .meta({ id: 'DecisionInput' });
export const Decision = z.object({ number: z.string(), signedOn: day, signer: z.string() }).meta({ id: 'Decision' });
/** The same decision may stand with many teams of the commune: it set them all up. */
export const TeamDecision = Decision.extend({
  id,
  kind: z.enum(['establish', 'change', 'dissolve']),
  version: z.int(),
  teams: z.int(),
  /** Null without one, and for whoever may not see it. */
  scan: z
    .object({
      kind: z.enum(['pdf', 'photo']),
      addedAt: instant,
      /** The picture, for five minutes; none of a PDF. */
      url: z.string().nullable(),
    })
    .nullable(),
}).meta({ id: 'TeamDecision' });
/** A decision that never was, and why it had been recorded. */
export const VoidedDecision = Decision.extend({
  id,
  kind: z.enum(['establish', 'change', 'dissolve']),
  voided: z.object({ by: PersonRef, at: instant, reason: z.string() }),
}).meta({ id: 'VoidedDecision' });
