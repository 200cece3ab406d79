/**
 * What an officer can ask: the kinds of questions, when one is shown and what its answer is checked against. One kit for forms,
 * lessons, requests and what an order asks with its results. Free of zod: the phone judges by these files too.
 */

/** Persisted data. There is no kind for identity papers, accounts, party membership, religion or health, and there will be none. */
export const questionKinds = [
  'whole',
  'decimal',
  'money',
  'text',
  'yesNo',
  'oneOf',
  'someOf',
  'day',
  'photo',
  'table',
] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const numberKinds = ['whole', 'decimal', 'money'] as const;
export type NumberKind = (typeof numberKinds)[number];
export const isNumberKind = (kind: QuestionKind): kind is NumberKind =>
  (numberKinds as readonly string[]).includes(kind);

/** How an answer is compared with a value: `contains` of some of several, `empty` of any kind. */
export const comparisons = ['equal', 'notEqual', 'above', 'below', 'contains', 'empty'] as const;
export type Comparison = (typeof comparisons)[number];
export interface ConditionPart {
  /** Id of an earlier question. */
  of: string;
  is: Comparison;
  /** None with `empty`. */
  value?: string | number | boolean | undefined;
}
/** One level: all of the parts, or any of them. */
export interface Condition {
  join: 'all' | 'any';
  parts: readonly ConditionPart[];
}

/** A number that a check compares with: an earlier question's, or a column's; of the own table the cell in the same row. */
export interface Term {
  question: string;
  column?: string | undefined;
}
export const checkKinds = ['between', 'sumOf', 'notAbove', 'notBelow'] as const;
export interface Check {
  kind: (typeof checkKinds)[number];
  /** Of `between`; one of them may be missing. */
  min?: number | undefined;
  max?: number | undefined;
  /** Of the others; one but for `sumOf`. */
  of?: readonly Term[] | undefined;
  /** Of a table: the column whose cells are checked. */
  column?: string | undefined;
  /** What the officer says to whoever does not pass it. */
  sentence: string;
  /** `asks`: it can be sent with a reason. */
  level: Level;
}
export const levels = ['blocks', 'asks'] as const;
export type Level = (typeof levels)[number];

export interface Choice {
  key: string;
  label: string;
}
/** Outside of the bounds an answer is asked about, not refused: what is impossible is a check's matter. */
export interface NumberField {
  unit?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
}
export interface TableColumn extends NumberField {
  key: string;
  label: string;
  kind: NumberKind;
}

export interface Question extends NumberField {
  id: string;
  kind: QuestionKind;
  label: string;
  /** A line below the label. */
  hint?: string | undefined;
  required: boolean;
  shownWhen?: Condition | undefined;
  checks?: readonly Check[] | undefined;
  /** Of `oneOf` and `someOf`. */
  choices?: readonly Choice[] | undefined;
  /** The most that can be chosen, photos that can be added, letters of a text. */
  most?: number | undefined;
  /** Of a table. */
  rows?: readonly Choice[] | undefined;
  columns?: readonly TableColumn[] | undefined;
}

/** Limits with their defaults; an installation may have others since a day. */
export interface QuestionLimits {
  questions: number;
  choices: number;
  rows: number;
  columns: number;
  parts: number;
  checks: number;
}
export const usualLimits: QuestionLimits = { questions: 60, choices: 20, rows: 30, columns: 8, parts: 5, checks: 5 };
export const MOST_LETTERS = 2_000;
export const MOST_PHOTOS = 10;
/** Sums of a province in đồng stay exact below it. */
export const MOST_NUMBER = 1_000_000_000_000;
/** Decimals after the comma. */
export const PLACES = 3;

export type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** As they are stored: a day is YYYY-MM-DD, money whole đồng, photos their ids, a table its rows and their columns. */
export type Answer = number | string | boolean | readonly string[] | Cells;
/** By question. Absent is "not answered", which is not 0. */
export type Answers = Readonly<Record<string, Answer>>;
/** As it comes from a phone or a sheet: any JSON. */
export type RawAnswers = Readonly<Record<string, unknown>>;
/** Why an answer is what it is although it was asked about, by question. */
export type Reasons = Readonly<Record<string, string>>;

/** Of an unanswered whole number, decimal or money nothing is known; a table's question stands for its column. */
export type NumberOf = (term: Term) => number | undefined;

export const mostOf = ({ kind, most, choices = [] }: Question): number =>
  most ?? (kind === 'text' ? MOST_LETTERS : kind === 'photo' ? 3 : choices.length);
