/** NUL is no character of a PostgreSQL text, and half a surrogate pair is none of UTF-8: JSON can carry both. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const MOST = 20;

interface Frame {
  of: Readonly<Record<string | number, unknown>>;
  /** Null of a list, which needs no names for its places. */
  keys: readonly string[] | null;
  next: number;
}

const frameOf = (value: unknown): Frame | undefined =>
  typeof value !== 'object' || value === null || Buffer.isBuffer(value)
    ? undefined
    : {
        of: value as Frame['of'],
        keys: Array.isArray(value) ? null : Object.keys(value),
        next: 0,
      };

const lengthOf = ({ of, keys }: Frame): number => keys?.length ?? (of as unknown as readonly unknown[]).length;
/** The key at which the walk stands. */
const keyOf = ({ keys, next }: Frame): string | number => keys?.[next - 1] ?? next - 1;

const LARGE = 2_000;

/** True of what holds thousands of values; looks at no more than these. */
export function isLarge(value: unknown): boolean {
  let seen = 0;
  for (const waiting: unknown[] = [value]; waiting.length > 0; ) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inner = Object.values(Array.isArray(next) ? next.slice(0, LARGE) : next);
    seen += inner.length;
    if (seen >= LARGE) return true;
    waiting.push(...inner);
  }
  return false;
}

/**
 * Paths of the texts, keys included, that cannot be stored; a few of them when there are many. Only what is found gets a path:
 * the walk holds no more than the place where it stands.
 */
export function unstorable(value: unknown): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [''];
  const found: string[] = [];
  const root = frameOf(value);
  const frames = root ? [root] : [];
  for (let frame = frames.at(-1); frame && found.length < MOST; frame = frames.at(-1)) {
    if (frame.next >= lengthOf(frame)) {
      frames.pop();
      continue;
    }
    frame.next += 1;
    const key = keyOf(frame);
    const inner = frame.of[key];
    if (typeof key === 'string' && !isStorable(key)) found.push(frames.slice(0, -1).map(keyOf).join('.'));
    else if (typeof inner === 'string' && !isStorable(inner)) found.push(frames.map(keyOf).join('.'));
    const below = frameOf(inner);
    if (below) frames.push(below);
  }
  return found;
}
