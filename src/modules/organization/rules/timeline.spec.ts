import { spanOn, timeline } from './timeline.ts';

const general = { name: 'general', distance: 9, from: '2022-01-01', until: null };
const province = { name: 'province', distance: 2, from: '2022-06-01', until: null };
const own = { name: 'own', distance: 0, from: '2022-07-01', until: '2022-08-01' };

const told = (rules: Parameters<typeof timeline<typeof general | typeof own>>[0]) =>
  timeline(rules).map(({ rule, from, until }) => `${rule.name} ${from} ${until ?? '…'}`);

it('gives each stretch of days to the nearest rule', () => {
  expect(told([own, general, province])).toEqual([
    'general 2022-01-01 2022-06-01',
    'province 2022-06-01 2022-07-01',
    'own 2022-07-01 2022-08-01',
    'province 2022-08-01 …',
  ]);
});

it('does not cut a rule where one farther away begins', () => {
  const always = { ...own, from: '2022-01-01', until: null };
  expect(told([always, province])).toEqual(['own 2022-01-01 …']);
});

it('leaves days without any rule out', () => {
  expect(told([own, { ...own, name: 'next', from: '2022-09-01', until: null }])).toEqual([
    'own 2022-07-01 2022-08-01',
    'next 2022-09-01 …',
  ]);
});

it('finds what holds on a day: the first day counts, the end does not', () => {
  const spans = timeline([own]);
  expect(['2022-06-30', '2022-07-01', '2022-07-31', '2022-08-01'].map((day) => spanOn(spans, day)?.rule.name)).toEqual([
    undefined,
    'own',
    'own',
    undefined,
  ]);
});
