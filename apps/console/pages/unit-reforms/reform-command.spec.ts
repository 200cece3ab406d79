import { noteVersion, versionToChange } from './reform-command.ts';

it('goes on from what this window made, though the screen still shows the version before', () => {
  expect(versionToChange({ id: 'a', version: 3 })).toBe(3);
  noteVersion({ id: 'a', version: 4 });
  noteVersion({ id: 'a', version: 5 });
  expect(versionToChange({ id: 'a', version: 4 })).toBe(5);
  expect(versionToChange({ id: 'b', version: 4 })).toBe(4);
});

it('takes the newer one of somebody else that the screen shows', () => {
  noteVersion({ id: 'c', version: 5 });
  expect(versionToChange({ id: 'c', version: 8 })).toBe(8);
});

it('is refused by the server where the places are those of a list that was replaced', () => {
  noteVersion({ id: 'd', version: 6 }, true);
  noteVersion({ id: 'd', version: 7 });
  expect(versionToChange({ id: 'd', version: 5 })).toBe(5);
  expect(versionToChange({ id: 'd', version: 6 })).toBe(7);
  expect(versionToChange({ id: 'd', version: 5 }, true)).toBe(7);
});
