/**
 * What many answers to the same questions say together. A number that nobody said is not 0: it is neither summed nor does it
 * lower a mean. Free of zod: a screen sums what it filters.
 */
import { isNumberKind, PLACES, type Answers, type Cells, type Question } from './question-kinds.ts';

export interface NumberTotal {
  /** How many have answered. */
  answered: number;
  sum: number;
  least: number;
  most: number;
}
export interface QuestionTotal {
  question: string;
  answered: number;
  /** Of numbers; null where nobody has answered, and of other kinds. */
  number: NumberTotal | null;
  /** Of choices, and of yes and no as `yes` and `no`: how many said it. */
  choices: Readonly<Record<string, number>> | null;
  /** Of a table, by row and column. */
  cells: Readonly<Record<string, Readonly<Record<string, NumberTotal>>>> | null;
}

/** Sums of decimals are not exact: 0.1 + 0.2. */
const exact = (value: number): number => Number(value.toFixed(PLACES));

export function totalOf(values: readonly number[]): NumberTotal | null {
  if (values.length === 0) return null;
  const sum = exact(values.reduce((all, one) => all + one, 0));
  // A spread of a hundred thousand arguments would be too many for a call.
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  return { answered: values.length, sum, least, most };
}

function choiceCounts({ kind, choices = [] }: Question, said: readonly unknown[]) {
  const chosen = said.flatMap((one) =>
    typeof one === 'boolean' ? [one ? 'yes' : 'no'] : Array.isArray(one) ? one : [one],
  );
  const keys = kind === 'yesNo' ? ['yes', 'no'] : choices.map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, chosen.filter((one) => one === key).length]));
}

function cellTotals({ rows = [], columns = [] }: Question, said: readonly unknown[]) {
  const numbers = (row: string, column: string) =>
    said.map((table) => (table as Cells)[row]?.[column]).filter((cell) => cell !== undefined);
  return Object.fromEntries(
    rows.map((row) => [
      row.key,
      Object.fromEntries(
        columns.flatMap((column): [string, NumberTotal][] => {
          const total = totalOf(numbers(row.key, column.key));
          return total ? [[column.key, total]] : [];
        }),
      ),
    ]),
  );
}

/**
 * One total per question, in their order.
 * @param all settled answers (`normalise`), one of each that has answered
 */
export function consolidate(questions: readonly Question[], all: readonly Answers[]): QuestionTotal[] {
  return questions.map((question) => {
    const { id, kind } = question;
    const said = all.flatMap((answers) => (Object.hasOwn(answers, id) ? [answers[id]] : []));
    const isChoice = kind === 'yesNo' || kind === 'oneOf' || kind === 'someOf';
    return {
      question: id,
      answered: said.length,
      number: isNumberKind(kind) ? totalOf(said as number[]) : null,
      choices: isChoice ? choiceCounts(question, said) : null,
      cells: kind === 'table' ? cellTotals(question, said) : null,
    };
  });
}
