import type { AnyField } from './command-types.ts';
import { bodyOf, inAddress, isComplete, isNeeded, typedOf } from './values.ts';

const note: AnyField = { as: 'note', label: 'Lý do' };
const day: AnyField = { as: 'day', label: 'Ngày' };

it('needs what the contract needs, unless the form says otherwise', () => {
  expect([isNeeded(note, { required: true }), isNeeded(note, {}), isNeeded(note, undefined)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isNeeded({ ...note, required: true }, {})).toBe(true);
  expect(isNeeded({ ...note, required: false }, { required: true })).toBe(false);
  // A day stands there from the start.
  expect(isNeeded(day, { required: true })).toBe(false);
});

it('is complete when nothing needed is blank', () => {
  const bounds = { reason: { required: true }, value: { required: true } };
  const fields: Record<string, AnyField> = { reason: note, value: { as: 'count', label: 'Số' } };
  expect(isComplete(fields, bounds, { reason: ' ', value: 0 })).toBe(false);
  expect(isComplete(fields, bounds, { reason: 'Nhầm', value: null })).toBe(false);
  expect(isComplete(fields, bounds, { reason: 'Nhầm', value: 0 })).toBe(true);
});

it('sends texts without the blanks around them, and nothing for what is left empty', () => {
  const values = { reason: ' Nhầm \n', link: '  ', value: 0, isAll: false, on: null };
  expect(bodyOf(['reason', 'link', 'value', 'isAll', 'on'], {}, values)).toEqual({
    reason: 'Nhầm',
    value: 0,
    isAll: false,
  });
});

it('takes away what may be taken away by leaving it empty', () => {
  const bounds = { signer: { nullable: true }, place: { nullable: true } };
  expect(bodyOf(['signer', 'place', 'note'], bounds, { signer: ' ', place: 'Thọ Xuân' })).toEqual({
    signer: null,
    place: 'Thọ Xuân',
  });
});

it('needs the record that is chosen in the form', () => {
  expect(inAddress('/units/{unitId}/people/{personId}/hold')).toEqual({
    unitId: { required: true },
    personId: { required: true },
  });
});

it('keeps what was typed, not what stood there', () => {
  expect(typedOf({ number: 3, name: 'Tổ 1' }, { number: 3, name: 'Tổ 2', note: '' })).toEqual({ name: 'Tổ 2' });
  expect(typedOf({ name: 'Tổ 1' }, { name: '' })).toEqual({ name: '' });
});
