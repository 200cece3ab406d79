/**
 * Reads cells of one sheet as clean text and collects findings. Every correction asks here first: the answer is the
 * officer's choice, or the rule's default while there is none. A retyped cell replaces the file's text before anything
 * else looks at it, so it is checked like any other.
 */
import { cellName, columnName, decodeLegacy, type Cell, type Sheet } from '#documents';
import { findingRules, type Choice, type Choices, type Finding, type FindingCode } from './findings.ts';

/** Zero-based row and column. */
export interface Place {
  row: number;
  column: number;
}

export interface Doubt {
  at: Place;
  code: FindingCode;
  params?: Record<string, string | number>;
  original?: string;
  proposed?: string | null;
  choices?: string[];
  group?: string;
}

export class RosterContext {
  readonly findings: Finding[] = [];
  readonly sheet: Sheet;
  private readonly choices: Choices;
  private readonly typed = new Map<string, string>();
  private readonly leftOut = new Set<number>();
  private readonly asked = new Set<string>();

  constructor(sheet: Sheet, choices: Choices) {
    this.sheet = sheet;
    this.choices = choices;
    for (const [key, choice] of Object.entries(choices)) this.note(key, choice);
  }

  private note(key: string, choice: Choice): void {
    const place = key.slice(0, key.lastIndexOf('#'));
    const at = place.lastIndexOf('!');
    // An answer about the file as a whole is not the text of its first cell.
    if (place.slice(0, at) !== this.sheet.name || isAboutFile(key)) return;
    if (choice.act === 'type') this.typed.set(place.slice(at + 1), choice.value);
    if (choice.act === 'leave_out') this.leftOut.add(Number(/\d+$/.exec(place)?.[0]));
  }

  isLeftOut(row: number): boolean {
    return this.leftOut.has(row + 1);
  }

  cell(at: Place): Cell | null {
    const typed = this.typed.get(cellName(at.row, at.column));
    if (typed !== undefined) return typed.trim() === '' ? null : { value: typed, text: typed };
    return this.sheet.rows[at.row]?.[at.column] ?? null;
  }

  /** Raises a finding and tells whether its proposal counts. */
  raise(doubt: Doubt): boolean {
    const cell = cellName(doubt.at.row, doubt.at.column);
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
    const choice = this.choices[`${this.sheet.name}!${cellName(at.row, at.column)}#${code}`];
    return choice?.act === 'keep' ? choice.reason : undefined;
  }

  /** Clean text without findings: to recognise headers and rows. */
  glance(at: Place): string {
    const cell = this.cell(at);
    if (cell === null) return '';
    return tidy(repairD((decodeLegacy(cell.text, cell.fontName)?.text ?? cell.text).normalize('NFC')));
  }

  /** Clean text, every repair a finding. */
  text(at: Place): string {
    const cell = this.cell(at);
    if (cell === null || !this.usable(cell, at)) return '';
    let text = this.fromLegacy(cell, at);
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
        params: { cell: cellName(at.row, at.column) },
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

function repairD(text: string): string {
  return text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');
}

function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
