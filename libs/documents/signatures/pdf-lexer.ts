/**
 * Reads values of a PDF at a place of the file and says where each lies: signatures are about bytes. Strict: what a
 * well-made file does not have is refused, because two readers may understand it in two ways.
 */
export class Unreadable extends Error {}

const [WHITE, DELIMITERS] = [
  new Set([0, 9, 10, 12, 13, 32]),
  new Set([...'()<>[]{}/%'].map((one) => one.charCodeAt(0))),
];
const DEEPEST = 40;
const isWhite = (byte: number | undefined) => byte !== undefined && WHITE.has(byte);
const isRegular = (byte: number | undefined) => byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte);

export class Name {
  constructor(readonly name: string) {}
}
export class Ref {
  constructor(readonly number: number) {}
}
/** A string with its first and last place, brackets included. */
export class Text {
  constructor(
    readonly bytes: Buffer,
    readonly from: number,
    readonly to: number,
  ) {}
}
export type Dictionary = Map<string, Value>;
export type Value = null | boolean | number | Name | Ref | Text | Value[] | Dictionary;

export class Lexer {
  constructor(
    private readonly bytes: Buffer,
    /** The place that is read next. */
    public at: number,
  ) {}

  private skip(): void {
    for (;;) {
      while (isWhite(this.bytes[this.at])) this.at++;
      if (this.bytes[this.at] !== 0x25) return;
      while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++;
    }
  }

  /** A run of regular letters: a number, a word, or ''. */
  word(): string {
    this.skip();
    const from = this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    if (this.at - from > 128) throw new Unreadable('a word is too long');
    return this.bytes.toString('latin1', from, this.at);
  }

  expect(word: string): void {
    if (this.word() !== word) throw new Unreadable(`no ${word} at ${this.at}`);
  }

  integer(): number {
    const word = this.word();
    if (!/^\d{1,10}$/.test(word)) throw new Unreadable(`no number at ${this.at}`);
    return Number(word);
  }

  value(depth = 0): Value {
    if (depth > DEEPEST) throw new Unreadable('too deep');
    this.skip();
    const [one, next] = [this.bytes[this.at], this.bytes[this.at + 1]];
    if (one === 0x2f) return this.name();
    if (one === 0x28) return this.literal();
    if (one === 0x3c) return next === 0x3c ? this.dictionary(depth) : this.hex();
    if (one === 0x5b) return this.array(depth);
    return this.plain();
  }

  private name(): Name {
    this.at++;
    const from = this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    const raw = this.bytes.toString('latin1', from, this.at);
    return new Name(
      raw.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  }

  private literal(): Text {
    const from = this.at++;
    for (let open = 1; open > 0; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Unreadable('a string has no end');
      if (byte === 0x5c) this.at++;
      else if (byte === 0x28) open++;
      else if (byte === 0x29) open--;
    }
    return new Text(this.bytes.subarray(from + 1, this.at - 1), from, this.at);
  }

  private hex(): Text {
    const from = this.at;
    const end = this.bytes.indexOf(0x3e, from);
    if (end < 0) throw new Unreadable('a string has no end');
    const digits = this.bytes.toString('latin1', from + 1, end);
    if (!/^[0-9a-fA-F]*$/.test(digits) || digits.length % 2 > 0) throw new Unreadable('a string in other than hex');
    this.at = end + 1;
    return new Text(Buffer.from(digits, 'hex'), from, this.at);
  }

  private array(depth: number): Value[] {
    this.at++;
    const list: Value[] = [];
    for (;;) {
      this.skip();
      if (this.bytes[this.at] === 0x5d) break;
      list.push(this.value(depth + 1));
    }
    this.at++;
    return list;
  }

  private dictionary(depth: number): Dictionary {
    this.at += 2;
    const found: Dictionary = new Map();
    for (;;) {
      this.skip();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) throw new Unreadable(`no key at ${this.at}`);
      const { name } = this.name();
      // Which of two equal keys counts is each reader's own affair.
      if (found.has(name)) throw new Unreadable(`${name} stands twice`);
      found.set(name, this.value(depth + 1));
    }
    this.at += 2;
    return found;
  }

  private plain(): Value {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new Unreadable(`unknown word at ${this.at}`);
    if (/^\d+$/.test(word)) {
      const before = this.at;
      if (/^\d{1,5}$/.test(this.word()) && this.word() === 'R') return new Ref(Number(word));
      this.at = before;
    }
    return Number(word);
  }
}

/** One text for equal values, whatever blanks stand between them. */
export function shown(value: Value | undefined): string {
  if (value instanceof Name) return `/${value.name}`;
  if (value instanceof Ref) return `${value.number} R`;
  if (value instanceof Text) return `<${value.bytes.toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (value instanceof Map) {
    const keys = [...value.keys()].toSorted();
    return `<<${keys.map((key) => `/${key} ${shown(value.get(key))}`).join(' ')}>>`;
  }
  return String(value);
}
