import { chaptersOf } from './chapters.ts';

it.each([
  [[], { story: true, reforms: true }],
  [['--few'], { story: true, reforms: false }],
  [['--few', '--reset'], { story: true, reforms: false }],
  [['--emulators'], { story: true, reforms: false }],
  [['--no-story'], { story: false, reforms: false }],
])('plays with %j what the communes that are loaded can carry', (args, chapters) => {
  expect(chaptersOf(args)).toEqual(chapters);
});
