import { faultsOf } from './faults.ts';
import type { Check, Condition, Question } from './question-kinds.ts';
import { questionKinds } from './question-kinds.ts';
import { QuestionShape } from './questions.ts';

const whole = (id: string, rest: Partial<Question> = {}): Question => ({
  id,
  kind: 'whole',
  label: id,
  required: true,
  ...rest,
});
const when = (of: string, rest: Partial<Condition['parts'][number]> = {}): Condition => ({
  join: 'all',
  parts: [{ of, is: 'above', value: 0, ...rest }],
});
const notAbove = (question: string, rest: Partial<Check> = {}): Check => ({
  kind: 'notAbove',
  of: [{ question }],
  sentence: 'Xem lại.',
  level: 'blocks',
  ...rest,
});
const codes = (...questions: Question[]) =>
  faultsOf(questions).map(({ question, code, params }) => [question, code, ...Object.values(params)].join(' ').trim());

describe('questions are refused', () => {
  it('when one looks at itself, below, at nothing, or in a circle', () => {
    expect(codes(whole('a', { shownWhen: when('a') }))).toEqual(['a itself']);
    expect(codes(whole('a', { checks: [notAbove('a')] }))).toEqual(['a itself']);
    expect(codes(whole('a', { shownWhen: when('x') }))).toEqual(['a unknown x']);
    expect(codes(whole('a', { checks: [notAbove('b')] }), whole('b'))).toEqual(['a forward 2']);
    expect(codes(whole('a', { shownWhen: when('b') }), whole('b', { checks: [notAbove('a')] }))).toEqual([
      'a circle 2',
    ]);
    expect(codes(whole('a'), whole('b', { shownWhen: when('a'), checks: [notAbove('a')] }))).toEqual([]);
  });

  it('when there are none, too many, or two of one id', () => {
    expect(codes()).toEqual(['none']);
    const many = Array.from({ length: 61 }, (_, place) => whole(`q${place}`));
    expect(codes(...many)).toEqual(['tooManyQuestions 61 60']);
    expect(faultsOf(many, { questions: 80, choices: 20, rows: 30, columns: 8, parts: 5, checks: 5 })).toEqual([]);
    expect(codes(whole('a'), whole('a'))).toEqual(['a doubledId']);
  });

  it('when choices, rows, bounds or words are missing or the wrong way round', () => {
    const key = (key: string) => ({ key, label: key });
    expect(codes(whole('a', { kind: 'oneOf' }))).toEqual(['a noChoices']);
    expect(codes(whole('a', { kind: 'someOf', most: 3, choices: [key('x'), key('y')] }))).toEqual(['a mostUnfit']);
    expect(codes(whole('a', { kind: 'oneOf', choices: [key('x'), { key: 'y', label: 'X' }] }))).toEqual([
      'a doubledChoice',
    ]);
    expect(codes(whole('a', { kind: 'oneOf', choices: [key('x'), { key: 'y', label: ' ' }] }))).toEqual(['a noLabel']);
    expect(codes(whole('a', { kind: 'table' }))).toEqual(['a noRows', 'a noColumns']);
    expect(codes(whole('a', { min: 5, max: 4 }))).toEqual(['a boundsReversed 5 4']);
    expect(codes(whole('a', { label: ' ' }))).toEqual(['a noLabel']);
    const check: Check = { kind: 'between', min: 2, max: 1, sentence: '', level: 'blocks' };
    expect(codes(whole('a', { checks: [check] }))).toEqual(['a noSentence', 'a boundsReversed 2 1']);
    expect(codes(whole('a', { checks: [{ ...check, min: undefined, max: undefined, sentence: 's' }] }))).toEqual([
      'a noBounds',
    ]);
  });

  it('when a condition or check does not fit what it looks at', () => {
    const choice = whole('a', { kind: 'oneOf', choices: [{ key: 'x', label: 'X' }] });
    const after = (shownWhen: Condition) => codes(choice, whole('b', { shownWhen }));
    expect(after(when('a', { is: 'equal', value: 'x' }))).toEqual([]);
    expect(after(when('a', { is: 'equal', value: 'y' }))).toEqual(['b valueUnfit a']);
    expect(after(when('a', { is: 'above', value: 1 }))).toEqual(['b valueUnfit a']);
    expect(after(when('a', { is: 'empty', value: undefined }))).toEqual([]);
    expect(codes(choice, whole('b', { checks: [notAbove('a')] }))).toEqual(['b notANumber a']);
    expect(codes(whole('a'), whole('b', { kind: 'text', checks: [notAbove('a')] }))).toEqual(['b notChecked']);
    const table = whole('a', {
      kind: 'table',
      rows: [{ key: 'r', label: 'R' }],
      columns: ['c', 'd'].map((key) => ({ key, label: key, kind: 'whole' as const })),
    });
    const cell = (column: string, other: string) => ({
      ...table,
      checks: [notAbove('a', { column, of: [{ question: 'a', column: other }] })],
    });
    expect([codes(cell('c', 'd')), codes(cell('c', 'c')), codes(cell('e', 'd')), codes(cell('c', 'e'))]).toEqual([
      [],
      ['a itself'],
      ['a unknownColumn e'],
      ['a unknownColumn e'],
    ]);
  });

  it('with names that could be taken for what every object has', () => {
    expect(codes(whole('constructor'), whole('b', { shownWhen: when('constructor') }))).toEqual([]);
    expect(QuestionShape.safeParse(whole('__proto__')).success).toBe(false);
    expect(questionKinds.every((kind) => QuestionShape.safeParse(whole('a', { kind })).success)).toBe(true);
  });
});
