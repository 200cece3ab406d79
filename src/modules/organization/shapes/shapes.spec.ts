import { drawMap, type DrawnMap, inFile } from '../../../../test/support/files/drawn-map.ts';
import { MOST_FEATURES } from './geojson.ts';
import { interpret } from './interpret-shapes.ts';
import type { NamedUnit } from './match-shapes.ts';
import { mapOf, simplifyShapes } from './simplify-shapes.ts';

const unit = (n: number, name: string, kind = 'commune'): NamedUnit => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  kind,
  name,
  fullName: kind === 'commune' ? `Xã ${name}` : name,
  code: kind === 'commune' ? String(79_900 + n) : null,
});
const communes = ['Sông Lam', 'Đồng Cao', 'Hòa Bình', 'Núi Đá'].map((name, n) => unit(n, name));
const drawn = communes.map(({ code, name }) => ({ code: code ?? '', name }));
const look = (map: object, units = communes) => interpret(inFile(map as DrawnMap), { units });
const whole = () => drawMap(drawn);
/** The map with one feature made different. */
const with1 = (change: (feature: DrawnMap['features'][number]) => object): object => {
  const map = whole();
  return { ...map, features: map.features.map((one, n) => (n === 1 ? { ...one, ...change(one) } : one)) };
};
const ringOf = ({ geometry }: DrawnMap['features'][number]) => (geometry.coordinates as [number, number][][])[0] ?? [];
const moved = (to: (point: [number, number]) => [number, number]) =>
  with1((feature) => ({ geometry: { type: 'Polygon', coordinates: [ringOf(feature).map(to)] } }));

describe('a file of outlines', () => {
  it('is known by codes and names, whatever its columns are called', () => {
    const { findings, matched, codeField, nameField, map } = look(whole());
    expect({ findings, matched, codeField, nameField }).toEqual({
      findings: [],
      matched: 4,
      codeField: 'ma_xa',
      nameField: 'ten_xa',
    });
    expect(map?.objects.parts.geometries.map(({ id }) => id)).toEqual(communes.map(({ id }) => id));
  });

  it.each([
    ['{', 'notJson'],
    ['{"type":"Feature"}', 'notFeatures'],
    ['{"type":"FeatureCollection","features":[]}', 'noFeatures'],
    [
      JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: MOST_FEATURES + 1 }, () => 0) }),
      'tooLarge',
    ],
    [JSON.stringify({ type: 'FeatureCollection', features: [{ properties: { ma: 'x' } }] }), 'noCodes'],
  ])('is refused as a whole where it is none: %#', (text, fault) => {
    expect(interpret(Buffer.from(text), { units: communes })).toMatchObject({ fault, map: null });
  });

  it.each([
    ['a point is no area', with1(() => ({ geometry: { type: 'Point', coordinates: [105, 19] } })), 'notPolygon'],
    ['no geometry', with1(() => ({ geometry: null })), 'notPolygon'],
    [
      'an open ring',
      with1((one) => ({ geometry: { type: 'Polygon', coordinates: [ringOf(one).slice(1)] } })),
      'broken',
    ],
    ['no numbers', with1(() => ({ geometry: { type: 'Polygon', coordinates: [[['a'], [1], [2], ['a']]] } })), 'broken'],
    ['latitude first', moved(([x, y]) => [y, x]), 'swapped'],
    ['metres of VN-2000', moved(([x, y]) => [x * 5000, y * 110_000]), 'outside'],
  ])('holds back and says of whom: %s', (_, map, what) => {
    expect(look(map)).toMatchObject({
      findings: [{ what, count: 1, names: ['Xã Đồng Cao'], weight: 'hold' }],
      map: null,
    });
  });

  it('holds back what contradicts itself: a code twice, an outline of two units, coordinates that it calls others', () => {
    const map = whole();
    const twice = { ...map, features: [...map.features, map.features[0]] };
    expect(look(twice).findings).toEqual([{ what: 'codeTwice', count: 1, names: ['Xã Sông Lam'], weight: 'hold' }]);
    const same = with1(() => ({ geometry: map.features[0]?.geometry }));
    expect(look(same).findings).toMatchObject([{ what: 'sameShape', names: ['Xã Sông Lam = Xã Đồng Cao'] }]);
    const crs = (name: string) => ({ ...map, crs: { type: 'name', properties: { name } } });
    expect(look(crs('urn:ogc:def:crs:EPSG::3405')).findings).toMatchObject([{ what: 'otherCoordinates' }]);
    expect(look(crs('urn:ogc:def:crs:OGC:1.3:CRS84')).findings).toEqual([]);
  });

  it('asks about names that are another unit’s: a code is no identity', () => {
    const named = (ten: string) => look(with1((one) => ({ properties: { ...one.properties, ten_xa: ten } })));
    expect(named('Đồng Thấp').findings).toEqual([
      { what: 'nameDiffers', count: 1, names: ['79901: Đồng Thấp ≠ Xã Đồng Cao'], weight: 'ask' },
    ]);
    const tone = look(with1((one) => ({ properties: { ...one.properties, ten_xa: 'xã đồng cao' } })));
    expect(tone.findings).toEqual([]);
  });

  it('says what stays without an outline, and what of the file belongs to nobody', () => {
    const map = drawMap([...drawn.slice(1), { code: '12345', name: 'Nơi Khác' }, { code: '', name: 'Đảo' }]);
    expect(look(map).findings).toEqual([
      { what: 'codeUnknown', count: 1, names: ['12345 Nơi Khác'], weight: 'left' },
      { what: 'noCode', count: 1, names: ['#5 Đảo'], weight: 'left' },
      { what: 'missing', count: 1, names: ['Xã Sông Lam'], weight: 'left' },
    ]);
  });

  it('takes codes that a program kept as numbers, and hamlets without codes by their names', () => {
    const first = { ...unit(1, 'Sông Lam'), code: '00123' };
    const map = drawMap([{ code: '123', name: 'Sông Lam' }]);
    map.features[0]!.properties['ma_xa'] = 123;
    expect(look(map, [first])).toMatchObject({ matched: 1, findings: [] });
    const hamlets = ['Thôn 1', 'Thôn 2'].map((name, n) => unit(n, name, 'hamlet'));
    const byName = drawMap(hamlets.map(({ name }) => ({ code: '', name })));
    expect(look(byName, hamlets)).toMatchObject({ matched: 2, codeField: 'ten_xa', findings: [] });
  });
});

