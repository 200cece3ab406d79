/**
 * Which questions may be answered anew when some were given back: these, whatever they decide about, and whatever is checked
 * together with them. Otherwise one wrong figure could not be mended where a sum has to follow it.
 */
import type { Question, RawAnswers } from './question-kinds.ts';
import { settle } from './settle.ts';

/** Pairs of which one cannot change without the other: they stand in one check. */
const checkedTogether = (questions: readonly Question[]): [string, string][] =>
  questions.flatMap(({ id, checks = [] }) =>
    checks.flatMap(({ of = [] }) => of.map(({ question }): [string, string] => [id, question])),
  );

export function openAgain(questions: readonly Question[], returned: readonly string[]): ReadonlySet<string> {
  const open = new Set(returned);
  const pairs = checkedTogether(questions);
  const decided = questions.flatMap(({ id, shownWhen }) => (shownWhen?.parts ?? []).map(({ of }) => [of, id] as const));
  for (const one of open) {
    for (const [a, b] of pairs) if (a === one || b === one) open.add(a === one ? b : a);
    for (const [of, id] of decided) if (of === one) open.add(id);
  }
  return open;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Questions that are answered in another way than before, as answers count. */
export function changedAnswers(questions: readonly Question[], before: RawAnswers, after: RawAnswers): string[] {
  const [was, now] = [settle(questions, before).said, settle(questions, after).said];
  return questions.map(({ id }) => id).filter((id) => !same(was.get(id), now.get(id)));
}
