import type { Question } from './question-kinds.ts';
import { changedAnswers, openAgain } from './returned.ts';

const whole = (id: string, rest: Partial<Question> = {}): Question => ({
  id,
  kind: 'whole',
  label: id,
  required: true,
  ...rest,
});
const sum: Question = whole('sum', {
  checks: [{ kind: 'sumOf', of: [{ question: 'men' }, { question: 'women' }], sentence: 'Xem lại.', level: 'blocks' }],
});
const asked = [
  whole('other'),
  whole('men'),
  whole('women'),
  sum,
  whole('why', { shownWhen: { join: 'all', parts: [{ of: 'men', is: 'above', value: 10 }] } }),
];

it('opens what was given back, what is checked with it and what it decides about', () => {
  expect([...openAgain(asked, ['other'])]).toEqual(['other']);
  expect([...openAgain(asked, ['men'])].toSorted()).toEqual(['men', 'sum', 'why', 'women']);
  expect([...openAgain(asked, ['sum'])].toSorted()).toEqual(['men', 'sum', 'why', 'women']);
  expect([...openAgain(asked, [])]).toEqual([]);
});

it('names what is answered in another way, as it counts', () => {
  const before = { other: 1, men: 11, women: 2, sum: 13, why: 5 };
  expect(changedAnswers(asked, before, { ...before, stray: 3 })).toEqual([]);
  expect(changedAnswers(asked, before, { ...before, men: 12 })).toEqual(['men']);
  // Hidden now: the reason is no longer said.
  expect(changedAnswers(asked, before, { ...before, men: 3 })).toEqual(['men', 'why']);
  expect(changedAnswers(asked, { ...before, men: 3 }, { ...before, men: 3, why: 9 })).toEqual([]);
});
