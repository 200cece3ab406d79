/**
 * Whatever a client may send is bounded by its schema: the length of every text and list, the range of every number, the
 * years of every date, and with these the whole body. What cannot be stored is refused with the request and never reaches the
 * database.
 */
import type { z } from 'zod';
import { actions } from './actions.ts';
import { BODY_KB, type RouteDefinition } from './route.ts';
import { routes } from './routes.ts';

const INT4 = 2_147_483_647;
/** Sums of money in đồng, kept as bigint or within JSON. */
const MONEY = /(\.(numerator|denominator|plans\[\]\.value)|\.shownWhen\.parts\[\]\.value\||\.answers\{\}\|)$/;
const MOST_MONEY = 1_000_000_000_000;
type Node = z.core.$ZodType;

/** Every schema below `schema`, with the path to it. */
function* nodes(schema: Node, path: string, seen = new Set<Node>()): Generator<[string, Node]> {
  if (seen.has(schema)) return;
  seen.add(schema);
  yield [path, schema];
  const def = schema._zod.def as unknown as Record<string, unknown>;
  const inner: [string, unknown][] = [
    ...Object.entries((def['shape'] as object | undefined) ?? {}).map(([key, of]): [string, unknown] => [
      `.${key}`,
      of,
    ]),
    ...((def['options'] as unknown[] | undefined) ?? []).map((of): [string, unknown] => ['|', of]),
    ...((def['items'] as unknown[] | undefined) ?? []).map((of): [string, unknown] => ['[]', of]),
    ['[]', def['element']],
    ['{}', def['valueType']],
    ['{key}', def['keyType']],
    ['', def['innerType']],
    // What the whole refuses need not be bounded within.
    ['', takes(schema, LONG) ? def['in'] : undefined],
    ['', def['left']],
    ['', def['right']],
  ];
  for (const [step, of] of inner)
    if (typeof of === 'object' && of !== null && '_zod' in of) yield* nodes(of as Node, path + step, seen);
}

const takes = (node: Node, value: unknown): boolean => (node as z.ZodType).safeParse(value).success;
const LONG = 'x'.repeat(100_000);

function isBoundedList(node: Node): boolean {
  const { checks = [] } = node._zod.def as { checks?: z.core.$ZodCheck[] };
  return checks.some((check) => ['max_length', 'length_equals'].includes(check._zod.def.check));
}

/** Undefined when the schema bounds what it takes. */
function faultOf(path: string, node: Node): string | undefined {
  const { type, format } = node._zod.def as { type: string; format?: string };
  const takesAny = (...values: unknown[]) => values.some((value) => takes(node, value));
  if (type === 'any') return 'takes anything';
  if (format === 'date' && takesAny('0000-01-01', '0001-01-01', '9999-12-31')) return 'a day of any year';
  if (format === 'datetime' && takesAny('0000-01-01T00:00:00Z', '9999-12-31T00:00:00Z'))
    return 'an instant of any year';
  if (type === 'string' && takesAny(LONG)) return 'a text without a limit';
  const most = MONEY.test(path) ? MOST_MONEY : INT4;
  if (type === 'number' && takesAny(most + 1, -most - 2)) return 'a number without a range';
  return type === 'array' && !isBoundedList(node) ? 'a list without a limit' : undefined;
}

/** Vietnamese letters take two bytes and a half of UTF-8, most texts are half of Latin ones. */
const BYTES_OF_LETTER = 2;
const OF_FORMAT: Record<string, number> = { uuid: 38, date: 12, datetime: 40 };
/** Of texts that a pattern bounds and no number. */
const BY_PATTERN = 200;
const most = (sizes: readonly number[]): number => Math.max(0, ...sizes);
const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);

function mostOf(node: Node): number | undefined {
  const { checks = [] } = node._zod.def as { checks?: z.core.$ZodCheck[] };
  return checks
    .map((check) => check._zod.def as { check: string; maximum?: number; length?: number })
    .map(({ check, maximum, length }) =>
      check === 'max_length' ? maximum : check === 'length_equals' ? length : undefined,
    )
    .findLast((bound) => bound !== undefined);
}

