import {
  type BreakdownLine,
  breakdownFaults,
  carriedOver,
  type Dimension,
  hostsOf,
  isAtOneOf,
  wordsOn,
} from './breakdown.ts';

const level: Dimension = {
  key: 'level',
  name: 'Mức dịch vụ',
  values: [
    { key: 'full', name: 'Toàn trình' },
    { key: 'part', name: 'Một phần' },
  ],
};
const people: Dimension = {
  key: 'beneficiary',
  name: 'Giúp ai?',
  counts: 'people',
  values: [{ key: 'elderly', name: 'Người cao tuổi' }],
};
const marketplace: Dimension = {
  key: 'marketplace',
  name: 'Sàn nào?',
  values: [
    { key: 'voso', name: 'Voso', hosts: ['voso.vn'] },
    { key: 'postmart', name: 'Postmart', hosts: ['postmart.vn'] },
    { key: 'other', name: 'khác' },
  ],
};
const dimensions = [level, people, marketplace];
const line = (by: string, kind: string, value: number): BreakdownLine => ({ by, kind, value });
const faults = (asks: string[], value: number, breakdown: BreakdownLine[], links: string[] = []) =>
  breakdownFaults({ asks, dimensions }, { value, breakdown, links }).map(({ ask, code, left }) =>
    [ask, code, left].filter((each) => each !== undefined).join(' '),
  );

describe('a breakdown that an order asks for', () => {
  it('has to be there, and to add up to the number', () => {
    expect(faults(['level'], 12, [])).toEqual(['level missing']);
    expect(faults(['level'], 12, [line('level', 'full', 10)])).toEqual(['level sum 2']);
    expect(faults(['level'], 12, [line('level', 'full', 10), line('level', 'part', 3)])).toEqual(['level sum -1']);
    expect(faults(['level'], 12, [line('level', 'full', 10), line('level', 'part', 2)])).toEqual([]);
  });

  it('counts people apart from the number, and amounts by themselves', () => {
    expect(faults(['beneficiary', 'minutes_spent'], 12, [])).toEqual(['beneficiary missing', 'minutes_spent missing']);
    expect(
      faults(['beneficiary', 'minutes_spent'], 12, [line('beneficiary', 'elderly', 9), line('minutes_spent', '', 60)]),
    ).toEqual([]);
  });

  it('is of kinds that there were on that day, each named once', () => {
    expect(faults([], 3, [line('level', 'level_4', 3)])).toEqual(['level unknown']);
    expect(faults([], 3, [line('level', 'full', 1), line('level', 'full', 2)])).toEqual(['level unknown']);
    expect(faults([], 3, [line('minutes_spent', 'full', 3)])).toEqual(['minutes_spent unknown']);
    const words = [
      { from: null, until: '2022-08-15', dimensions: [] },
      { from: '2022-08-15', until: null, dimensions: [level] },
    ];
    expect([wordsOn(words, '2022-08-14'), wordsOn(words, '2022-08-15')]).toEqual([[], [level]]);
  });

  it('is not asked of what has no number, nor by a dimension that the day does not know', () => {
    expect(faults(['level', 'minutes_spent'], 0, [])).toEqual([]);
    expect(faults(['skill'], 4, [])).toEqual([]);
  });

  it('wants as many links as things, at the hosts of the kinds named', () => {
    const two = [line('marketplace', 'voso', 2)];
    expect(faults(['link_each'], 2, two, ['https://voso.vn/a'])).toEqual(['link_each linkEach 1']);
    expect(faults(['link_each'], 2, two, ['https://voso.vn/a', 'https://voso.vn/a'])).toEqual(['link_each linkEach 1']);
    expect(faults([], 2, two, ['https://voso.vn/a', 'https://evil.vn/voso.vn'])).toEqual(['link_each linkElsewhere']);
    expect(faults([], 1, [line('marketplace', 'other', 1)], ['https://zalo.me/x'])).toEqual([]);
    expect(hostsOf(dimensions, [line('level', 'full', 2)])).toBeNull();
    expect(['https://ban.voso.vn/x', 'https://notvoso.vn', 'voso'].map((link) => isAtOneOf(['voso.vn'], link))).toEqual(
      [true, false, false],
    );
  });
});

describe('a corrected number', () => {
  const asked = { asks: ['level', 'beneficiary'], dimensions };
  it('keeps what was all of one kind, people and amounts', () => {
    const before = { value: 12, breakdown: [line('level', 'full', 12), line('beneficiary', 'elderly', 12)] };
    expect(carriedOver(asked, before, 4)).toEqual([line('level', 'full', 4), line('beneficiary', 'elderly', 12)]);
  });
  it('is not divided by guess', () => {
    const before = {
      value: 12,
      breakdown: [line('level', 'full', 7), line('level', 'part', 5), line('beneficiary', 'elderly', 3)],
    };
    expect(carriedOver(asked, before, 4)).toBeNull();
    expect(carriedOver(asked, before, 0)).toEqual(before.breakdown);
  });
});

/** A seeded walk: whatever one tap or "Chia ra" gives adds up, and nothing else is taken. */
it('takes exactly the divisions that add up', () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let i = 0; i < 500; i += 1) {
    const value = 1 + next(40);
    const full = next(value + 5);
    const part = next(value + 5);
    const breakdown = [line('level', 'full', full), line('level', 'part', part)].filter((each) => each.value > 0);
    expect(faults(['level'], value, breakdown).length === 0).toBe(full + part === value);
  }
});
