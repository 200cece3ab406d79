import { type PastUnit, unitMeant } from './past-units.ts';

const REFORM = '2025-07-01';
let last = 0;
const unit = (name: string, more: Partial<PastUnit> & { code?: string; type?: string } = {}): PastUnit => {
  const { type = 'xã', code = null, from = '2000-01-01', to = null, ...rest } = more;
  const id = `u${++last}`;
  return {
    id,
    fullName: `${type} ${name}`,
    code,
    from,
    to,
    heirs: [id],
    names: [{ type, name, code, from, to }],
    ...rest,
  };
};
const minhSon = unit('Minh Sơn', { to: REFORM, code: '15691' });
const oldTown = unit('Triệu Sơn', { type: 'thị trấn', to: REFORM, code: '15664' });
const trieuSon = unit('Triệu Sơn', { from: REFORM, code: '15664' });
const hoa = unit('Hòa Lý');
const hoas = unit('Hóa Lý');
const units = [minhSon, oldTown, trieuSon, hoa, hoas];
const meant = (text: string, day: string, more: object = {}) =>
  unitMeant({ unit: text, code: '', ...more }, day, units);

it('is the one of that name that stood then', () => {
  expect(meant('Xã Triệu Sơn', '2025-11-14')).toEqual({ unit: trieuSon, as: 'stood' });
  expect(meant('Triệu Sơn', '2024-11-14')).toEqual({ unit: oldTown, as: 'stood' });
  expect(meant('UBND xã Minh Sơn', '2024-11-14')).toEqual({ unit: minhSon, as: 'stood' });
});

it('is told by its code, which units of other days may have had', () => {
  expect(meant('15664', '2025-11-14')).toEqual({ unit: trieuSon, as: 'stood' });
  expect(meant('Triệu Sơn', '2024-11-14', { code: '15664' })).toEqual({ unit: oldTown, as: 'stood' });
  expect(meant('99999', '2024-11-14')).toEqual({ unit: undefined, found: [] });
});

it('may have ended before, or have come later', () => {
  expect(meant('Xã Minh Sơn (cũ)', '2025-11-14')).toEqual({ unit: minhSon, as: 'ended' });
  expect(meant('Minh Sơn', '2025-11-14')).toEqual({ unit: minhSon, as: 'ended' });
  expect(unitMeant({ unit: '', code: '', unitId: trieuSon.id }, '2024-11-14', units)).toEqual({
    unit: trieuSon,
    as: 'later',
  });
  expect(meant('Thị trấn Triệu Sơn (cũ)', '2025-11-14')).toEqual({ unit: oldTown, as: 'ended' });
});

it('is told by its marks where several read alike, and is asked where they do not tell', () => {
  expect(meant('Hoá Lý', '2024-11-14')).toEqual({ unit: hoas, as: 'stood' });
  expect(meant('Hoa Ly', '2024-11-14')).toEqual({ unit: undefined, found: [hoa, hoas] });
  expect(meant('Đà Lạt', '2024-11-14')).toEqual({ unit: undefined, found: [] });
});
