/** What each row of a list says by itself: the place, the first and the last day. Nothing is guessed. Pure. */
import { z } from 'zod';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { foldMarks, foldTone } from '#i18n/fold';

export type CoverageLine = RouteBody<typeof routes.importCoverage>['lines'][number];
export type CoverageFinding = RouteAnswer<typeof routes.importCoverage>['findings'][number];

/** A unit that a row can name. */
export interface Place {
  id: string;
  name: string;
  fullName: string;
  code: string | null;
  /** The commune of a hamlet, else the unit itself. */
  communeId: string;
  /** What it stood in or was made of before. */
  former: string | null;
}
export interface ReadRow {
  row: number;
  place: Place;
  from: string;
  /** The last day; null: open. */
  till: string | null;
}
interface Known {
  communes: readonly Place[];
  hamlets: readonly Place[];
  from: string;
  today: string;
}
export interface ReadLines {
  rows: ReadRow[];
  findings: CoverageFinding[];
}

type Doubt = Partial<CoverageFinding> & Pick<CoverageFinding, 'field' | 'code'>;

export function readLines(lines: readonly CoverageLine[], known: Known): ReadLines {
  const reader = new RowReader(known);
  const rows = lines.flatMap((line) => reader.read(line) ?? []);
  reader.compare(rows);
  return { rows, findings: reader.findings };
}

/** Sheets drop the noughts in front of a code. */
const codeOf = (text: string): string => text.replace(/^0+(?=\d)/, '');
const isCode = (text: string): boolean => /^\d{1,10}$/.test(text);
const shown = ({ id, fullName, code, former }: Place) => ({ id, fullName, code, former });

/** "Thôn 1 (Bình Sơn cũ)": what stands in brackets says where it stood before. */
function inParts(text: string): [name: string, former: string] {
  const [, name = text, former = ''] = /^([^(]*)\(([^)]*)\)?$/u.exec(text) ?? [];
  return [
    name.trim(),
    foldMarks(former)
      .replace(/\bcu\b/g, '')
      .trim(),
  ];
}

class Names {
  private readonly byCode = new Map<string, Place[]>();
  private readonly byName = new Map<string, Place[]>();

  constructor(places: readonly Place[]) {
    const add = (map: Map<string, Place[]>, key: string, place: Place) =>
      map.set(key, [...(map.get(key) ?? []), place]);
    for (const place of places) {
      if (place.code) add(this.byCode, codeOf(place.code), place);
      for (const name of new Set([foldTone(place.name), foldTone(place.fullName)])) add(this.byName, name, place);
    }
  }

  find(text: string): Place[] {
    if (isCode(text)) return this.byCode.get(codeOf(text)) ?? this.byName.get(text) ?? [];
    const [name, former] = inParts(text);
    const named = this.byName.get(foldTone(text)) ?? this.byName.get(foldTone(name)) ?? [];
    const fitting = named.filter((place) => former !== '' && place.former && foldMarks(place.former).includes(former));
    return fitting.length === 1 ? fitting : named;
  }
}

class RowReader {
  readonly findings: CoverageFinding[] = [];
  private readonly communes: Names;
  private readonly hamlets: Names;
  private readonly inCommune = new Map<string, Names>();
  private readonly byId: Map<string, Place>;

  constructor(private readonly known: Known) {
    this.communes = new Names(known.communes);
    this.hamlets = new Names(known.hamlets);
    const groups = new Map<string, Place[]>();
    for (const place of known.hamlets) groups.set(place.communeId, [...(groups.get(place.communeId) ?? []), place]);
    for (const [id, places] of groups) this.inCommune.set(id, new Names(places));
    this.byId = new Map([...known.communes, ...known.hamlets].map((place) => [place.id, place]));
  }

  read(line: CoverageLine): ReadRow | null {
    const tell = (doubt: Doubt) =>
      void this.findings.push({ row: line.row, params: {}, open: true, units: [], ...doubt });
    const place = this.placeOf(line, tell);
    const from = this.fromOf(line, tell);
    const till = line.till === '' ? null : dayOf(line.till);
    if (line.till !== '' && !till) tell({ field: 'till', code: 'dayBad', params: { text: line.till } });
    if (till && from && till < from) tell({ field: 'till', code: 'tillBeforeFrom', params: { text: line.till } });
    return place && from && (line.till === '' || (till && till >= from)) ? { row: line.row, place, from, till } : null;
  }

  /** The same place twice says the same twice, or two things. A hamlet beside its whole commune is one of the two. */
  compare(rows: readonly ReadRow[]): void {
    const first = new Map<string, ReadRow>();
    for (const one of rows) {
      const other = first.get(one.place.id);
      if (!other) {
        first.set(one.place.id, one);
        continue;
      }
      const isSame = other.from === one.from && other.till === one.till;
      this.findings.push(doubled(one, other, isSame));
    }
    for (const one of first.values()) {
      const whole = one.place.id === one.place.communeId ? undefined : first.get(one.place.communeId);
      if (whole) this.findings.push(doubled(one, whole, whole.from === one.from && whole.till === one.till));
    }
  }

  private placeOf(line: CoverageLine, tell: (doubt: Doubt) => void): Place | null {
    const chosen = line.unitId === undefined ? undefined : this.byId.get(line.unitId);
    if (chosen) return chosen;
    const commune =
      line.commune === '' ? null : this.one('commune', line.commune, this.communes.find(line.commune), tell);
    if (line.hamlet === '') {
      if (line.commune === '') tell({ field: 'commune', code: 'communeMissing' });
      return commune;
    }
    // A code names its hamlet in the whole unit; a name only within its commune.
    if (line.commune === '' && !isCode(line.hamlet)) {
      tell({ field: 'commune', code: 'communeMissing' });
      return null;
    }
    if (line.commune !== '' && !commune) return null;
    const names = commune ? this.inCommune.get(commune.id) : this.hamlets;
    return this.one('hamlet', line.hamlet, names?.find(line.hamlet) ?? [], tell);
  }

  private one(field: 'commune' | 'hamlet', text: string, found: Place[], tell: (doubt: Doubt) => void): Place | null {
    if (found.length === 1) return found[0] ?? null;
    const code = found.length > 1 ? (`${field}Ambiguous` as const) : (`${field}Unknown` as const);
    tell({ field, code, params: { text }, units: found.map(shown) });
    return null;
  }

  /** What held before today cannot be changed any more: such a row begins today, and says so. */
  private fromOf(line: CoverageLine, tell: (doubt: Doubt) => void): string | null {
    const { from, today } = this.known;
    if (line.from === '') return from;
    const day = dayOf(line.from);
    if (!day) tell({ field: 'from', code: 'dayBad', params: { text: line.from } });
    if (!day || day >= today) return day;
    tell({ field: 'from', code: 'fromPast', params: { text: line.from }, open: false });
    return today;
  }
}

const doubled = (one: ReadRow, other: ReadRow, isSame: boolean): CoverageFinding => ({
  row: one.row,
  field: 'hamlet',
  code: isSame ? 'rowTwice' : 'contradicts',
  params: { row: String(other.row) },
  open: !isSame,
  units: [],
});

/** 2026-11-26, 26/11/2026, 26-11-2026, 26.11.2026. */
function dayOf(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = local ? `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}` : text.slice(0, 10);
  return z.iso.date().safeParse(day).success && /^(19|20|21)/.test(day) ? day : null;
}
