import { alikeNames } from './alike-names.ts';

it('counts names that stand more than once, whatever their case and the place of their tone mark', () => {
  const names = ['Thôn 1', 'Thôn Hoà Bình', 'thôn 1', 'Thôn Hòa Bình', 'Thôn 1', 'Thôn 2'];
  expect(alikeNames(names)).toEqual([
    { name: 'Thôn 1', count: 3 },
    { name: 'Thôn Hoà Bình', count: 2 },
  ]);
});

it('says nothing where each has a name of its own', () => {
  expect(alikeNames(['Thôn 1', 'Thôn 2', 'Bản 1'])).toEqual([]);
});
