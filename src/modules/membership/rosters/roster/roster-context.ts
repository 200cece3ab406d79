/**
 * Reads cells of one sheet as clean text and collects findings. Every correction asks here first: the answer is the
 * officer's choice, or the rule's default while there is none. A retyped cell replaces the file's text before anything
 * else looks at it, so it is checked like any other.
 */
import { cellName, columnName, decodeLegacy, type Cell, type Sheet } from '#documents';
import { type PhoneReading, readPhones } from '../../people/people/phones.ts';
import { findingRules, type Choice, type Choices, type Finding, type FindingCode } from './findings.ts';
import type { Place } from './roster.types.ts';

export type { Place } from './roster.types.ts';

export interface Doubt {
  at: Place;
  code: FindingCode;
  params?: Record<string, string | number>;
  original?: string;
  proposed?: string | null;
  choices?: string[];
  group?: string;
}

interface LeftOut {
  column: number;
  part: number | undefined;
  cell: string;
  code: string;
}

const notImported = 'cell.notImported';

export class RosterContext {
  readonly findings: Finding[] = [];
  readonly sheet: Sheet;
  /** First cells of rows, and single cells, that the officer brought back. */
  readonly takenBack: Place[] = [];
  private readonly choices: Choices;
  private readonly typed = new Map<string, string>();
  private readonly leftOut = new Map<number, LeftOut[]>();
  private readonly back = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly lines = new Map<string, readonly string[]>();
  private readonly seen = new Map<string, string>();
  private readonly numbers = new Map<string | number, PhoneReading>();

  constructor(sheet: Sheet, choices: Choices) {
    this.sheet = sheet;
    this.choices = choices;
    for (const [key, choice] of Object.entries(choices)) this.note(key, choice);
  }

  private note(key: string, choice: Choice): void {
    const hash = key.lastIndexOf('#');
    const at = key.lastIndexOf('!', hash);
    const ref = key.slice(at + 1, hash);
    const place = placeOf(ref);
    // An answer about the file as a whole is not the text of its first cell.
    if (key.slice(0, at) !== this.sheet.name || place === null || isAboutFile(key)) return;
    const code = key.slice(hash + 1);
    if (choice.act === 'type') this.typed.set(ref, choice.value);
    if (choice.act === 'leave_out')
      this.leftOut.set(place.row, [
        ...(this.leftOut.get(place.row) ?? []),
        { column: place.column, part: place.part, cell: ref, code },
      ]);
    if (choice.act === 'take' && code === notImported) {
      this.back.add(ref);
      this.takenBack.push(place);
    }
  }

  /** @param columns those of the one person, when the row names several */
  isLeftOut(row: number, part?: number, columns?: ReadonlySet<number>): boolean {
    return (this.leftOut.get(row) ?? []).some(
      (one) => (one.part === undefined || one.part === part) && (columns?.has(one.column) ?? true),
    );
  }

  isLeftOutBy(row: number, code: FindingCode): boolean {
    return (this.leftOut.get(row) ?? []).some((one) => one.code === code);
  }

  leftOutThrough(row: number): { cell: string; code: string } | undefined {
    const [first] = this.leftOut.get(row) ?? [];
    return first && { cell: first.cell, code: first.code };
  }

  /** True when the officer said that the row is one of people all the same. */
  isTakenBack(row: number): boolean {
    if (this.back.size === 0) return false;
    const first = (this.sheet.rows[row] ?? []).findIndex((cell) => cell !== null && cell.text.trim() !== '');
    return first >= 0 && this.back.has(cellName(row, first));
  }

  /** A cell with a line through it says nothing, unless it is brought back. */
  isStruck(at: Place): boolean {
    const cell = this.sheet.rows[at.row]?.[at.column];
    return cell?.struck === true && !this.back.has(cellName(at.row, at.column)) && !this.isTakenBack(at.row);
  }

  isTyped(at: Place): boolean {
    return this.typed.has(refOf(at));
  }

  /** The cell tells of several people, one on each line. */
  split(at: Place, lines: readonly string[]): void {
    this.lines.set(cellName(at.row, at.column), lines);
  }

  cell(at: Place): Cell | null {
    const typed = this.typed.get(refOf(at));
    if (typed !== undefined) return typed.trim() === '' ? null : { value: typed, text: typed };
    const name = cellName(at.row, at.column);
    const lines = at.part === undefined ? undefined : this.lines.get(name);
    const whole =
      at.part === undefined ? this.sheet.rows[at.row]?.[at.column] : this.cell({ row: at.row, column: at.column });
    if (!whole || this.isStruck(at)) return null;
    if (lines === undefined || at.part === undefined) return whole;
    const text = lines[at.part] ?? '';
    return text === '' ? null : { ...whole, value: text, text };
  }

  /** Raises a finding and tells whether its proposal counts. */
  raise(doubt: Doubt): boolean {
    const cell = refOf(doubt.at);
    const key = `${this.sheet.name}!${cell}#${doubt.code}`;
    const [severity, byDefault] = findingRules[doubt.code];
    const choice = this.choices[key];
    if (!this.asked.has(key)) {
      this.asked.add(key);
      this.findings.push({
        key,
        sheet: this.sheet.name,
        cell,
        row: doubt.at.row + 1,
        column: columnName(doubt.at.column),
        code: doubt.code,
        severity,
        params: doubt.params ?? {},
        original: doubt.original ?? this.cell(doubt.at)?.text ?? '',
        proposed: doubt.proposed ?? null,
        ...(doubt.choices && { choices: doubt.choices }),
        ...(doubt.group && { group: doubt.group }),
        ...stateOf(choice, doubt.proposed ?? null),
      });
    }
    if (choice?.act === 'take') return true;
    return choice?.act === 'keep' ? false : byDefault === 'take';
  }

