import { type Hamlet, namesBy, typedName, withType } from './name-patterns.ts';

const hamlet = (id: string, name: string, from: string, more: Partial<Hamlet> = {}): Hamlet => ({
  id,
  type: 'thôn',
  name,
  fullName: name,
  from,
  temporary: '',
  alike: 2,
  state: 'none',
  proposal: null,
  asked: null,
  ...more,
});
const hamlets = [
  hamlet('a', 'Thôn 1', 'Xã Minh Sơn'),
  hamlet('b', '1', 'Thị trấn Triệu Sơn', { type: 'tiểu khu' }),
  hamlet('c', 'Thôn 2', 'Xã Minh Sơn', { alike: 1 }),
  hamlet('d', 'Thôn Đông', 'Xã Minh Sơn', { alike: 1 }),
];
const named = (...args: Parameters<typeof namesBy>) =>
  namesBy(...args).map((edit) => (edit.do === 'name' ? [edit.unitId, edit.name] : []));

it('joins the former commune and the number, of equal names alone', () => {
  expect(named('former', hamlets)).toEqual([
    ['a', 'Minh Sơn 1'],
    ['b', 'Triệu Sơn 1'],
  ]);
});

it('counts through all that are called by a number, and leaves what is decided', () => {
  expect(named('numbers', hamlets)).toEqual([
    ['b', '1'],
    ['a', '2'],
    ['c', '3'],
  ]);
  const decided = hamlets.map((one) => (one.id === 'a' ? { ...one, state: 'decided' as const } : one));
  expect(named('numbers', decided)).toEqual([
    ['b', '1'],
    ['c', '2'],
  ]);
  expect(named('own', hamlets)).toEqual([]);
});

it('takes a name that is typed with the word for its kind or without', () => {
  expect(typedName({ type: 'thôn' }, ' thôn  Tân Phong ')).toBe('Tân Phong');
  expect(typedName({ type: 'thôn' }, 'Thôn ')).toBe('');
  expect(withType({ type: 'tổ dân phố' }, 'Tân Phong')).toBe('Tổ dân phố Tân Phong');
});
