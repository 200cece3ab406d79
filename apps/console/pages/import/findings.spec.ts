import {
  alike,
  byCell,
  columnIndex,
  columnLetters,
  countBySeverity,
  type Finding,
  gravest,
  keyAct,
  mustFix,
  nextAfter,
  type Roster,
  rowsAsked,
  valueOf,
  walk,
} from './findings.ts';

const finding = (cell: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  cell,
  sheet: 'Sheet1',
  row: Number(cell.replace(/\D/g, '')),
  column: cell.replace(/\d/g, ''),
  code: 'phone.missing',
  severity,
  params: {},
  original: 'cũ',
  proposed: 'mới',
  options: [],
  choice: null,
  value: null,
  settled: false,
  group: null,
  ...more,
});
const key = (name: string, more: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

describe('findings of a roster', () => {
  it('are walked row by row, left to right; notes are not walked through', () => {
    const order = walk(
      [finding('F13', 'must_fix'), finding('B5', 'auto_fixed'), finding('AA5', 'choose'), finding('A1', 'info')],
      'all',
    );
    expect(order.map((each) => each.cell)).toEqual(['B5', 'AA5', 'F13']);
  });

  it('are counted by what they ask for, notes apart', () => {
    expect(countBySeverity([finding('A1', 'info'), finding('B2', 'choose'), finding('C3', 'must_fix')])).toMatchObject({
      all: 2,
      must_fix: 1,
      choose: 1,
      info: 1,
    });
  });

  it('show the proposal in the cell only when it counts', () => {
    expect(valueOf(finding('A1', 'auto_fixed'))).toBe('mới');
    expect(valueOf(finding('A1', 'choose'))).toBe('cũ');
    expect(valueOf(finding('A1', 'choose', { choice: 'take' }))).toBe('mới');
    expect(valueOf(finding('A1', 'auto_fixed', { choice: 'keep' }))).toBe('cũ');
    expect(valueOf(finding('A1', 'must_fix', { choice: 'typed', value: 'tự gõ' }))).toBe('tự gõ');
  });

  it('go on to the next open one after a choice, and around to the first that was passed over', () => {
    const order = [finding('A1', 'choose'), finding('A2', 'choose', { choice: 'take' }), finding('A3', 'must_fix')];
    expect(nextAfter(order, 0)).toBe(2);
    expect(nextAfter(order, 2)).toBe(0);
  });

  it('are settled together only within their group', () => {
    const all = [
      finding('A1', 'auto_fixed', { group: 'font' }),
      finding('A2', 'auto_fixed', { group: 'font' }),
      finding('A3', 'auto_fixed', { group: 'font', choice: 'keep' }),
      finding('A4', 'auto_fixed'),
    ];
    expect(alike(all, all[0] as Finding).map((each) => each.cell)).toEqual(['A2']);
    expect(alike(all, all[3] as Finding)).toEqual([]);
  });

  it('of one cell give it the gravest colour that is not settled', () => {
    const cells = byCell([finding('F5', 'auto_fixed'), finding('F5', 'must_fix', { choice: 'typed', settled: true })]);
    expect(gravest(cells.get('Sheet1!F5') ?? [])?.severity).toBe('auto_fixed');
  });

  it('block until every "must fix" is settled', () => {
    expect(
      mustFix([finding('A1', 'must_fix'), finding('A2', 'must_fix', { settled: true }), finding('A3', 'choose')]),
    ).toHaveLength(1);
  });
});

describe('columns of a sheet', () => {
  it.each([
    ['A', 0],
    ['F', 5],
    ['Z', 25],
    ['AA', 26],
    ['AZ', 51],
  ])('%s is number %d and back', (letters, index) => {
    expect(columnIndex(letters)).toBe(index);
    expect(columnLetters(index)).toBe(letters);
  });
});

describe('a key on the check screen', () => {
  it.each([
    ['Enter', 'take'],
    ['g', 'keep'],
    ['G', 'keep'],
    ['F2', 'retype'],
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
  ])('%s means %s', (name, act) => {
    expect(keyAct(key(name))).toBe(act);
  });

  it('Ctrl Z takes the last choice back', () => {
    expect(keyAct(key('z', { ctrlKey: true }))).toBe('undo');
    expect(keyAct(key('z'))).toBeNull();
  });

  it('means nothing while an input method composes', () => {
    expect(keyAct(key('g', { isComposing: true }))).toBeNull();
    expect(keyAct(key('Enter', { keyCode: 229 }))).toBeNull();
  });
});

it('finds the rows that a question is about, by sheet and number, as far as they can be brought in', () => {
  const entry = (cell: string, more: Partial<Roster['notImported'][number]> = {}) =>
    ({
      sheet: 'Sheet1',
      cell,
      text: '',
      cells: 1,
      why: 'unread',
      back: 'row',
      taken: false,
      ...more,
    }) as Roster['notImported'][number];
  const notImported = [
    entry('A4'),
    entry('A5'),
    entry('B7'),
    entry('A6', { taken: true }),
    entry('A12', { why: 'signature', back: null }),
    entry('A12'),
    entry('A6', { sheet: 'Trang 2' }),
    entry('A13'),
  ];
  const question = finding('A5', 'must_fix', { code: 'rows.unread', params: { count: 4, rows: '5–7, 12' } });
  expect(rowsAsked({ notImported }, question).map(({ cell }) => cell)).toEqual(['A5', 'B7', 'A12']);
});
