import { cellOf, cellsOf, metrics, metricsOf, type Part, silentParts, sumsOf } from './overview-facts.ts';

const part = (name: string, of: Partial<Part> = {}): Part => ({
  unit: { id: name, kind: 'commune', name, fullName: `Xã ${name}` },
  teams: 10,
  active: 0,
  before: { active: 0, teams: 10 },
  report: null,
  due: 0,
  inTime: 0,
  silent: 0,
  waiting: 0,
  difficulties: 0,
  lateDifficulties: 0,
  vacant: 0,
  officer: null,
  ...of,
});

describe('What the overview shows', () => {
  it.each([
    [0, 'under'],
    [49, 'under'],
    [50, 'low'],
    [69, 'low'],
    [70, 'fair'],
    [89, 'fair'],
    [90, 'good'],
    [100, 'good'],
  ])('colours %d per cent as %s', (active, level) => {
    expect(cellOf(part('A', { active, teams: 100 }), 'active')).toMatchObject({ value: active, level });
  });

  it('shows what is not known as nothing, not as 0', () => {
    expect(cellOf(part('A', { teams: 0 }), 'active')).toMatchObject({ value: null, level: null });
    expect(cellOf(part('A'), 'inTime')).toMatchObject({ value: null, level: null });
    expect(cellOf(part('A'), 'report')).toMatchObject({ value: null, level: null });
    expect(cellOf(part('A', { report: { status: 'not_due', daysLate: 0 } }), 'report').level).toBeNull();
  });

  it('puts what is worst first, the latest before the late, and what is not known last', () => {
    const report = (status: 'missing' | 'late' | 'on_time', daysLate: number) => ({ report: { status, daysLate } });
    const parts = [
      part('none'),
      part('in time', report('on_time', 0)),
      part('missing', report('missing', 2)),
      part('late', report('late', 5)),
      part('missing long', report('missing', 9)),
    ];
    const names = cellsOf({ parts }, 'report', true).map((cell) => cell.part.unit.name);
    expect(names).toEqual(['missing long', 'missing', 'late', 'in time', 'none']);
    expect(cellsOf({ parts }, 'report', false).map((cell) => cell.part.unit.name)[0]).toBe('none');
    expect(
      silentParts([part('a', { silent: 1 }), part('b'), part('c', { silent: 3 })]).map(({ unit }) => unit.name),
    ).toEqual(['c', 'a']);
  });

  it('offers what is known of today alone for today alone', () => {
    const district = { kind: 'district', id: 'd', name: 'D', fullName: 'D' } as const;
    expect(metricsOf({ unit: district, isCurrent: true })).toEqual([...metrics]);
    expect(metricsOf({ unit: district, isCurrent: false })).toEqual(['active', 'report', 'inTime']);
    expect(metricsOf({ unit: { ...district, kind: 'commune' }, isCurrent: false })).toEqual(['active', 'inTime']);
    expect(cellOf(part('A', { silent: null, waiting: null }), 'silent').value).toBeNull();
  });

  it('sums its parts', () => {
    const sums = sumsOf([part('a', { due: 4, inTime: 3 }), part('b', { waiting: 2 }), part('c')]);
    expect(sums).toMatchObject({ teams: 30, due: 4, inTime: 3, waiting: 2 });
  });
});
