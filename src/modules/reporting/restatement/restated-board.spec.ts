import { addUp, type ToAdd } from './restated-board.ts';

const count = (numerator: number | null) => ({ numerator, denominator: null });
const sent = (unitId: string, code: string, numerator: number | null, more: Partial<ToAdd['sent'][number]> = {}) => ({
  reportId: `report ${unitId}`,
  unitId,
  code,
  ...count(numerator),
  records: 1,
  isTyped: false,
  ...more,
});
const commune = (id: string, heirs: string[], more: Partial<ToAdd['communes'][number]> = {}) => ({
  id,
  heirs,
  stood: true,
  ended: false,
  reportId: `report ${id}`,
  sentOn: '2025-06-23',
  ...more,
});
/** A and B become N whole; the town is divided between N and S. */
const asked: ToAdd = {
  codes: ['CQ02', 'TT01', 'TC07', 'KT05'],
  communes: [commune('A', ['N']), commune('B', ['N']), commune('town', ['N', 'S'])],
  rowOf: new Map([
    ['N', 'N'],
    ['S', 'S'],
  ]),
  sent: [
    sent('A', 'CQ02', 20),
    sent('B', 'CQ02', 10),
    sent('town', 'CQ02', 12),
    sent('A', 'TT01', 100),
    sent('town', 'TT01', 402, { isTyped: true }),
    { ...sent('A', 'TC07', 1), denominator: 2 },
    { ...sent('B', 'TC07', 5), denominator: 5 },
    { ...sent('town', 'TC07', 2), denominator: 3 },
    sent('A', 'KT05', null),
  ],
  shares: [
    { unitId: 'town', code: 'CQ02', heirId: 'N', value: 7 },
    { unitId: 'town', code: 'CQ02', heirId: 'S', value: 5 },
    { unitId: 'town', code: 'TC07', heirId: 'N', value: 2 },
    { unitId: 'town', code: 'TC07/', heirId: 'N', value: 2 },
    { unitId: 'town', code: 'TC07/', heirId: 'S', value: 1 },
  ],
  entered: [],
  records: [],
};
const rowsOf = (sums: ReturnType<typeof addUp>, id: string) =>
  sums.rows
    .find(({ unitId }) => unitId === id)
    ?.figures.map(({ pair, known }) => [pair.numerator, pair.denominator, known]);
const pairs = (figures: readonly { pair: { numerator: number | null; denominator: number | null } }[]) =>
  figures.map(({ pair }) => [pair.numerator, pair.denominator]);

it('adds whole units and divides by records, ratios by both their parts', () => {
  const sums = addUp(asked);
  expect(rowsOf(sums, 'N')).toEqual([
    [37, null, true],
    [100, null, false],
    [8, 9, true],
    [null, null, true],
  ]);
  expect(rowsOf(sums, 'S')).toEqual([
    [5, null, true],
    [null, null, false],
    [0, 1, true],
    [null, null, true],
  ]);
});

it('puts what nobody can divide into a row of its own, so that both totals are the same', () => {
  const sums = addUp(asked);
  expect(sums.undivided).toEqual([
    { unitId: 'town', reportId: 'report town', figures: [{ code: 'TT01', pair: count(402) }] },
  ]);
  expect(pairs(sums.totals)).toEqual([
    [42, null],
    [502, null],
    [8, 10],
    [null, null],
  ]);
  expect([pairs(sums.sent), sums.differences]).toEqual([pairs(sums.totals), []]);
});

it('guesses nothing where records make up less than was sent, or a team went where nobody knows', () => {
  const less = addUp({
    ...asked,
    sent: asked.sent.map((one) => ({ ...one, ...(one.unitId === 'town' && one.code === 'CQ02' && count(13)) })),
  });
  expect(less.undivided[0]?.figures.map(({ code }) => code)).toEqual(['CQ02', 'TT01']);
  const lost = addUp({
    ...asked,
    shares: asked.shares.map((one) => (one.value === 5 ? { ...one, heirId: null } : one)),
  });
  expect(lost.undivided[0]?.figures.map(({ code }) => code)).toEqual(['CQ02', 'TT01']);
  expect([less.differences, lost.differences]).toEqual([[], []]);
});

it('names who has not sent, takes what ended within the month from its records, and says where totals differ', () => {
  const sums = addUp({
    ...asked,
    communes: [
      commune('A', ['N'], { reportId: null }),
      commune('B', ['N'], { reportId: null, ended: true }),
      commune('away', ['elsewhere']),
      commune('gone', []),
    ],
    sent: [sent('away', 'CQ02', 9), sent('gone', 'CQ02', 4)],
    records: [{ unitId: 'B', code: 'CQ02', heirId: null, value: 6 }],
  });
  expect(sums.rows[0]).toMatchObject({ missing: ['A'], parts: [{ unitId: 'B', from: 'records', reportId: null }] });
  expect(sums.undivided).toMatchObject([{ unitId: 'gone', figures: [{ pair: count(4) }] }]);
  expect([pairs(sums.sent)[0], pairs(sums.totals)[0], sums.differences]).toEqual([[19, null], [10, null], ['CQ02']]);
});

it('takes what somebody entered where records say nothing, if it is all of it', () => {
  const entered = (north: number, south: number) => [
    { unitId: 'town', code: 'TT01', heirId: 'N', value: north },
    { unitId: 'town', code: 'TT01', heirId: 'S', value: south },
    { unitId: 'town', code: 'CQ02', heirId: 'S', value: 12 },
  ];
  const sums = addUp({ ...asked, entered: entered(300, 102) });
  expect([rowsOf(sums, 'N')?.[1], rowsOf(sums, 'S')?.[1], sums.undivided]).toEqual([
    [400, null, true],
    [102, null, true],
    [],
  ]);
  // Records go before what was entered.
  expect(rowsOf(sums, 'S')?.[0]).toEqual([5, null, true]);
  expect(addUp({ ...asked, entered: entered(300, 100) }).undivided).toHaveLength(1);
});
