/**
 * Whatever a client may send is bounded by its schema: the length of every text and list, the range of every number, the
 * years of every date. What cannot be stored is refused with the request and never reaches the database.
 */
import type { z } from 'zod';
import type { RouteDefinition } from './route.ts';
import { routes } from './routes.ts';

const INT4 = 2_147_483_647;
/** Sums of money in đồng, kept as bigint. */
const MONEY = /\.(numerator|denominator|plans\[\]\.value)$/;
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
