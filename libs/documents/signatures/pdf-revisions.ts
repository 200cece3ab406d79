/**
 * The states of a PDF that was gone on with (ISO 32000, incremental update): each has its own table of objects behind the
 * bytes of the one before. Only plain tables: the documents that are handed out have them, and tools go on in the same manner.
 */
import { type Dictionary, Lexer, Ref, Unreadable, type Value } from './pdf-lexer.ts';

const [MOST_REVISIONS, MOST_OBJECTS] = [40, 200_000];

export interface Revision {
  /** Where its table stands. */
  at: number;
  /** Place by number, or null where the object is given up. */
  entries: Map<number, number | null>;
  trailer: Dictionary;
  /** The number of its catalog. */
  root: number;
  /** Places where it may end. */
  ends: number[];
}

/** Oldest first. */
export function revisionsOf(bytes: Buffer): Revision[] {
  const mark = bytes.lastIndexOf('startxref');
  if (mark < 0) throw new Unreadable('no startxref');
  const found: Revision[] = [];
  let at = new Lexer(bytes, mark + 'startxref'.length).integer();
  for (;;) {
    const one = sectionAt(bytes, at);
    found.push(one);
    const previous = one.trailer.get('Prev');
    if (previous === undefined) break;
    // A chain that goes forward could be made to end anywhere.
    if (typeof previous !== 'number' || previous >= at || found.length >= MOST_REVISIONS)
      throw new Unreadable('the tables do not follow each other');
    at = previous;
  }
  return found.toReversed();
}

function sectionAt(bytes: Buffer, at: number): Revision {
  if (at >= bytes.length) throw new Unreadable('the table lies beyond the end');
  const lexer = new Lexer(bytes, at);
  lexer.expect('xref');
  const entries: Revision['entries'] = new Map();
  let word = lexer.word();
  for (; /^\d{1,7}$/.test(word); word = lexer.word()) {
    const [first, count] = [Number(word), lexer.integer()];
    if (entries.size + count > MOST_OBJECTS) throw new Unreadable('too many objects');
    for (let i = 0; i < count; i++) {
      const place = lexer.integer();
      lexer.integer();
      const kind = lexer.word();
      if (kind !== 'n' && kind !== 'f') throw new Unreadable('the table is broken');
      if (entries.has(first + i)) throw new Unreadable('an object stands twice in the table');
      // Bytes that come later could put another object where a table already points.
      if (kind === 'n' && place >= at) throw new Unreadable('an object lies behind its table');
      entries.set(first + i, kind === 'n' ? place : null);
    }
  }
  if (word !== 'trailer') throw new Unreadable('no trailer');
  const trailer = lexer.value();
  const root = trailer instanceof Map ? trailer.get('Root') : undefined;
  if (!(trailer instanceof Map) || trailer.has('XRefStm') || trailer.has('Encrypt') || !(root instanceof Ref))
    throw new Unreadable('an unusual trailer');
  lexer.expect('startxref');
  if (lexer.integer() !== at) throw new Unreadable('the table is named elsewhere');
  return { at, entries, trailer, root: root.number, ends: endsAt(bytes, lexer.at) };
}

/** Right behind the mark of the end, or behind the end of its line. */
function endsAt(bytes: Buffer, at: number): number[] {
  const mark = bytes.indexOf('%%EOF', at);
  if (mark < 0 || bytes.toString('latin1', at, mark).trim() !== '') throw new Unreadable('no end');
  const end = mark + 5;
  const line = /^(?:\r\n|\r|\n)/.exec(bytes.toString('latin1', end, end + 2))?.[0].length ?? 0;
  return [...new Set([end, line === 2 ? end + 1 : end, end + line])];
}

/** A state of the file: what its objects are once `count` revisions are read. */
export class State {
  readonly places: ReadonlyMap<number, number | null>;
  readonly root: number;
  readonly info: Value | undefined;

  constructor(
    private readonly bytes: Buffer,
    revisions: readonly Revision[],
    count: number,
  ) {
    const last = revisions[count - 1];
    if (!last) throw new Unreadable('no table');
    this.places = new Map(revisions.slice(0, count).flatMap(({ entries }) => [...entries]));
    this.root = last.root;
    this.info = last.trailer.get('Info');
  }

  has(number: number): boolean {
    return (this.places.get(number) ?? null) !== null;
  }

  /** The object's value; `isStream` when bytes follow it. */
  object(number: number): { value: Value; isStream: boolean } {
    const place = this.places.get(number) ?? null;
    if (place === null) return { value: null, isStream: false };
    if (place >= this.bytes.length) throw new Unreadable('an object lies beyond the end');
    const lexer = new Lexer(this.bytes, place);
    if (lexer.integer() !== number) throw new Unreadable('another object stands there');
    lexer.integer();
    lexer.expect('obj');
    const value = lexer.value();
    const next = lexer.word();
    if (next !== 'endobj' && next !== 'stream') throw new Unreadable('an object has no end');
    return { value, isStream: next === 'stream' };
  }

  /** What a value means: the object behind a reference, else itself. */
  real(value: Value | undefined): Value | undefined {
    return value instanceof Ref ? this.object(value.number).value : value;
  }

  /** An entry of a dictionary, with what it refers to; undefined when there is none. */
  entry(dictionary: Value | undefined, key: string): Exclude<Value, null> | undefined {
    return dictionary instanceof Map ? (this.real(dictionary.get(key)) ?? undefined) : undefined;
  }

  get catalog(): Dictionary {
    const { value } = this.object(this.root);
    if (!(value instanceof Map)) throw new Unreadable('no catalog');
    return value;
  }

  /** Numbers of the pages' objects. */
  pages(): number[] {
    const found: number[] = [];
    const seen = new Set<number>();
    const walk = (ref: Value | undefined, depth: number): void => {
      if (!(ref instanceof Ref) || seen.has(ref.number) || depth > 30 || seen.size > MOST_OBJECTS)
        throw new Unreadable('the pages are not a tree');
      seen.add(ref.number);
      const node = this.real(ref);
      const kids = this.entry(node, 'Kids');
      if (Array.isArray(kids)) for (const kid of kids) walk(kid, depth + 1);
      else found.push(ref.number);
    };
    walk(this.catalog.get('Pages'), 0);
    return found;
  }
}