  reasonFor(at: Place, code: FindingCode): string | undefined {
    const choice = this.choices[`${this.sheet.name}!${refOf(at)}#${code}`];
    return choice?.act === 'keep' ? choice.reason : undefined;
  }

  /** Clean text without findings: to recognise headers and rows. */
  glance(at: Place): string {
    const cell = this.cell(at);
    if (cell === null) return '';
    if (at.part !== undefined) return plain(cell);
    const name = refOf(at);
    const known = this.seen.get(name);
    if (known !== undefined) return known;
    const text = plain(cell);
    this.seen.set(name, text);
    return text;
  }

  /** The numbers in a cell's text. A row is asked for them twice, and judging one takes longer than anything else of it. */
  phones(value: string | number): PhoneReading {
    const reading = this.numbers.get(value) ?? readPhones(value);
    this.numbers.set(value, reading);
    return reading;
  }

  /** Clean text, every repair a finding. */
  text(at: Place): string {
    const cell = this.cell(at);
    if (cell === null || !this.usable(cell, at)) return '';
    let text = this.fromLegacy(cell, at);
    const left = withoutStruck(text, cell);
    if (left !== text) text = this.repair(at, 'text.struckPart', text, left);
    if (text !== text.normalize('NFC')) text = this.repair(at, 'text.decomposed', text, text.normalize('NFC'));
    if (/(?<=\s|^)[Ðð]|[Ðð](?=\p{L})/u.test(text)) text = this.repair(at, 'text.wrongD', text, repairD(text));
    const whole = withoutLoneMarks(text);
    if (whole !== text) text = this.repair(at, 'text.loneMark', text, whole);
    return tidy(text);
  }

  private usable(cell: Cell, at: Place): boolean {
    const broken =
      cell.hasCachedResult === false || /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/.test(cell.text);
    if (broken)
      this.raise({
        at,
        code: 'cell.formulaWithoutResult',
        params: { cell: refOf(at) },
        original: cell.formula ? `=${cell.formula}` : cell.text,
      });
    else if (cell.formula !== undefined)
      this.raise({ at, code: 'cell.formula', original: `=${cell.formula}`, proposed: cell.text });
    else if (cell.cutFrom !== undefined)
      this.raise({ at, code: 'cell.tooLong', params: { cell: cellName(at.row, at.column), length: cell.cutFrom } });
    else if (cell.richText) this.raise({ at, code: 'cell.richText', original: cell.text, proposed: cell.text });
    return !broken;
  }

  private fromLegacy(cell: Cell, at: Place): string {
    const decoded = decodeLegacy(cell.text, cell.fontName);
    if (decoded === null) return cell.text;
    const code = !decoded.sure ? 'text.legacyUnsure' : decoded.encoding === 'tcvn3' ? 'text.tcvn3' : 'text.vni';
    const font = cell.fontName && /^\.?vn/i.test(cell.fontName) ? cell.fontName : '';
    const group = `${code}:${font}`;
    const proposed = tidy(decoded.text);
    const params = {
      font: font || (decoded.encoding === 'tcvn3' ? '.VnTime' : 'VNI-Times'),
      encoding: decoded.encoding === 'tcvn3' ? 'TCVN3' : 'VNI',
    };
    return this.raise({ at, code, params, original: cell.text, proposed, group }) ? decoded.text : cell.text;
  }

  private repair(at: Place, code: FindingCode, from: string, to: string): string {
    return this.raise({ at, code, original: from, proposed: tidy(to) }) ? to : from;
  }
}

/** Findings of the file stand at A1 of its first sheet. */
export function isAboutFile(key: string): boolean {
  return key.slice(key.lastIndexOf('#') + 1).startsWith('file.');
}

/** 'F12', and 'F12.2' for the second person whom the cell tells of. */
export function refOf({ row, column, part }: Place): string {
  return part === undefined ? cellName(row, column) : `${cellName(row, column)}.${part + 1}`;
}

function placeOf(ref: string): Place | null {
  const match = /^([A-Z]{1,3})(\d{1,7})(?:\.(\d{1,3}))?$/.exec(ref);
  if (!match?.[1]) return null;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column, ...(match[3] && { part: Number(match[3]) - 1 }) };
}

function stateOf(choice: Choice | undefined, proposed: string | null): Pick<Finding, 'state' | 'value'> {
  if (choice?.act === 'take' && proposed !== null) return { state: 'taken' };
  if (choice?.act === 'keep') return { state: 'kept', ...(choice.reason && { value: choice.reason }) };
  if (choice?.act === 'type') return { state: 'typed', value: choice.value };
  return { state: choice?.act === 'leave_out' ? 'left_out' : 'open' };
}

/** Tone marks that no Vietnamese vowel carries, as half-converted text has them. */
function withoutLoneMarks(text: string): string {
  const lone = /(?<![aeiouyAEIOUY\u0302\u0306\u031b])[\u0300\u0301\u0303\u0309\u0323]/g;
  return text.normalize('NFD').replace(lone, '').normalize('NFC');
}

function plain(cell: Cell): string {
  const text = decodeLegacy(cell.text, cell.fontName)?.text ?? cell.text;
  return tidy(repairD(withoutStruck(text, cell).normalize('NFC')));
}

/** What is left when the parts with a line through them go. */
function withoutStruck(text: string, { struckParts, fontName }: Cell): string {
  let left = text;
  for (const part of struckParts ?? []) left = left.replace(decodeLegacy(part, fontName)?.text ?? part, () => ' ');
  return left;
}

function repairD(text: string): string {
  return text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');
}

function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
