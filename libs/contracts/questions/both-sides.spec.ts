/** Whatever comes in: phone and server judge alike, hidden answers never count, and settling twice is settling once. */
import fc from 'fast-check';
import { faultsOf } from './faults.ts';
import { judge } from './judge.ts';
import type { Check, Condition, Question, QuestionKind } from './question-kinds.ts';
import { comparisons, questionKinds } from './question-kinds.ts';
import { AnswersShape } from './questions.ts';
import { normalise, shownQuestions } from './settle.ts';

const keys = ['a', 'b', 'c', 'd', 'constructor'];
const choices = keys.slice(0, 3).map((key) => ({ key, label: key.toUpperCase() }));
const columns = keys.slice(0, 2).map((key) => ({ key, label: key, kind: 'whole' as const, max: 9 }));

const condition: fc.Arbitrary<Condition> = fc.record({
  join: fc.constantFrom('all', 'any'),
  parts: fc.array(
    fc.record({
      of: fc.constantFrom(...keys),
      is: fc.constantFrom(...comparisons),
      value: fc.oneof(fc.constantFrom(...keys), fc.integer({ min: -2, max: 9 }), fc.boolean()),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const check: fc.Arbitrary<Check> = fc.record({
  kind: fc.constantFrom('between' as const, 'sumOf' as const, 'notAbove' as const, 'notBelow' as const),
  min: fc.integer({ min: 0, max: 3 }),
  max: fc.integer({ min: 4, max: 9 }),
  of: fc.array(
    fc.record({ question: fc.constantFrom(...keys), column: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }) }),
  ),
  column: fc.constantFrom('a', 'b'),
  sentence: fc.constant('Xem lại.'),
  level: fc.constantFrom('blocks' as const, 'asks' as const),
});
/** Sound ones and broken ones: a questionnaire that would be refused must not make the two sides differ either. */
const questions: fc.Arbitrary<Question[]> = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...questionKinds),
        label: fc.constant(id),
        required: fc.boolean(),
        shownWhen: fc.option(condition, { nil: undefined }),
        checks: fc.array(check, { maxLength: 2 }),
        max: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
        choices: fc.constant(choices),
        rows: fc.constant(choices),
        columns: fc.constant(columns),
      }),
    ),
  ),
);
const fitting = fc.oneof(
  fc.integer({ min: -1, max: 12 }),
  fc.constantFrom(0.1, -0, 1e13, '2026-12-01', '2026-02-30', ...keys),
  fc.boolean(),
  fc.array(fc.constantFrom(...keys)),
  fc.dictionary(fc.constantFrom(...keys), fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 12 }))),
);
const raw = fc.dictionary(
  fc.constantFrom(...keys, 'stray'),
  fc.oneof(fitting, fc.jsonValue({ maxDepth: 3 }), fc.string()),
);
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const runs = { numRuns: 1_000 };

it('judges alike on both sides of the network', () => {
  fc.assert(
    fc.property(questions, raw, (asked, answers) => {
      const server = judge(overTheWire(asked), overTheWire(answers));
      expect(server).toEqual(judge(asked, answers));
      expect(overTheWire(server)).toEqual(server);
    }),
    runs,
  );
});

it('judges what is stored as it judged what was typed, and settles once', () => {
  fc.assert(
    fc.property(questions, raw, (asked, answers) => {
      const once = normalise(asked, answers);
      expect(normalise(asked, once)).toEqual(once);
      expect(JSON.stringify(normalise(asked, overTheWire(once)))).toBe(JSON.stringify(once));
      expect(judge(asked, once)).toEqual(judge(asked, answers));
    }),
    runs,
  );
});

it('never counts what is hidden', () => {
  fc.assert(
    fc.property(questions, raw, fitting, (asked, answers, other) => {
      const shown = new Set(shownQuestions(asked, answers).map(({ id }) => id));
      const hidden = asked.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
      const touched = Object.fromEntries(hidden.map((id) => [id, other]));
      expect(normalise(asked, { ...answers, ...touched })).toEqual(normalise(asked, answers));
      expect(Object.keys(normalise(asked, answers)).filter((id) => !shown.has(id))).toEqual([]);
      expect(judge(asked, { ...answers, ...touched })).toEqual(judge(asked, answers));
    }),
    runs,
  );
});

const three = fc.constantFrom(...keys.slice(0, 3));
const said: Record<QuestionKind, fc.Arbitrary<unknown>> = {
  whole: fc.integer({ min: -5, max: 1_000_000 }),
  decimal: fc.constantFrom(0, 0.1, 2.125, -3),
  money: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  text: fc.string(),
  yesNo: fc.boolean(),
  oneOf: three,
  someOf: fc.array(three),
  day: fc.constantFrom('2026-12-01', '2028-02-29'),
  photo: fc.array(fc.uuid(), { maxLength: 3 }),
  table: fc.dictionary(three, fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 9 }))),
};

it('finds nothing wrong with what fits, and that is what the schema of answers takes', () => {
  const answered = questions
    .map((asked) =>
      asked.map(
        (question): Question => ({ ...question, required: false, shownWhen: undefined, checks: [], max: undefined }),
      ),
    )
    .chain((asked) =>
      fc.tuple(fc.constant(asked), fc.record(Object.fromEntries(asked.map(({ id, kind }) => [id, said[kind]])))),
    );
  fc.assert(
    fc.property(answered, ([asked, answers]) => {
      expect(faultsOf(asked)).toEqual([]);
      expect(judge(asked, answers)).toEqual([]);
      const sent = normalise(asked, answers);
      expect(AnswersShape.parse(sent)).toEqual(sent);
    }),
    runs,
  );
});
