/**
 * The form of an answer without its values: what a client of that release reads by name. A later answer may say more; it may
 * not say less, nor the same in another form.
 */
export type Shape = string | ({ orNull?: true } & ({ list: Shape | null } | { fields: Record<string, Shape> }));

export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return { list: value.length > 0 ? value.map(shapeOf).reduce(both) : null };
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  return { fields: Object.fromEntries(Object.entries(value).map(([name, of]) => [name, shapeOf(of)])) };
}

const isOptional = (name: string): boolean => name.endsWith('?');
const plain = (name: string): string => (isOptional(name) ? name.slice(0, -1) : name);

/** What holds for either: a field that one of them lacks is marked by `?`. */
function both(one: Shape, other: Shape): Shape {
  if (typeof one === 'object' && typeof other === 'object') {
    const orNull = one.orNull || other.orNull ? ({ orNull: true } as const) : {};
    if ('list' in one && 'list' in other)
      return { ...orNull, list: one.list && other.list ? both(one.list, other.list) : (one.list ?? other.list) };
    if ('fields' in one && 'fields' in other) return { ...orNull, fields: bothFields(one.fields, other.fields) };
  }
  if (one === 'null' && typeof other === 'object') return { ...other, orNull: true };
  if (other === 'null' && typeof one === 'object') return { ...one, orNull: true };
  return [...new Set([...wordsOf(one), ...wordsOf(other)])].sort().join('|');
}

const wordsOf = (shape: Shape): string[] =>
  typeof shape === 'string' ? shape.split('|') : ['list' in shape ? 'list' : 'fields'];

function bothFields(one: Record<string, Shape>, other: Record<string, Shape>): Record<string, Shape> {
  const [left, right] = [one, other].map(
    (fields) =>
      new Map(Object.entries(fields).map(([name, shape]) => [plain(name), { shape, isOptional: isOptional(name) }])),
  ) as [Map<string, Field>, Map<string, Field>];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return Object.fromEntries(
    names.map((name) => {
      const [a, b] = [left.get(name), right.get(name)];
      const shape = a && b ? both(a.shape, b.shape) : ((a ?? b)?.shape as Shape);
      return [a && b && !a.isOptional && !b.isOptional ? name : `${name}?`, shape];
    }),
  );
}

interface Field {
  shape: Shape;
  isOptional: boolean;
}

/** Where the answer of now would surprise a client of then, by path. What was empty then may hold anything now. */
export function changesOf(then: Shape, now: unknown, path = ''): string[] {
  if (typeof then === 'string') return scalarChanges(then, now, path);
  if (now === null && then.orNull) return [];
  if ('list' in then) {
    if (!Array.isArray(now)) return [`${path || 'the answer'} is no list any more`];
    const { list } = then;
    return list === null ? [] : [...new Set(now.flatMap((one) => changesOf(list, one, `${path}[]`)))];
  }
  if (typeof now !== 'object' || now === null || Array.isArray(now))
    return [`${path || 'the answer'} has no fields any more`];
  const fields = now as Record<string, unknown>;
  return Object.entries(then.fields).flatMap(([name, shape]) => {
    const at = path ? `${path}.${plain(name)}` : plain(name);
    if (plain(name) in fields) return changesOf(shape, fields[plain(name)], at);
    return isOptional(name) ? [] : [`${at} is missing`];
  });
}

function scalarChanges(then: string, now: unknown, path: string): string[] {
  if (then === 'null') return [];
  const is = wordsOf(shapeOf(now))[0] as string;
  return then.split('|').includes(is) ? [] : [`${path || 'the answer'} was ${then} and is ${is}`];
}
