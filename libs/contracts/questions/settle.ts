/**
 * Answers as they count: which questions are shown, and what was said to those. What is hidden is neither sent nor summed. Any
 * JSON comes in; what has the wrong shape stays, so that it can be named (`judge.ts`). Settling twice is settling once.
 */
import type { Answer, Answers, Condition, ConditionPart, Question, RawAnswers } from './question-kinds.ts';

/** JSON has neither: without this a phone would keep what the server never sees. */
const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'number' && !Number.isFinite(value));

/** What PostgreSQL cannot store as text: NUL, and halves of a letter. */
const unstorable = /[\0\uD800-\uDFFF]/gu;
const tidied = (text: string): string => text.replace(unstorable, '').normalize('NFC').trim();

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text without blanks around it, a number without a minus before 0; undefined for nothing at all. */
function tidy(value: unknown): unknown {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string') return tidied(value) || undefined;
  // -0 would come back from JSON as 0.
  return value === 0 ? 0 : value;
}

/** In the order of the choices, each once; what is no choice comes last, to be named. */
function tidyList(question: Question, value: readonly unknown[]): unknown {
  const given = [...new Set(value.map(tidy).filter((one) => one !== undefined))];
  const order = question.kind === 'someOf' ? (question.choices ?? []).map(({ key }) => key) : [];
  const place = (one: unknown) => (order.includes(one as string) ? order.indexOf(one as string) : order.length);
  return given.length > 0 ? given.sort((a, b) => place(a) - place(b)) : undefined;
}

/** In the order of rows and columns; what is neither comes last. */
function inOrder(given: Record<string, unknown>, keys: readonly string[]): [string, unknown][] {
  const known = new Map(Object.entries(given));
  return [
    ...keys.flatMap((key): [string, unknown][] => (known.has(key) ? [[key, known.get(key)]] : [])),
    ...[...known].filter(([key]) => !keys.includes(key)),
  ];
}

function tidyTable({ rows = [], columns = [] }: Question, value: Record<string, unknown>): unknown {
  const columnKeys = columns.map(({ key }) => key);
  const said = inOrder(
    value,
    rows.map(({ key }) => key),
  ).flatMap(([row, cells]): [string, unknown][] => {
    if (!isPlain(cells)) return tidy(cells) === undefined ? [] : [[row, tidy(cells)]];
    const kept = inOrder(cells, columnKeys).flatMap(([column, cell]): [string, unknown][] =>
      tidy(cell) === undefined ? [] : [[column, tidy(cell)]],
    );
    return kept.length > 0 ? [[row, Object.fromEntries(kept)]] : [];
  });
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function settled(question: Question, value: unknown): unknown {
  if (Array.isArray(value)) return tidyList(question, value);
  if (isPlain(value)) return question.kind === 'table' ? tidyTable(question, value) : value;
  return tidy(value);
}

/** A comparison with what nobody has said is false, but for `empty`. */
function partHolds({ is, value }: ConditionPart, answer: unknown): boolean {
  if (is === 'empty') return answer === undefined;
  if (answer === undefined) return false;
  if (is === 'equal') return answer === value;
  if (is === 'notEqual') return answer !== value;
  if (is === 'contains') return Array.isArray(answer) && answer.includes(value);
  // Days compare as texts.
  const isComparable = typeof answer === typeof value && (typeof answer === 'number' || typeof answer === 'string');
  if (!isComparable || value === undefined) return false;
  return is === 'above' ? answer > value : answer < value;
}

function holds({ join, parts }: Condition, said: ReadonlyMap<string, unknown>): boolean {
  const results = parts.map((part) => partHolds(part, said.get(part.of)));
  return join === 'all' ? results.every(Boolean) : results.some(Boolean);
}

export interface Settled {
  shown: readonly Question[];
  said: ReadonlyMap<string, unknown>;
}

/** A condition looks at earlier questions only, so that one walk decides; what is hidden counts as not answered for the next. */
export function settle(questions: readonly Question[], raw: RawAnswers): Settled {
  const given = new Map(Object.entries(raw));
  const said = new Map<string, unknown>();
  const shown = questions.filter((question) => {
    if (question.shownWhen && !holds(question.shownWhen, said)) return false;
    const answer = settled(question, given.get(question.id));
    if (answer !== undefined) said.set(question.id, answer);
    return true;
  });
  return { shown, said };
}

export const shownQuestions = (questions: readonly Question[], raw: RawAnswers): readonly Question[] =>
  settle(questions, raw).shown;

/** What is sent and stored. Only once nothing is wrong with it (`judge`) are these answers of their kinds. */
export const normalise = (questions: readonly Question[], raw: RawAnswers): Answers =>
  Object.fromEntries(settle(questions, raw).said as ReadonlyMap<string, Answer>);

/** Ids that no question has: an answer to another form, or to a later version of this one. */
export function strayIds(questions: readonly Question[], raw: RawAnswers): string[] {
  const known = new Set(questions.map(({ id }) => id));
  return Object.keys(raw).filter((id) => !known.has(id));
}
