/** Which unit a list means by a code or a name. Nothing is guessed: what fits several is given back as several. */
import type { UnitKind } from '#contracts/enums';
import { groupedByEach } from '#contracts/grouped';
import { foldMarks, foldTone } from '#i18n/fold';
import type { NamedUnit } from '#modules/organization';

export interface MeantUnits {
  /** Those that the text names; one when it is sure. */
  meant: NamedUnit[];
  /** Those that are written alike but for their marks. */
  similar: NamedUnit[];
}

const shortTypes: readonly [RegExp, string][] = [
  [/^x\.\s*/iu, 'xã '],
  [/^p\.\s*/iu, 'phường '],
  [/^tt\.\s*/iu, 'thị trấn '],
  [/^h\.\s*/iu, 'huyện '],
  [/^t\.\s*/iu, 'tỉnh '],
];
const MOST_SIMILAR = 5;
/** Codes are of five digits (commune), three (district) or two (province); sheets drop their first 0. */
const CODE_LENGTHS = [5, 3, 2];

export class UnitNames {
  private readonly byCode: Map<string, NamedUnit[]>;
  private readonly byName: Map<string, NamedUnit[]>;
  private readonly byMarks: Map<string, NamedUnit[]>;

  constructor(units: readonly NamedUnit[]) {
    this.byCode = groupedByEach(units, ({ code }) => (code ? [code] : []));
    this.byName = groupedByEach(units, ({ name, fullName }) => [...new Set([foldTone(fullName), foldTone(name)])]);
    this.byMarks = groupedByEach(units, ({ name, fullName }) => [...new Set([foldMarks(fullName), foldMarks(name)])]);
  }

  /** @param kinds of units at which the row's post may stand: they tell apart a district and a commune of one name */
  find(text: string, kinds: ReadonlySet<UnitKind> | undefined): MeantUnits {
    if (/^\d{1,10}$/.test(text)) return { meant: this.ofCode(text), similar: [] };
    const whole = withType(text);
    const [head = '', rest = ''] = [withType(text.split(/[(,]/u)[0] ?? ''), text.replace(/^[^(,]*/u, '')];
    const named = this.byName.get(foldTone(whole)) ?? this.byName.get(foldTone(head)) ?? [];
    if (named.length === 0) return { meant: [], similar: this.similar(whole, head) };
    const fitting = kinds ? named.filter(({ kind }) => kinds.has(kind)) : named;
    return { meant: toldApart(fitting.length > 0 ? fitting : named, rest), similar: [] };
  }

  private ofCode(code: string): NamedUnit[] {
    const written = [code, ...CODE_LENGTHS.map((length) => code.padStart(length, '0'))];
    return written.map((one) => this.byCode.get(one)).find((found) => found !== undefined) ?? [];
  }

  private similar(whole: string, head: string): NamedUnit[] {
    const found = this.byMarks.get(foldMarks(whole)) ?? this.byMarks.get(foldMarks(head)) ?? [];
    return found.slice(0, MOST_SIMILAR);
  }
}

/** "Xã Minh Sơn (Ngọc Lặc)": what stands behind names the former unit or the one above. */
function toldApart(units: readonly NamedUnit[], rest: string): NamedUnit[] {
  const said = foldMarks(rest.replace(/[(),]/gu, ' '));
  if (units.length < 2 || said === '') return [...units];
  const fitting = units.filter(({ former, parent }) =>
    [former, parent].some((one) => one && (foldMarks(one).includes(said) || said.includes(foldMarks(one)))),
  );
  return fitting.length === 1 ? fitting : [...units];
}

const withType = (text: string): string =>
  shortTypes.reduce((whole, [short, type]) => whole.replace(short, type), text.trim());
