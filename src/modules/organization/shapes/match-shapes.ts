/** Which features of a file are which units, and what is to be said of them by name. Pure. */
import type { ShapeFindingKind } from '#contracts/organization/shapes';
import { foldTone } from '#i18n/fold';
import type { Feature, GeoFile, Polygons, ShapeFault } from './geojson.ts';

export interface NamedUnit {
  id: string;
  kind: string;
  name: string;
  fullName: string;
  code: string | null;
}
export interface Shape {
  unitId: string;
  polygons: Polygons;
}
export interface Finding {
  what: ShapeFindingKind;
  count: number;
  names: string[];
  weight: 'hold' | 'ask' | 'left';
}
export interface Matched {
  codeField: string;
  nameField: string | null;
  shapes: Shape[];
  findings: Finding[];
}

/** So many names of a finding are told. */
const NAMED = 200;
const weights: Partial<Record<ShapeFindingKind, Finding['weight']>> = {
  nameDiffers: 'ask',
  codeUnknown: 'left',
  noCode: 'left',
  missing: 'left',
};

/** Programs that keep codes as numbers drop the noughts in front. */
const codeOf = (text: string): string => text.replace(/^0+(?=\d)/, '');

/** What a feature can be called to mean a unit: its code; hamlets, which mostly have none, by their name too. */
function unitsByWord(units: readonly NamedUnit[]): Map<string, NamedUnit> {
  const words = new Map<string, NamedUnit | null>();
  const add = (word: string, unit: NamedUnit) => {
    const known = words.get(word);
    words.set(word, known === undefined || known?.id === unit.id ? unit : null);
  };
  for (const unit of units) {
    if (unit.code) add(codeOf(unit.code), unit);
    if (unit.kind !== 'hamlet') continue;
    add(foldTone(unit.name), unit);
    add(foldTone(unit.fullName), unit);
  }
  return new Map([...words].filter((entry): entry is [string, NamedUnit] => entry[1] !== null));
}

const wordOf = (text: string): string => (/^\d+$/.test(text) ? codeOf(text) : foldTone(text));

/** The property with the most that `fits`; the first of equals. */
function fieldOf(features: readonly Feature[], fits: (feature: Feature, value: string) => boolean): string | null {
  const hits = new Map<string, number>();
  for (const feature of features)
    for (const [field, value] of Object.entries(feature.properties))
      if (value && fits(feature, value)) hits.set(field, (hits.get(field) ?? 0) + 1);
  const best = [...hits].toSorted(([, a], [, b]) => b - a)[0];
  return best?.[0] ?? null;
}

const nameKey = /^(ten|name|full_?name|ten_.*|.*_name|name_.*)$/i;
const isOfName = (text: string, { name, fullName }: NamedUnit): boolean =>
  [name, fullName].some((one) => foldTone(one) === foldTone(text));

/** Null: no property names the units. */
export function matchShapes({ features, otherCoordinates }: GeoFile, units: readonly NamedUnit[]): Matched | null {
  const byWord = unitsByWord(units);
  const codeField = fieldOf(features, (_, value) => byWord.has(wordOf(value)));
  if (codeField === null) return null;
  const unitOf = (feature: Feature) => byWord.get(wordOf(feature.properties[codeField] ?? ''));
  const nameField = nameFieldOf(features, codeField, unitOf);
  const told = new Findings();
  if (otherCoordinates !== null) told.add('otherCoordinates', otherCoordinates);
  const taken = new Map<string, Feature>();
  for (const feature of features) {
    const unit = unitOf(feature);
    const said = nameField ? (feature.properties[nameField] ?? '') : '';
    const code = feature.properties[codeField] ?? '';
    if (!unit) {
      told.add(code ? 'codeUnknown' : 'noCode', [code || `#${feature.row}`, said].filter(Boolean).join(' '));
      continue;
    }
    if (taken.has(unit.id)) {
      told.add('codeTwice', unit.fullName);
      continue;
    }
    taken.set(unit.id, feature);
    if (typeof feature.shape === 'string') told.add(feature.shape satisfies ShapeFault, unit.fullName);
    if (said && !isOfName(said, unit)) told.add('nameDiffers', `${code}: ${said} ≠ ${unit.fullName}`);
  }
  for (const unit of units) if (!taken.has(unit.id)) told.add('missing', unit.fullName);
  const shapes = [...taken].flatMap(([unitId, { shape }]) =>
    typeof shape === 'string' ? [] : [{ unitId, polygons: shape }],
  );
  tellSame(shapes, new Map(units.map((unit) => [unit.id, unit])), told);
  return { codeField, nameField, shapes, findings: told.list() };
}

/** Where the names stand, found by what they agree with; else by what the property is called. */
function nameFieldOf(
  features: readonly Feature[],
  codeField: string,
  unitOf: (feature: Feature) => NamedUnit | undefined,
): string | null {
  const agreeing = fieldOf(features, (feature, value) => {
    const unit = unitOf(feature);
    return unit !== undefined && isOfName(value, unit);
  });
  if (agreeing !== null && agreeing !== codeField) return agreeing;
  const called = Object.keys(features[0]?.properties ?? {}).find((key) => key !== codeField && nameKey.test(key));
  return called ?? null;
}

/** Two units cannot be the same piece of land: one of the two carries the other's outline. */
function tellSame(shapes: readonly Shape[], units: ReadonlyMap<string, NamedUnit>, told: Findings): void {
  const seen = new Map<string, string>();
  for (const { unitId, polygons } of shapes) {
    const ring = polygons[0]?.[0] ?? [];
    const corners = [Math.min, Math.max].flatMap((edge) =>
      [0, 1].map((axis) => ring.reduce((far, point) => edge(far, point[axis] ?? far), ring[0]?.[axis] ?? 0)),
    );
    const mark = [polygons.length, polygons.flat(2).length, ...corners].join(' ');
    const other = seen.get(mark);
    if (other === undefined) seen.set(mark, unitId);
    else told.add('sameShape', `${units.get(other)?.fullName} = ${units.get(unitId)?.fullName}`);
  }
}

class Findings {
  private readonly found = new Map<ShapeFindingKind, { count: number; names: string[] }>();

  add(what: ShapeFindingKind, name: string): void {
    const finding = this.found.get(what) ?? { count: 0, names: [] };
    finding.count += 1;
    if (finding.names.length < NAMED) finding.names.push(name);
    this.found.set(what, finding);
  }

  /** What holds the file back stands first. */
  list(): Finding[] {
    const order: readonly Finding['weight'][] = ['hold', 'ask', 'left'];
    return [...this.found]
      .map(([what, { count, names }]) => ({ what, count, names, weight: weights[what] ?? 'hold' }))
      .toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
  }
}
