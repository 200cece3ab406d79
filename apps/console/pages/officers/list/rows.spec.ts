import { bothKept, type Finding, leftOf, type Line } from './rows.ts';

const line = (row: number): Line => ({
  row,
  fullName: `Lê Văn Số ${row}`,
  phone: '',
  email: '',
  post: 'Quản trị',
  unit: '38',
  standIn: '',
});
const finding = (row: number, code: Finding['code'], part: Partial<Finding> = {}): Finding => ({
  row,
  field: 'unit',
  code,
  params: {},
  open: true,
  choices: [],
  units: [],
  ...part,
});
const lines = [line(2), line(3), line(4), line(5)];
const findings = [
  finding(3, 'unitUnknown'),
  finding(3, 'elsewhere', { choices: ['both', 'end'] }),
  finding(4, 'elsewhere', { choices: ['both'] }),
  finding(5, 'contactKept', { open: false }),
];

describe('rows of a list of officers', () => {
  it('stay while they have something open; those of two posts keep both by one press', () => {
    expect(leftOf(lines, findings).map(({ row }) => row)).toEqual([3, 4]);
    expect(bothKept(lines, findings).map(({ elsewhere }) => elsewhere)).toEqual([undefined, 'both', 'both', undefined]);
  });
});
