import fc from 'fast-check';
import { consolidate } from './consolidate.ts';
import type { Answers, Question } from './question-kinds.ts';

const keyed = (...keys: string[]) => keys.map((key) => ({ key, label: key }));
const questions: Question[] = [
  { id: 'n', kind: 'whole', label: 'n', required: false },
  { id: 'd', kind: 'decimal', label: 'd', required: false },
  { id: 'yes', kind: 'yesNo', label: 'yes', required: false },
  { id: 'some', kind: 'someOf', label: 'some', required: false, choices: keyed('a', 'b') },
  { id: 'words', kind: 'text', label: 'words', required: false },
  {
    id: 't',
    kind: 'table',
    label: 't',
    required: false,
    rows: keyed('r', 's'),
    columns: [{ key: 'c', label: 'c', kind: 'whole' }],
  },
];

it('sums what was said and leaves out what was not', () => {
  const all: Answers[] = [
    { n: 3, d: 0.1, yes: true, some: ['a', 'b'], words: 'x', t: { r: { c: 2 } } },
    { n: 0, d: 0.2, yes: false, some: ['b'] },
    {},
  ];
  const [n, d, yes, some, words, t] = consolidate(questions, all);
  expect(n).toMatchObject({ answered: 2, number: { answered: 2, sum: 3, least: 0, most: 3 }, choices: null });
  expect(d?.number?.sum).toBe(0.3);
  expect(yes?.choices).toEqual({ yes: 1, no: 1 });
  expect(some?.choices).toEqual({ a: 1, b: 2 });
  expect(words).toEqual({ question: 'words', answered: 1, number: null, choices: null, cells: null });
  expect(t?.cells).toEqual({ r: { c: { answered: 1, sum: 2, least: 2, most: 2 } }, s: {} });
  expect(consolidate(questions, []).map(({ answered, number }) => [answered, number])).toEqual(
    questions.map(() => [0, null]),
  );
});

it('says of a place the same however its parts are put together', () => {
  const answers: fc.Arbitrary<Answers> = fc.record(
    { n: fc.integer({ min: 0, max: 1_000_000 }), d: fc.integer({ min: 0, max: 9_999 }).map((one) => one / 8) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(answers), fc.array(answers), (one, other) => {
      const sums = (all: readonly Answers[]) => consolidate(questions, all).map(({ number }) => number?.sum ?? 0);
      const parts = [sums(one), sums(other)];
      const whole = sums([...one, ...other]);
      expect(
        whole.map((sum, place) => Math.abs(sum - (parts[0]?.[place] ?? 0) - (parts[1]?.[place] ?? 0)) < 1e-3),
      ).toEqual(whole.map(() => true));
      const naive = one.reduce((sum, { n }) => sum + ((n as number | undefined) ?? 0), 0);
      expect(sums(one)[0]).toBe(naive);
    }),
  );
});
