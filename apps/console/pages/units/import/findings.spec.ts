import { type Finding, groupOf, notedTable, proposalsLeft, questionsLeft, shownOf, takeAll } from './findings.ts';

const finding = (key: string, part: Partial<Finding>): Finding => ({
  key,
  what: 'renamed',
  row: 2,
  code: '15667',
  file: 'Xã Thọ Bình',
  known: null,
  other: null,
  choices: ['same', 'new', 'keep'],
  proposal: 'same',
  choice: null,
  ...part,
});
const findings = [
  finding('r2', {}),
  finding('r3', { what: 'codeReused', proposal: null }),
  finding('u1', { what: 'missing', proposal: 'keep', choices: ['keep', 'end'] }),
];

describe('findings of a list of units', () => {
  it('are questions, worth a look or proposed', () => {
    expect(findings.map(groupOf)).toEqual(['proposed', 'question', 'look']);
    expect(shownOf(findings, 'question').map(({ key }) => key)).toEqual(['r3']);
  });

  it('are taken all at once save the questions and what is decided otherwise', () => {
    const decided = { r2: { key: 'r2', choice: 'keep' as const } };
    const taken = takeAll(findings, decided);
    expect(taken).toEqual({ ...decided, u1: { key: 'u1', choice: 'keep' } });
    expect(proposalsLeft(findings, taken)).toBe(0);
    expect(questionsLeft(findings, taken).map(({ key }) => key)).toEqual(['r3']);
  });

  it('are written beside their lines so that a sheet reads them', () => {
    expect(notedTable([['Mã', 'Tên "cũ"']])).toBe('\ufeff"Mã","Tên ""cũ"""\r\n');
  });
});
