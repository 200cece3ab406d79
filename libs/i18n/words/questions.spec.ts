import { judge } from '#contracts/questions/judge';
import { findingText } from './question-text.ts';
import { questionsEn } from './questions.en.ts';
import { questionsVi, type QuestionWords } from './questions.vi.ts';

it.each(Object.keys(questionsVi) as (keyof QuestionWords)[])(
  '%s asks for the same figures in both languages',
  (key) => {
    const fields = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(fields(questionsEn[key])).toEqual(fields(questionsVi[key]));
  },
);

it('says both numbers, and below them what the officer says', () => {
  const asked = [
    { id: 'a', kind: 'whole', label: 'A', required: true },
    {
      id: 'b',
      kind: 'whole',
      label: 'B',
      required: true,
      checks: [{ kind: 'notAbove', of: [{ question: 'a' }], sentence: 'Xem lại hai số.', level: 'blocks' }],
    },
  ] as const;
  const [found] = judge(asked, { a: 1036, b: 2063 });
  expect(found && findingText(questionsVi, 'vi', found)).toEqual(['2.063 nhiều hơn 1.036', 'Xem lại hai số.']);
  expect(found && findingText(questionsEn, 'en', found)).toEqual(['2,063 is more than 1,036', 'Xem lại hai số.']);
});
