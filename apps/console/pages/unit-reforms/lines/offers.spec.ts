import { editOfPick, offersOf, pickOf } from './offers.ts';
import type { Finding } from '../reform-looks.ts';

const finding = (code: Finding['code'], more: Partial<Finding> = {}): Finding => ({
  code,
  blocks: true,
  position: 7,
  row: 3,
  unit: null,
  params: {},
  near: [],
  ...more,
});
const unit = { id: 'u', fullName: 'Xã Hợp Thắng', code: '15688' };

it('offers the likely act first', () => {
  const near = [{ id: 'n', fullName: 'Xã Thọ Dân', code: '15742' }];
  expect(offersOf(finding('unknownUnit', { near })).map(({ label, name }) => [label, name])).toEqual([
    ['ur.take', '15742, Xã Thọ Dân'],
    ['ur.dropLine', ''],
  ]);
  expect(offersOf(finding('unitOnlyPart', { unit }))[0]).toEqual({
    label: 'ur.asWhole',
    name: 'Xã Hợp Thắng',
    edits: [{ do: 'part', position: 7, unitId: 'u', whole: true }],
  });
  expect(offersOf(finding('noFocalOfficer'))).toEqual([]);
});

it('lets the meant unit be chosen where a line names none, and the taker where nobody takes it', () => {
  expect(pickOf(finding('noParts'))).toBeNull();
  expect(editOfPick(pickOf(finding('unknownUnit'))!, 'x')).toEqual({
    do: 'part',
    position: 7,
    unitId: 'x',
    whole: true,
  });
  expect(editOfPick(pickOf(finding('unitNotTaken', { unit, position: null }))!, '4')).toEqual({
    do: 'part',
    unitId: 'u',
    intoPosition: 4,
    whole: true,
  });
});
