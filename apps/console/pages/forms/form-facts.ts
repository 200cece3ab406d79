/** What the screens of forms say of questions and answers. Pure. */
import type { QuestionFinding } from '#contracts/questions/judge';
import { isNumberKind, type Answer, type Cells, type Question } from '#contracts/questions/question-kinds';
import { daysBetween, formatDate, formatNumber, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { Tone } from '../../ui/layout.tsx';
import type { IconName } from '../../ui/icon.tsx';

export type Form = Schemas['Form'];
export type FormRound = Form['rounds'][number];
export type FormQuestion = Form['questions'][number];
export type AskedForm = Schemas['AskedForm'];
export type RoundTable = Schemas['RoundTable'];
export type RoundUnit = RoundTable['units'][number];
export type Sheet = Schemas['FormSheet'];
export type AnswerValues = Sheet['answers'];
export type AnswerValue = AnswerValues[string];

/** Kinds that an office can answer, in the order in which they are offered. */
export const offered = ['whole', 'decimal', 'money', 'text', 'yesNo', 'oneOf', 'someOf', 'day', 'table'] as const;

/** An answer as it is read; nothing was said: "–", which is not 0. */
export function answerText(t: Translate, lang: Lang, question: Question, answer: Answer | undefined): string {
  const { kind, choices = [], unit } = question;
  if (answer === undefined) return '–';
  if (typeof answer === 'boolean') return t(answer ? 'forms.yes' : 'forms.no');
  if (typeof answer === 'number') return `${formatNumber(answer, lang)}${unit ? ` ${unit}` : ''}`;
  const labelOf = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  if (typeof answer === 'string')
    return kind === 'oneOf' ? labelOf(answer) : kind === 'day' ? formatDate(answer, lang, { withYear: true }) : answer;
  if (Array.isArray(answer)) return answer.map(labelOf).join(', ');
  const cells = Object.values(answer as Cells).flatMap((row) => Object.values(row));
  return cells.map((one) => formatNumber(one, lang)).join(' · ');
}

/** "Còn 3 ngày", "Quá 1 ngày". */
export function dueText(t: Translate, today: string, dueOn: string): string {
  const left = daysBetween(today, dueOn);
  if (left === 0) return t('forms.dueToday');
  return left > 0 ? t('forms.dueIn', { n: left }) : t('forms.overBy', { n: -left });
}

/** "63 nhiều hơn 36", and what the officer says. */
export const findingWords = (t: Translate, { code, params, sentence }: QuestionFinding): string =>
  [t(`question.finding.${code}`, params), ...(sentence ? [sentence] : [])].join(' ');

export const isNumber = ({ kind }: Question): boolean => isNumberKind(kind);

const looks: Record<RoundUnit['status'], { tone: Tone; icon: IconName }> = {
  on_time: { tone: 'done', icon: 'circle-check' },
  late: { tone: 'doing', icon: 'clock' },
  returned: { tone: 'doing', icon: 'corner-up-left' },
  missing: { tone: 'late', icon: 'alert-triangle' },
  not_due: { tone: 'mute', icon: 'clock' },
};
export const standingLook = (status: RoundUnit['status']) => looks[status];

/** Ids are names of columns in workbooks for good: a new one is the lowest that is free. */
export function newId(questions: readonly { id: string }[]): string {
  const taken = new Set(questions.map(({ id }) => id));
  for (let n = questions.length + 1; ; n++) if (!taken.has(`c${n}`)) return `c${n}`;
}

type Keyed = { key: string; label: string };
/** One a line: what stood there keeps its key, so that answers to it are still known. */
export function keyedLines<T extends Keyed>(text: string, before: readonly T[], make: (one: Keyed) => T): T[] {
  const lines = text.split('\n').map((line) => line.trim());
  const left = new Map(before.map((one) => [one.label, one]));
  const taken = new Set(before.map(({ key }) => key));
  let next = 1;
  const free = () => {
    while (taken.has(`k${next}`)) next++;
    taken.add(`k${next}`);
    return `k${next}`;
  };
  return lines
    .filter((line) => line !== '')
    .map((label, at) => left.get(label) ?? make({ key: unnamed(before, lines, at) ?? free(), label }));
}
/** A line that was reworded in its place is the same choice. */
function unnamed(before: readonly Keyed[], lines: readonly string[], at: number): string | undefined {
  const one = before[at];
  return one && before.length === lines.filter(Boolean).length && !lines.includes(one.label) ? one.key : undefined;
}

/** What refers to a question: it goes with it. */
export const usersOf = (questions: readonly FormQuestion[], id: string): number[] =>
  questions.flatMap(({ shownWhen, checks = [] }, at) =>
    shownWhen?.parts.some(({ of }) => of === id) || checks.some(({ of = [] }) => of.some((one) => one.question === id))
      ? [at + 1]
      : [],
  );

export function without(questions: readonly FormQuestion[], id: string): FormQuestion[] {
  return questions
    .filter((question) => question.id !== id)
    .map(({ shownWhen, checks, ...question }) => {
      const keptChecks = checks?.filter(({ of = [] }) => !of.some((one) => one.question === id));
      return {
        ...question,
        ...(shownWhen && !shownWhen.parts.some(({ of }) => of === id) && { shownWhen }),
        ...(keptChecks && keptChecks.length > 0 && { checks: keptChecks }),
      };
    });
}
