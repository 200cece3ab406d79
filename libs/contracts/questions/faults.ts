/** What keeps a list of questions from being asked: its officer hears it while writing, the server refuses it. */
import {
  type Check,
  type ConditionPart,
  isNumberKind,
  MOST_NUMBER,
  type NumberField,
  type Question,
  type QuestionLimits,
  type Term,
  usualLimits,
} from './question-kinds.ts';

export const questionFaultCodes = [
  'none',
  'tooManyQuestions',
  'doubledId',
  'noLabel',
  'noChoices',
  'tooManyChoices',
  'doubledChoice',
  'noRows',
  'tooManyRows',
  'noColumns',
  'tooManyColumns',
  'boundsReversed',
  'boundTooLarge',
  'mostUnfit',
  'notChecked',
  'tooManyChecks',
  'noSentence',
  'noTerms',
  'noBounds',
  'tooManyParts',
  'noParts',
  'valueUnfit',
  'notANumber',
  'unknownColumn',
  'itself',
  'unknown',
  'forward',
  'circle',
] as const;
export type QuestionFaultCode = (typeof questionFaultCodes)[number];
export interface QuestionFault {
  /** Null: the whole list. */
  question: string | null;
  code: QuestionFaultCode;
  params: Readonly<Record<string, string | number>>;
}
type Fault = Omit<QuestionFault, 'question'>;
const fault = (code: QuestionFaultCode, params: Fault['params'] = {}): Fault => ({ code, params });

type Keyed = readonly { key: string; label: string }[];
const listFaults = (keyed: Keyed, most: number, none: QuestionFaultCode, tooMany: QuestionFaultCode): Fault[] => {
  const keys = keyed.map(({ key }) => key);
  const labels = keyed.map(({ label }) => label.trim().toLowerCase());
  return [
    ...(keyed.length === 0 ? [fault(none)] : []),
    ...(keyed.length > most ? [fault(tooMany, { value: keyed.length, most })] : []),
    ...(labels.includes('') ? [fault('noLabel')] : []),
    ...(new Set(keys).size < keys.length || new Set(labels).size < labels.length ? [fault('doubledChoice')] : []),
  ];
};

function boundFaults({ min, max }: NumberField): Fault[] {
  return [
    ...(min !== undefined && max !== undefined && min > max ? [fault('boundsReversed', { min, max })] : []),
    ...([min, max].some((bound) => bound !== undefined && Math.abs(bound) > MOST_NUMBER)
      ? [fault('boundTooLarge', { most: MOST_NUMBER })]
      : []),
  ];
}

function ownFaults(question: Question, limits: QuestionLimits): Fault[] {
  const { kind, label, choices = [], rows = [], columns = [], most } = question;
  const isChoosing = kind === 'oneOf' || kind === 'someOf';
  return [
    ...(label.trim() === '' ? [fault('noLabel')] : []),
    ...boundFaults(question),
    ...(isChoosing ? listFaults(choices, limits.choices, 'noChoices', 'tooManyChoices') : []),
    ...(kind === 'table' ? listFaults(rows, limits.rows, 'noRows', 'tooManyRows') : []),
    ...(kind === 'table' ? listFaults(columns, limits.columns, 'noColumns', 'tooManyColumns') : []),
    ...(kind === 'table' ? columns.flatMap(boundFaults) : []),
    ...(most !== undefined && (most < 1 || (kind === 'someOf' && most > choices.length)) ? [fault('mostUnfit')] : []),
  ];
}

/** Where a question looks. */
function referencesOf({ id, shownWhen, checks = [], kind }: Question): string[] {
  const terms = checks.flatMap(({ of = [] }) => of).filter((term) => !(kind === 'table' && term.question === id));
  return [...(shownWhen?.parts ?? []).map(({ of }) => of), ...terms.map(({ question }) => question)];
}

/** Both ways round: what it refers to stands later and comes back to it. */
function comesBack(questions: ReadonlyMap<string, Question>, from: string, to: string): boolean {
  const seen = new Set([to]);
  for (const one of seen)
    for (const next of referencesOf(questions.get(one) as Question)) if (questions.has(next)) seen.add(next);
  return seen.has(from);
}

function referenceFaults(question: Question, places: ReadonlyMap<string, number>, all: ReadonlyMap<string, Question>) {
  const own = places.get(question.id) as number;
  return [...new Set(referencesOf(question))].flatMap((other): Fault[] => {
    const place = places.get(other);
    if (other === question.id) return [fault('itself')];
    if (place === undefined) return [fault('unknown', { other })];
    if (place < own) return [];
    return [fault(comesBack(all, question.id, other) ? 'circle' : 'forward', { other: place + 1 })];
  });
}

