/** What is wrong with answers, by question and cell of a table. The phone asks it at every tap, the server when they arrive. */
import { isDay } from '../days.ts';
import {
  type Check,
  type Level,
  mostOf,
  MOST_LETTERS,
  MOST_NUMBER,
  MOST_PHOTOS,
  type NumberField,
  type NumberKind,
  type NumberOf,
  PLACES,
  type Question,
  type RawAnswers,
  type Reasons,
  isNumberKind,
} from './question-kinds.ts';
import { settle } from './settle.ts';

export const findingCodes = [
  'missing',
  'wrongKind',
  'notWhole',
  'tooManyPlaces',
  'tooLarge',
  'belowMin',
  'aboveMax',
  'tooLong',
  'unknownChoice',
  'tooMany',
  'notDay',
  'unknownCell',
  'between',
  'sumOf',
  'notAbove',
  'notBelow',
] as const;
export type FindingCode = (typeof findingCodes)[number];
export interface QuestionFinding {
  question: string;
  cell?: { row: string; column: string };
  code: FindingCode;
  /** `asks`: it can be sent when a reason stands beside it. */
  level: Level;
  /** What was said, and what it was compared with. */
  params: Readonly<Record<string, string | number>>;
  /** The officer's own, of a check. */
  sentence?: string;
}
type Fault = Omit<QuestionFinding, 'question' | 'cell'>;

const fault = (code: FindingCode, params: Fault['params'] = {}, level: Level = 'blocks'): Fault => ({
  code,
  level,
  params,
});

function numberFaults(kind: NumberKind, { min, max }: NumberField, value: unknown): Fault[] {
  if (typeof value !== 'number') return [fault('wrongKind')];
  if (Math.abs(value) > MOST_NUMBER) return [fault('tooLarge', { value, most: MOST_NUMBER })];
  if (kind !== 'decimal' && !Number.isInteger(value)) return [fault('notWhole', { value })];
  if (Number(value.toFixed(PLACES)) !== value) return [fault('tooManyPlaces', { value, most: PLACES })];
  if (min !== undefined && value < min) return [fault('belowMin', { value, min }, 'asks')];
  if (max !== undefined && value > max) return [fault('aboveMax', { value, max }, 'asks')];
  return [];
}

const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

function listFaults(question: Question, value: unknown): Fault[] {
  if (!Array.isArray(value)) return [fault('wrongKind')];
  const most = question.kind === 'photo' ? Math.min(mostOf(question), MOST_PHOTOS) : mostOf(question);
  const keys = new Set((question.choices ?? []).map(({ key }) => key));
  const isKnown = (one: unknown) => (question.kind === 'photo' ? isId(one) : keys.has(one as string));
  if (!value.every(isKnown)) return [fault(question.kind === 'photo' ? 'wrongKind' : 'unknownChoice')];
  return value.length > most ? [fault('tooMany', { value: value.length, most })] : [];
}

function valueFaults(question: Question, value: unknown): Fault[] {
  const { kind } = question;
  if (isNumberKind(kind)) return numberFaults(kind, question, value);
  if (kind === 'yesNo') return typeof value === 'boolean' ? [] : [fault('wrongKind')];
  if (kind === 'someOf' || kind === 'photo') return listFaults(question, value);
  if (typeof value !== 'string') return [fault('wrongKind')];
  if (kind === 'day') return isDay(value) ? [] : [fault('notDay')];
  if (kind === 'oneOf')
    return (question.choices ?? []).some(({ key }) => key === value) ? [] : [fault('unknownChoice')];
  const most = Math.min(mostOf(question), MOST_LETTERS);
  return value.length > most ? [fault('tooLong', { value: value.length, most })] : [];
}

const cellsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
const cellOf = (table: unknown, row: string, column: string): unknown => cellsOf(cellsOf(table).get(row)).get(column);

/** Each cell by itself; of a required table every cell is answered. */
function tableFaults({ id, required, rows = [], columns = [] }: Question, value: unknown): QuestionFinding[] {
  if (value !== undefined && (typeof value !== 'object' || Array.isArray(value)))
    return [{ question: id, ...fault('wrongKind') }];
  const isKnown = (keys: readonly { key: string }[], given: string) => keys.some(({ key }) => key === given);
  const strays = [...cellsOf(value)].flatMap(([row, cells]): QuestionFinding[] => {
    const keys = isKnown(rows, row) ? [...cellsOf(cells).keys()].filter((key) => !isKnown(columns, key)) : [''];
    const wrong = isKnown(rows, row) && cellsOf(cells).size === 0 ? [''] : keys;
    return wrong.map((column) => ({ question: id, cell: { row, column }, ...fault('unknownCell') }));
  });
  const cells = rows.flatMap((row) =>
    columns.flatMap((column): QuestionFinding[] => {
      const cell = cellOf(value, row.key, column.key);
      const faults = cell === undefined ? required && [fault('missing')] : numberFaults(column.kind, column, cell);
      return (faults || []).map((one) => ({ question: id, cell: { row: row.key, column: column.key }, ...one }));
    }),
  );
  return [...strays, ...cells];
}

