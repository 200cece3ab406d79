/** NUL is no character of a PostgreSQL text, and half a surrogate pair is none of UTF-8: JSON can carry both. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const MOST = 20;

/** Paths of the texts, keys included, that cannot be stored; a few of them when there are many. */
export function unstorable(value: unknown): string[] {
  const found: string[] = [];
  const waiting: [string, unknown][] = [['', value]];
  for (let next = waiting.pop(); next && found.length < MOST; next = waiting.pop()) {
    const [path, of] = next;
    if (typeof of === 'string' && !isStorable(of)) found.push(path);
    if (typeof of !== 'object' || of === null || Buffer.isBuffer(of)) continue;
    const step = path === '' ? '' : '.';
    for (const [key, inner] of Object.entries(of)) {
      if (!isStorable(key)) found.push(path);
      waiting.push([`${path}${step}${key}`, inner]);
    }
  }
  return found;
}
