import { judge } from './judge.ts';
import type { Question, RawAnswers, Reasons } from './question-kinds.ts';
import { normalise, shownQuestions, strayIds } from './settle.ts';

/** The form of the design's pictures. */
const network: Question = { id: 'network', kind: 'yesNo', label: 'Nhà văn hóa thôn có mạng không?', required: true };
const kind: Question = {
  id: 'kind',
  kind: 'oneOf',
  label: 'Loại mạng',
  required: true,
  choices: [
    { key: 'fibre', label: 'Cáp quang' },
    { key: 'mobile', label: '4G, 5G' },
  ],
  shownWhen: { join: 'all', parts: [{ of: 'network', is: 'equal', value: true }] },
};
const guided: Question = {
  id: 'guided',
  kind: 'whole',
  label: 'Số lượt',
  unit: 'lượt',
  min: 0,
  max: 2000,
  required: true,
};
const old: Question = {
  id: 'old',
  kind: 'whole',
  label: 'Trong đó từ 60 tuổi trở lên',
  required: true,
  shownWhen: { join: 'all', parts: [{ of: 'guided', is: 'above', value: 0 }] },
  checks: [{ kind: 'notAbove', of: [{ question: 'guided' }], sentence: 'Xem lại hai số.', level: 'blocks' }],
};
const topics: Question = {
  id: 'topics',
  kind: 'someOf',
  label: 'Dân hỏi nhiều nhất việc gì?',
  required: false,
  most: 2,
  choices: ['apply', 'vneid', 'pay'].map((key) => ({ key, label: key })),
};
const devices: Question = {
  id: 'devices',
  kind: 'table',
  label: 'Thiết bị ở nhà văn hóa',
  required: true,
  rows: [
    { key: 'computer', label: 'Máy tính' },
    { key: 'printer', label: 'Máy in' },
  ],
  columns: [
    { key: 'all', label: 'Tất cả', kind: 'whole' },
    { key: 'broken', label: 'Hỏng', kind: 'whole', max: 50 },
  ],
  checks: [
    {
      kind: 'notAbove',
      column: 'broken',
      of: [{ question: 'devices', column: 'all' }],
      sentence: 'Số hỏng không thể nhiều hơn tất cả.',
      level: 'blocks',
    },
  ],
};
const said = (questions: Question[], answers: RawAnswers, reasons?: Reasons) =>
  judge(questions, answers, reasons).map(({ question, cell, code, level, params }) =>
    [question, cell && `${cell.row}.${cell.column}`, code, level, ...Object.values(params)]
      .filter((one) => one !== undefined)
      .join(' '),
  );
const ids = (questions: Question[], answers: RawAnswers) => shownQuestions(questions, answers).map(({ id }) => id);

describe('questions that are shown', () => {
  const form = [network, kind, guided, old];
  it('depend on answers before them; what nobody has said fulfils nothing but "empty"', () => {
    expect(ids(form, {})).toEqual(['network', 'guided']);
    expect(ids(form, { network: true, guided: 1 })).toEqual(['network', 'kind', 'guided', 'old']);
    const empty: Question = { ...old, shownWhen: { join: 'all', parts: [{ of: 'guided', is: 'empty' }] } };
    expect([ids([guided, empty], {}), ids([guided, empty], { guided: 0 })]).toEqual([['guided', 'old'], ['guided']]);
    const other: Question = {
      ...old,
      shownWhen: { join: 'all', parts: [{ of: 'kind', is: 'notEqual', value: 'fibre' }] },
    };
    expect(ids([{ ...kind, shownWhen: undefined }, other], {})).toEqual(['kind']);
  });

  it('join parts by all or any, and look into what was chosen', () => {
    const parts = [
      { of: 'topics', is: 'contains', value: 'pay' },
      { of: 'guided', is: 'below', value: 5 },
    ] as const;
    const when = (join: 'all' | 'any'): Question => ({ ...old, checks: [], shownWhen: { join, parts } });
    const answers = { topics: ['apply', 'pay'], guided: 9 };
    expect(ids([topics, guided, when('all')], answers)).not.toContain('old');
    expect(ids([topics, guided, when('any')], answers)).toContain('old');
  });

  it('leave no trace when they are hidden: a chain closes behind the first', () => {
    const next: Question = {
      ...guided,
      id: 'next',
      shownWhen: { join: 'all', parts: [{ of: 'kind', is: 'equal', value: 'fibre' }] },
    };
    const answers = { network: false, kind: 'fibre', next: 4 };
    expect(normalise([network, kind, next], answers)).toEqual({ network: false });
    expect(judge([network, kind, next], answers)).toEqual([]);
  });
});

