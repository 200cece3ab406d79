import { choose, chosenCount, chosenOf, everything, isChosen, nothing } from './chosen.ts';

const here = ['a', 'b', 'c'];

it('names single rows until all are chosen, then those left out', () => {
  const one = choose(nothing, here, new Set(['b']));
  expect([chosenCount(one, 4_398), isChosen(one, 'b'), isChosen(one, 'z')]).toEqual([1, true, false]);
  const but = choose(everything, here, new Set(['a', 'c']));
  expect([chosenCount(but, 4_398), isChosen(but, 'b'), isChosen(but, 'z')]).toEqual([4_397, false, true]);
  expect([...chosenOf(but, here)]).toEqual(['a', 'c']);
});

it('leaves rows that are not here as they were', () => {
  const chosen = choose({ all: false, ids: new Set(['z']) }, here, new Set(['a']));
  expect([...chosen.ids].sort()).toEqual(['a', 'z']);
  const back = choose({ all: true, ids: new Set(['z', 'a']) }, here, new Set(here));
  expect([...back.ids]).toEqual(['z']);
});