/** Whether an answer of the question's kind can be compared like this, and with this. */
function fits({ is, value }: ConditionPart, { kind, choices = [] }: Question): boolean {
  if (is === 'empty') return value === undefined;
  const isChoice = choices.some(({ key }) => key === value);
  if (kind === 'someOf') return is === 'contains' && isChoice;
  if (is === 'contains' || kind === 'table' || kind === 'photo') return false;
  const isOrder = is === 'above' || is === 'below';
  if (isNumberKind(kind)) return typeof value === 'number' && Number.isFinite(value);
  if (kind === 'day') return typeof value === 'string';
  if (isOrder) return false;
  if (kind === 'oneOf') return isChoice;
  return typeof value === (kind === 'yesNo' ? 'boolean' : 'string');
}

function conditionFaults({ shownWhen }: Question, all: ReadonlyMap<string, Question>, limits: QuestionLimits): Fault[] {
  if (!shownWhen) return [];
  const { parts } = shownWhen;
  return [
    ...(parts.length === 0 ? [fault('noParts')] : []),
    ...(parts.length > limits.parts ? [fault('tooManyParts', { value: parts.length, most: limits.parts })] : []),
    ...parts.flatMap((part): Fault[] => {
      const other = all.get(part.of);
      return other && !fits(part, other) ? [fault('valueUnfit', { other: other.label })] : [];
    }),
  ];
}

function termFaults({ question, column }: Term, all: ReadonlyMap<string, Question>): Fault[] {
  const other = all.get(question);
  if (!other) return [];
  if (other.kind !== 'table') return isNumberKind(other.kind) && !column ? [] : [fault('notANumber', { question })];
  return other.columns?.some(({ key }) => key === column) ? [] : [fault('unknownColumn', { column: column ?? '' })];
}

function checkFaults(question: Question, check: Check, all: ReadonlyMap<string, Question>): Fault[] {
  const { kind, of = [], column, sentence, min, max } = check;
  const isOnNumbers = isNumberKind(question.kind) || question.kind === 'table';
  const isOnColumn = question.kind === 'table' && question.columns?.some(({ key }) => key === column);
  const isBounds = kind === 'between';
  const mayHave = kind === 'sumOf' ? 10 : 1;
  return [
    ...(isOnNumbers ? [] : [fault('notChecked')]),
    ...(question.kind === 'table' && !isOnColumn ? [fault('unknownColumn', { column: column ?? '' })] : []),
    ...(sentence.trim() === '' ? [fault('noSentence')] : []),
    ...(isBounds && min === undefined && max === undefined ? [fault('noBounds')] : []),
    ...(isBounds ? boundFaults({ min, max }) : []),
    ...(!isBounds && (of.length === 0 || of.length > mayHave) ? [fault('noTerms')] : []),
    ...of.flatMap((term) =>
      term.question === question.id && term.column === column && question.kind === 'table'
        ? [fault('itself')]
        : termFaults(term, all),
    ),
  ];
}

/** In the order of the questions; none: it can be asked. */
export function faultsOf(questions: readonly Question[], limits: QuestionLimits = usualLimits): QuestionFault[] {
  const all = new Map(questions.map((question) => [question.id, question]));
  const places = new Map(questions.map(({ id }, place) => [id, place]));
  const whole = [
    ...(questions.length === 0 ? [fault('none')] : []),
    ...(questions.length > limits.questions
      ? [fault('tooManyQuestions', { value: questions.length, most: limits.questions })]
      : []),
  ].map((one): QuestionFault => ({ question: null, ...one }));
  const seen = new Set<string>();
  const each = questions.flatMap((question): QuestionFault[] => {
    const { id, checks = [] } = question;
    const isTwice = seen.has(id);
    seen.add(id);
    return [
      ...(isTwice ? [fault('doubledId')] : []),
      ...ownFaults(question, limits),
      ...referenceFaults(question, places, all),
      ...conditionFaults(question, all, limits),
      ...(checks.length > limits.checks ? [fault('tooManyChecks', { value: checks.length, most: limits.checks })] : []),
      ...checks.flatMap((check) => checkFaults(question, check, all)),
    ].map((one) => ({ question: id, ...one }));
  });
  return [...whole, ...each];
}
