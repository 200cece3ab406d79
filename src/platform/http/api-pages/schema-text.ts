/** A JSON schema as a reader of code knows it, with links to what it names. Pure; gives HTML for a `pre`. */

export interface Schema {
  $ref?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  description?: string;
  default?: unknown;
  items?: Schema;
  prefixItems?: readonly Schema[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export const PAGES = '/api/docs';
const INSET = '  ';
/** "Any whole number" is no bound that tells a reader something. */
const TELLING = 2 ** 31;

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);
const literal = (value: unknown): string => escaped(JSON.stringify(value));

export function schemaText(schema: Schema, inset = ''): string {
  const notes = notesOf(schema);
  const told = notes.length > 0 ? ` <i>${escaped(notes.join(', '))}</i>` : '';
  return `${shapeOf(schema, inset)}${told}`;
}

function shapeOf(schema: Schema, inset: string): string {
  if (schema.$ref) {
    const name = escaped(nameOf(schema.$ref));
    return `<a href="${PAGES}/schemas/${name}">${name}</a>`;
  }
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => schemaText(choice, inset)).join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => schemaText(part, inset)).join(' &amp; ');
  if (schema.prefixItems) return `[${schema.prefixItems.map((item) => schemaText(item, inset)).join(', ')}]`;
  if (schema.type === 'array') return `Array&lt;${schemaText(schema.items ?? {}, inset)}&gt;`;
  if (schema.type === 'object' || schema.properties) return objectText(schema, inset);
  return escaped([schema.type ?? 'unknown'].flat().join(' | '));
}

function objectText(schema: Schema, inset: string): string {
  const deeper = inset + INSET;
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) =>
      `${deeper}${escaped(name)}${schema.required?.includes(name) ? '' : '?'}: ${schemaText(field, deeper)}\n`,
  );
  const others = schema.additionalProperties;
  if (typeof others === 'object') {
    const key = schemaText(schema.propertyNames ?? { type: 'string' }, deeper);
    fields.push(`${deeper}[${key}]: ${schemaText(others, deeper)}\n`);
  }
  return fields.length === 0 ? '{}' : `{\n${fields.join('')}${inset}}`;
}

function notesOf(schema: Schema): string[] {
  const notes = [
    rangeOf(schema.minimum, schema.maximum),
    rangeOf(schema.minLength, schema.maxLength),
    rangeOf(schema.minItems, schema.maxItems),
  ].filter((note) => note !== undefined);
  if (schema.format) notes.unshift(schema.format);
  // Of a format the pattern says the same at greater length.
  else if (schema.pattern) notes.push(`/${schema.pattern}/`);
  if (schema.default !== undefined) notes.push(`= ${JSON.stringify(schema.default)}`);
  if (schema.description) notes.push(schema.description);
  return notes;
}

function rangeOf(least?: number, most?: number): string | undefined {
  const low = least !== undefined && Math.abs(least) < TELLING ? least : undefined;
  const high = most !== undefined && Math.abs(most) < TELLING ? most : undefined;
  if (low === undefined) return high === undefined ? undefined : `≤ ${high}`;
  return high === undefined ? `≥ ${low}` : `${low}–${high}`;
}
