import type { Schemas } from '../../api/client.ts';
import { ownRows, unsentRow } from '../../frame/today/use-report-rows.ts';

type Head = Schemas['ReportHead'];
type Unit = Schemas['ReportBoard']['units'][number];

const head = (state: Head['state'], daysLeft: number, endsOn = '2022-06-14', more: Partial<Head> = {}) =>
  ({ kind: 'monthly', receiver: null, state, endsOn, due: { daysLeft }, ...more }) as unknown as Head;
const unit = (name: string, status: Unit['status'], daysLate: number) =>
  ({ unit: { name }, status, daysLate }) as unknown as Unit;

describe('reports on the list of the day', () => {
  it('are those near or over their due day, and what was given back', () => {
    const shown = (one: Head) => ownRows([one], '2022-06-20').length === 1;
    expect(shown(head('draft', 5))).toBe(true);
    expect(shown(head('draft', -3))).toBe(true);
    expect(shown(head('returned', 30))).toBe(true);
    expect(shown(head('draft', 6))).toBe(false);
    expect(shown(head('draft', 5, '2022-07-14'))).toBe(false);
    expect(shown(head('submitted', -1))).toBe(false);
    const results = { kind: 'results' as const };
    expect(shown(head('draft', 5, undefined, results))).toBe(false);
    expect(shown(head('draft', 5, undefined, { ...results, receiver: {} as Head['receiver'] }))).toBe(true);
  });

  it('name the units that are missing, with the most days', () => {
    const units = [unit('Đồng Lợi', 'missing', 3), unit('Hợp Lý', 'missing', 1), unit('Dân Lực', 'late', 9)];
    expect(unsentRow('2022-06', units)).toEqual([
      { kind: 'unsent', month: '2022-06', names: ['Đồng Lợi', 'Hợp Lý'], days: 3 },
    ]);
    expect(unsentRow('2022-06', units.slice(2))).toEqual([]);
  });
});