/** Sums of decimals are not exact: 0.1 + 0.2. */
const isMore = (a: number, b: number): boolean => a - b > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Undefined when it is passed, or when nothing is known to compare with. */
function checkFault({ kind, min, max, of = [], level, sentence }: Check, value: number, numberOf: NumberOf) {
  const failed = (params: Fault['params']): Fault => ({ code: kind, level, params: { value, ...params }, sentence });
  if (kind === 'between')
    return (min !== undefined && value < min) || (max !== undefined && value > max)
      ? failed({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })
      : undefined;
  const known = of.map(numberOf).filter((one) => one !== undefined);
  if (known.length === 0) return undefined;
  const other = known.reduce((sum, one) => sum + one, 0);
  const isAbove = isMore(value, other);
  const isBelow = isMore(other, value);
  if (kind === 'sumOf') return isAbove || isBelow ? failed({ sum: Number(other.toFixed(PLACES)) }) : undefined;
  return (kind === 'notAbove' ? isAbove : isBelow) ? failed({ other }) : undefined;
}

/** A number that was said: of a question, of a cell in the row, or a column's sum. */
function numberFrom(said: ReadonlyMap<string, unknown>, own?: { id: string; row: string }): NumberOf {
  return ({ question, column }) => {
    const answer = said.get(question);
    if (column === undefined) return typeof answer === 'number' ? answer : undefined;
    if (own?.id === question) {
      const cell = cellOf(answer, own.row, column);
      return typeof cell === 'number' ? cell : undefined;
    }
    const cells = [...cellsOf(answer).keys()]
      .map((row) => cellOf(answer, row, column))
      .filter((cell): cell is number => typeof cell === 'number');
    return cells.length > 0 ? cells.reduce((sum, cell) => sum + cell, 0) : undefined;
  };
}

function checkFindings(question: Question, said: ReadonlyMap<string, unknown>): QuestionFinding[] {
  const { id, kind, rows = [], checks = [] } = question;
  const answer = said.get(id);
  return checks.flatMap((check): QuestionFinding[] => {
    if (kind !== 'table') {
      const found = typeof answer === 'number' ? checkFault(check, answer, numberFrom(said)) : undefined;
      return found ? [{ question: id, ...found }] : [];
    }
    return rows.flatMap((row): QuestionFinding[] => {
      const column = check.column ?? '';
      const cell = cellOf(answer, row.key, column);
      const numberOf = numberFrom(said, { id, row: row.key });
      const found = typeof cell === 'number' ? checkFault(check, cell, numberOf) : undefined;
      return found ? [{ question: id, cell: { row: row.key, column }, ...found }] : [];
    });
  });
}

function questionFindings(question: Question, said: ReadonlyMap<string, unknown>): QuestionFinding[] {
  const { id, kind, required } = question;
  const answer = said.get(id);
  if (kind === 'table' && answer !== undefined) return tableFaults(question, answer);
  if (answer === undefined) return required ? [{ question: id, ...fault('missing') }] : [];
  return valueFaults(question, answer).map((one) => ({ question: id, ...one }));
}

/**
 * In the order of the questions. A check is asked only where the answers that it is about are of their kinds. A question with a
 * reason beside it is not asked about again.
 */
export function judge(questions: readonly Question[], raw: RawAnswers, reasons: Reasons = {}): QuestionFinding[] {
  const { shown, said } = settle(questions, raw);
  const explained = new Set(Object.entries(reasons).flatMap(([id, reason]) => (reason.trim() ? [id] : [])));
  return shown.flatMap((question) => {
    const found = questionFindings(question, said);
    const all = found.some(({ level }) => level === 'blocks') ? found : [...found, ...checkFindings(question, said)];
    return all.filter(({ level }) => level === 'blocks' || !explained.has(question.id));
  });
}

/** Whether it may be sent as it is. */
export const canBeSent = (questions: readonly Question[], raw: RawAnswers, reasons: Reasons = {}): boolean =>
  judge(questions, raw, reasons).length === 0;
