/** What is said of an answer and of a question: one function for phone, console and server. */
import type { QuestionFault } from '#contracts/questions/faults';
import type { QuestionFinding } from '#contracts/questions/judge';
import type { PersonalWarning } from '#contracts/questions/personal';
import type { Lang } from '../dates.ts';
import { render } from '../render.ts';
import type { QuestionWords } from './questions.vi.ts';

/** "63 nhiều hơn 36", and below it what the officer says; of what has no sentence of an officer the one is all. */
export const findingText = (
  words: QuestionWords,
  lang: Lang,
  { code, params, sentence }: QuestionFinding,
): string[] => [render(words[`question.finding.${code}`], params, lang), ...(sentence ? [sentence] : [])];

export const questionFaultText = (words: QuestionWords, lang: Lang, { code, params }: QuestionFault): string =>
  render(words[`question.fault.${code}`], params, lang);

export const personalText = (words: QuestionWords, { code }: PersonalWarning): string =>
  words[`question.personal.${code}`];
