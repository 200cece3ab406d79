/** What stands in a form: whether all of it is there, and what of it is sent. Pure. */
import type { AnyField, Bounds, Values } from './command-types.ts';

const isBlank = (value: unknown): boolean => value == null || (typeof value === 'string' && value.trim() === '');

/** A day cannot be emptied and a box is always answered: neither is marked. */
export const isNeeded = (field: AnyField, bounds: Bounds | undefined): boolean =>
  field.required ?? (field.as !== 'day' && field.as !== 'check' && bounds?.required === true);

export const isComplete = (
  fields: Readonly<Record<string, AnyField>>,
  bounds: Readonly<Record<string, Bounds>>,
  values: Values,
): boolean => Object.entries(fields).every(([name, field]) => !isNeeded(field, bounds[name]) || !isBlank(values[name]));

/** Texts without the blanks around them; what is left empty is not sent, or takes away what stood there. */
export function bodyOf(
  names: readonly string[],
  bounds: Readonly<Record<string, Bounds>>,
  values: Values,
): Record<string, unknown> {
  const sent = names.flatMap((name) => {
    const value = values[name];
    if (isBlank(value)) return bounds[name]?.nullable ? [[name, null] as const] : [];
    return [[name, typeof value === 'string' ? value.trim() : value] as const];
  });
  return Object.fromEntries(sent);
}

/** What stands between braces in an address is needed. */
export const inAddress = (path: string): Record<string, Bounds> =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, { required: true }]));

/** What differs from what stood there at the start. */
export function typedOf(start: Values, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value ?? '') !== JSON.stringify(start[name] ?? '')),
  );
}