/** The bytes of the largest JSON that a schema takes; Infinity of what only the limit of the body bounds. */
function sizeOf(node: Node): number {
  const def = node._zod.def as unknown as Record<string, unknown> & { type: string };
  const inner = (key: string): Node => def[key] as Node;
  const many = (key: string): Node[] => Object.values((def[key] as Record<string, Node> | undefined) ?? {});
  switch (def.type) {
    case 'string':
      return OF_FORMAT[String(def['format'])] ?? 2 + BYTES_OF_LETTER * (mostOf(node) ?? BY_PATTERN);
    case 'object':
      return sum(Object.entries(def['shape'] as Record<string, Node>).map(([key, of]) => key.length + 4 + sizeOf(of)));
    case 'array':
      return 2 + (mostOf(node) ?? Infinity) * (1 + sizeOf(inner('element')));
    case 'tuple':
      return sum(many('items').map(sizeOf));
    case 'union':
      return most(many('options').map(sizeOf));
    case 'intersection':
      return sizeOf(inner('left')) + sizeOf(inner('right'));
    case 'record':
    case 'unknown':
      return Infinity;
    case 'enum':
      return 2 + most(Object.values(def['entries'] as Record<string, string>).map((entry) => entry.length));
    case 'pipe':
      return sizeOf(inner('in'));
    default:
      return def['innerType'] ? sizeOf(inner('innerType')) : 12;
  }
}

const KB = 1024;
/** What has no bound of its own is bounded by its body alone, and these are all. */
const withoutEnd = ['saveDraft', 'keepAnswers', 'sendSheet'];

it('says of every route how large its body may be, where its schema takes more than others may send', () => {
  const faults = (Object.entries(routes) as [string, RouteDefinition][]).flatMap(([id, { body, bodyKb }]) => {
    if (!body) return bodyKb ? [`${id}: has no body`] : [];
    const kb = Math.ceil(sizeOf(body) / KB / BODY_KB) * BODY_KB;
    if (kb === Infinity) return withoutEnd.includes(id) ? [] : [`${id}: a body without an end`];
    if (kb > BODY_KB && !bodyKb) return [`${id}: its schema takes ${kb} KB, and it says nothing`];
    return bodyKb && bodyKb > kb ? [`${id}: says ${bodyKb} KB, its schema takes ${kb}`] : [];
  });
  expect(faults).toEqual([]);
});

it('lets nobody without an office send more than half a megabyte', () => {
  const offices = ['admin', 'province_officer', 'district_officer', 'committee_member', 'focal_officer'];
  const large = (Object.entries(routes) as [string, RouteDefinition][])
    .filter(([, { bodyKb = 0 }]) => bodyKb > 512)
    .filter(
      ([, { access }]) =>
        access === 'self' || access === 'public' || actions[access].some((role) => !offices.includes(role)),
    );
  expect(large.map(([id]) => id)).toEqual([]);
});

it.each(Object.entries(routes) as [string, RouteDefinition][])(
  '%s takes nothing without a bound',
  (_, { body, query }) => {
    const faults = [...(body ? nodes(body, 'body') : []), ...(query ? nodes(query, 'query') : [])].flatMap(
      ([path, node]) => {
        const fault = faultOf(path, node);
        return fault ? [`${path}: ${fault}`] : [];
      },
    );
    expect(faults).toEqual([]);
  },
);

it('lets an order name every order like it, of which a province has hundreds', () => {
  const similar = Array.from({ length: 600 }, () => '01890000-0000-7000-8000-000000000001');
  const parsed = routes.issueAssignment.body.safeParse({ knowsOfSimilar: similar });
  expect(parsed.error?.issues.map(({ path }) => path[0])).not.toContain('knowsOfSimilar');
});
