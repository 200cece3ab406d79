import { daysSpan, found, latestFirst, sentCount, type Unit, unsent } from './board-facts.ts';

const unit = (name: string, status: Unit['status'], daysLate: number, state = 'submitted'): Unit =>
  ({
    unit: { id: name, kind: 'commune', name, fullName: `Xã ${name}` },
    report: { state },
    status,
    daysLate,
    reachable: true,
    figures: [],
  }) as unknown as Unit;

const units = [
  unit('Bình Sơn', 'late', 2),
  unit('Dân Lực', 'on_time', 0, 'accepted'),
  unit('Đồng Lợi', 'missing', 3, 'draft'),
  unit('Thọ Tân', 'returned', 1, 'returned'),
  unit('Hợp Lý', 'late', 1),
];
const names = (rows: readonly Unit[]) => rows.map((row) => row.unit.name);

describe('the board of reports', () => {
  it('names the missing first, then what was given back, then the latest', () => {
    expect(names(latestFirst(units))).toEqual(['Đồng Lợi', 'Thọ Tân', 'Bình Sơn', 'Hợp Lý', 'Dân Lực']);
  });

  it('finds without accents and by state', () => {
    expect(names(found(units, 'all', 'dong loi'))).toEqual(['Đồng Lợi']);
    expect(names(found(units, 'late', 'binh'))).toEqual(['Bình Sơn']);
    expect(found(units, 'late', 'đồng')).toEqual([]);
  });

  it('reminds who has nothing on the way, a returned one too', () => {
    expect(names(unsent(units))).toEqual(['Đồng Lợi', 'Thọ Tân']);
    expect(sentCount({ units })).toBe(3);
  });

  it('says from how many to how many days', () => {
    expect(daysSpan(units, 'late')).toEqual([1, 2]);
    expect(daysSpan(units, 'not_due')).toBeNull();
  });
});
