import { buildLine, communeRef, districtRef } from '../../../testing/reform-lines.ts';
import {
  editsOf,
  emptyForm,
  type Found,
  formOf,
  isComplete,
  kindOfType,
  type LineForm,
  pathsOf,
  withParent,
} from './line-form.ts';

const district = { id: 'd', fullName: 'Huyện Triệu Sơn', kind: 'district' as const };
const found = (id: string): Found => ({
  id,
  label: `Xã ${id}`,
  kind: 'commune',
  type: 'xã',
  name: id,
  code: '15',
  parent: district,
});
const add = { do: 'add' } as const;
const form = (more: Partial<LineForm>): LineForm => ({ ...emptyForm([]), ...more });

it('writes a new unit and what goes into it at once', () => {
  const written = withParent(form({ old: found('Minh Sơn'), name: ' Triệu Sơn ' }));
  expect(isComplete(written, add)).toBe(true);
  expect(editsOf(written, add, 7)).toEqual([
    { do: 'unit', kind: 'commune', type: 'xã', name: 'Triệu Sơn', parentId: 'd' },
    { do: 'part', unitId: 'Minh Sơn', intoPosition: 7, whole: true },
  ]);
  // Of a unit that is new itself.
  const below = form({ name: 'A', parent: { ...found('#3'), kind: 'province' } });
  expect(editsOf(below, add, 7)).toMatchObject([{ parentPosition: 3 }]);
});

it('writes one that goes on alone, and more parts into what is there', () => {
  const stays = form({ into: 'stays', stays: found('Dân Lý'), type: 'xã', name: 'Dân Lý' });
  expect(editsOf(stays, add, 2)).toEqual([{ do: 'unit', unitId: 'Dân Lý', type: 'xã', name: 'Dân Lý' }]);
  const part = form({ old: found('Hợp Lý'), into: 4, whole: false, share: 40 });
  expect(editsOf(part, add, 9)).toEqual([{ do: 'part', unitId: 'Hợp Lý', intoPosition: 4, whole: false, share: 40 }]);
});

it('waits for what is needed', () => {
  expect(isComplete(form({}), add)).toBe(false);
  expect(isComplete(form({ into: 4 }), add)).toBe(false);
  expect(isComplete(form({ into: 'stays' }), add)).toBe(false);
  expect(emptyForm([buildLine(1, 'create', { name: 'A' })]).into).toBeNull();
});

it('puts a line right in its place; a share that is no longer said leaves with its line', () => {
  const line = buildLine(5, 'part', { unit: communeRef('B'), stands: districtRef('X'), intoPosition: 1, share: 40 });
  const shown = formOf(line, [line]);
  expect(shown).toMatchObject({ old: { id: 'B' }, whole: false, share: 40, into: 1 });
  const put = { do: 'part', unitId: 'B', intoPosition: 2, whole: false } as const;
  expect(editsOf({ ...shown, into: 2 }, { do: 'part', line }, 9)).toEqual([{ ...put, share: 40, position: 5 }]);
  expect(editsOf({ ...shown, into: 2, share: null }, { do: 'part', line }, 9)).toEqual([
    { do: 'drop', positions: [5] },
    put,
  ]);
  const heir = buildLine(1, 'create', { type: 'xã', name: 'Triệu Sơn', code: '9', parent: districtRef('X') });
  const renamed = { ...formOf(heir, [heir]), name: 'Hợp Tiến', code: '' };
  expect(editsOf(renamed, { do: 'unit', line: heir }, 9)).toEqual([
    { do: 'unit', position: 1, type: 'xã', name: 'Hợp Tiến', parentId: 'X' },
  ]);
});

it('knows where a refusal belongs, and what a type of unit is', () => {
  const edits = editsOf(form({ old: found('A'), name: 'B' }), add, 1);
  expect(pathsOf('code', edits)).toEqual(['edits.0.code']);
  expect(pathsOf('old', edits)).toEqual(['edits.1.unitId']);
  expect(kindOfType('phường', undefined)).toBe('commune');
  expect(['country', 'province'].map((above) => kindOfType('thành phố', above as 'country'))).toEqual([
    'province',
    'district',
  ]);
});
