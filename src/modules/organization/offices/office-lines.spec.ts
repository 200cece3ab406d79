import { v7 } from 'uuid';
import type { CardRow } from './office-cards.queries.ts';
import { readOfficeLines } from './office-lines.ts';

const card = (unitName: string, unitCode: string) =>
  ({ unitId: v7(), unitName, fullName: `Xã ${unitName}`, unitCode, phone: null }) as CardRow;
const cards = [card('Minh Sơn', '15712'), card('Thọ Bình', '15706')];
const line = (office: string, unitId?: string) => ({
  row: 2,
  office,
  phone: '0512 000 678',
  email: '',
  hours: '',
  address: '',
  isOffice: false,
  ...(unitId && { unitId }),
});
const read = (office: string, unitId?: string) => {
  const { offices, findings } = readOfficeLines([line(office, unitId)], cards);
  return [offices.map((one) => one.card.unitName), findings.map(({ code }) => code)];
};

it('finds an office by code and by name, with the words of its kind or without', () => {
  for (const office of ['15712', 'UBND xã Minh Sơn', 'minh son']) expect(read(office)).toEqual([['Minh Sơn'], []]);
  expect(read('Dân Lý')).toEqual([[], ['officeUnknown']]);
});

it('takes the one that was chosen, and never drops a row without a word', () => {
  expect(read('Dân Lý', cards[1]!.unitId)).toEqual([['Thọ Bình'], []]);
  expect(read('Dân Lý', v7())).toEqual([[], ['officeUnknown']]);
});