describe('what is drawn', () => {
  const manyUnits = Array.from({ length: 166 }, (_, n) => unit(n, `Sông ${n}`));
  const large = drawMap(
    manyUnits.map(({ code, name }) => ({ code: code ?? '', name })),
    { points: 120 },
  );

  it('stays far below 300 kB for 166 communes of 80,000 points, each with its outline', () => {
    const { points, kept, map } = look(large, manyUnits);
    expect(points).toBeGreaterThan(79_000);
    expect(kept).toBeLessThan(15_500);
    expect(JSON.stringify(map).length).toBeLessThan(120_000);
    expect(map?.objects.parts.geometries).toHaveLength(166);
  });

  it('keeps one border between neighbours: each inner border is an arc of two units', () => {
    const { map } = look(whole());
    const uses = new Map<number, number>();
    for (const shape of map?.objects.parts.geometries ?? [])
      for (const arc of 'arcs' in shape ? (shape.arcs as number[][][]).flat(2) : [])
        uses.set(arc < 0 ? ~arc : arc, (uses.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
    // Four units on a grid of two by two share four borders.
    expect([...uses.values()].filter((n) => n === 2)).toHaveLength(4);
    expect(Math.max(...uses.values())).toBe(2);
  });

  it('does not lose a unit that is smaller than a point of the map', () => {
    const islet = [
      [106.5, 19],
      [106.5, 19.0001],
      [106.5001, 19.0001],
      [106.5, 19],
    ] as [number, number][];
    const file = look(large, manyUnits);
    const shapes = simplifyShapes([
      ...large.features.map((one, n) => ({ unitId: manyUnits[n]!.id, polygons: [[ringOf(one)]] })),
      { unitId: 'islet', polygons: [[islet]] },
    ]);
    expect(shapes.at(-1)).toEqual({ unitId: 'islet', geometry: { type: 'MultiPolygon', coordinates: [[islet]] } });
    expect(file.map?.type).toBe('Topology');
  });

  it('is an empty map where nothing is known', () => {
    expect(mapOf([]).objects.parts.geometries).toEqual([]);
  });
});
