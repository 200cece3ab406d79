import type { z } from 'zod';
import { isLarge } from './unstorable.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** zod takes it from whoever calls its schemas, and its types know it only within. */
const ABORTS = { abortEarly: true } as z.core.ParseContext<Issue>;

/** What stands within an optional one, or one with a default. */
function within(schema: Schema): Schema {
  const { innerType } = schema._zod.def as { innerType?: Schema };
  return innerType ? within(innerType) : schema;
}

function faultInList(key: string, list: readonly unknown[], element: z.ZodType): Issue[] {
  for (const [index, item] of list.entries()) {
    const { error } = element.safeParse(item, ABORTS);
    if (error) return error.issues.map((issue) => ({ ...issue, path: [key, index, ...issue.path] }));
  }
  return [];
}

/**
 * The faults of a list's first wrong element, where the list has thousands: the schema alone would note the faults of all,
 * each with its memory, and nobody reads thousands.
 */
export function firstFault(schema: Schema, value: unknown): Issue[] {
  const { shape } = schema._zod.def as { shape?: Readonly<Record<string, Schema>> };
  if (!shape || typeof value !== 'object' || value === null) return [];
  for (const [key, of] of Object.entries(shape)) {
    const list = (value as Record<string, unknown>)[key];
    const { element } = within(of)._zod.def as { element?: z.ZodType };
    if (!element || !Array.isArray(list) || !isLarge(list)) continue;
    const issues = faultInList(key, list, element);
    if (issues.length > 0) return issues;
  }
  return [];
}

/** The value as the schema makes it, or what is wrong: all of a form, the first of what holds thousands. */
export function parse(schema: z.ZodType, value: unknown): { data: unknown } | { issues: Issue[] } {
  if (!isLarge(value)) {
    const { data, error } = schema.safeParse(value);
    return error ? { issues: error.issues } : { data };
  }
  const first = firstFault(schema, value);
  if (first.length > 0) return { issues: first };
  const { data, error } = schema.safeParse(value, ABORTS);
  return error ? { issues: error.issues } : { data };
}