describe('an answer is judged', () => {
  it('by its kind', () => {
    const of = (question: Partial<Question> & Pick<Question, 'kind'>, value: unknown) =>
      said([{ id: 'q', label: 'q', required: true, ...question }], { q: value });
    expect(of({ kind: 'whole' }, '12')).toEqual(['q wrongKind blocks']);
    expect(of({ kind: 'whole' }, 1.5)).toEqual(['q notWhole blocks 1.5']);
    expect(of({ kind: 'money' }, 2e12)).toEqual(['q tooLarge blocks 2000000000000 1000000000000']);
    expect(of({ kind: 'decimal' }, 0.1234)).toEqual(['q tooManyPlaces blocks 0.1234 3']);
    expect(of({ kind: 'decimal' }, 0.1)).toEqual([]);
    expect(of({ kind: 'text', most: 3 }, 'abcd')).toEqual(['q tooLong blocks 4 3']);
    expect(of({ kind: 'yesNo' }, 'yes')).toEqual(['q wrongKind blocks']);
    expect(of({ kind: 'day' }, '2026-02-30')).toEqual(['q notDay blocks']);
    expect(of({ kind: 'day' }, '2028-02-29')).toEqual([]);
    expect(of({ kind: 'photo' }, ['x'])).toEqual(['q wrongKind blocks']);
    expect(said([topics], { topics: ['pay', 'fly'] })).toEqual(['topics unknownChoice blocks']);
    expect(said([topics], { topics: ['pay', 'vneid', 'apply'] })).toEqual(['topics tooMany blocks 3 2']);
    expect(said([{ ...kind, shownWhen: undefined }], { kind: 'satellite' })).toEqual(['kind unknownChoice blocks']);
  });

  it('is asked about outside of the usual, and taken with a reason', () => {
    expect(said([guided], { guided: 2001 })).toEqual(['guided aboveMax asks 2001 2000']);
    expect(said([guided], { guided: 2001 }, { guided: ' ' })).toHaveLength(1);
    expect(said([guided], { guided: 2001 }, { guided: 'Hội chợ' })).toEqual([]);
    expect(said([guided], {}, { guided: 'Hội chợ' })).toEqual(['guided missing blocks']);
  });

  it('against others, by the sentence of the officer', () => {
    expect(judge([guided, old], { guided: 36, old: 63 })).toEqual([
      {
        question: 'old',
        code: 'notAbove',
        level: 'blocks',
        params: { value: 63, other: 36 },
        sentence: 'Xem lại hai số.',
      },
    ]);
    expect(said([guided, old], { guided: 36, old: 36 })).toEqual([]);
    const sum: Question = {
      ...old,
      kind: 'decimal',
      shownWhen: undefined,
      checks: [{ kind: 'sumOf', of: [{ question: 'a' }, { question: 'b' }], sentence: 's', level: 'blocks' }],
    };
    const part = (id: string): Question => ({ id, kind: 'decimal', label: id, required: false });
    const sums = (answers: RawAnswers) => said([part('a'), part('b'), sum], answers);
    expect(sums({ a: 0.1, b: 0.2, old: 0.3 })).toEqual([]);
    expect(sums({ a: 1, old: 3 })).toEqual(['old sumOf blocks 3 1']);
    expect(sums({ old: 3 })).toEqual([]);
    const between: Question = {
      ...old,
      shownWhen: undefined,
      checks: [{ kind: 'between', min: 1, max: 9, sentence: 's', level: 'asks' }],
    };
    expect([0, 1, 9, 10].map((value) => said([between], { old: value }).length)).toEqual([1, 0, 0, 1]);
  });

  it('of a table by each of its cells', () => {
    expect(said([devices], {})).toEqual(['devices missing blocks']);
    expect(said([devices], { devices: { computer: { all: 3, broken: 4 }, printer: { all: 1, broken: 0 } } })).toEqual([
      'devices computer.broken notAbove blocks 4 3',
    ]);
    expect(said([devices], { devices: { computer: { all: 1.5, broken: 0 }, scanner: { all: 1 } } })).toEqual([
      'devices scanner. unknownCell blocks',
      'devices computer.all notWhole blocks 1.5',
      'devices printer.all missing blocks',
      'devices printer.broken missing blocks',
    ]);
    const total: Question = {
      ...old,
      shownWhen: undefined,
      checks: [{ kind: 'notBelow', of: [{ question: 'devices', column: 'all' }], sentence: 's', level: 'blocks' }],
    };
    const all = { computer: { all: 3, broken: 0 }, printer: { all: 2, broken: 0 } };
    expect(said([devices, total], { devices: all, old: 4 })).toEqual(['old notBelow blocks 4 5']);
  });
});

it('puts answers in order, without blanks and what is not said', () => {
  const text: Question = { id: 'note', kind: 'text', label: 'Khó khăn', required: false };
  const raw = {
    note: ' Sóng ye\u0302\u0301u\0 \ud800',
    topics: ['pay', 'apply', 'pay', ''],
    guided: -0,
    devices: { printer: { broken: null, all: 1 }, computer: {} },
    nobody: 3,
  };
  expect(normalise([text, topics, guided, devices], raw)).toEqual({
    note: 'Sóng yếu',
    topics: ['apply', 'pay'],
    guided: 0,
    devices: { printer: { all: 1 } },
  });
  expect(strayIds([text, topics, guided, devices], raw)).toEqual(['nobody']);
});
