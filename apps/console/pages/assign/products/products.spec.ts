import { poolTeams } from '../../../testing/assign.ts';
import { type Draft, divide, emptyDraft, type PoolTeam } from '../draft.ts';
import { productsAsked } from './products.ts';

const teams = poolTeams([100, 100]);
const draft = (part: Partial<Draft>): Draft => ({ ...emptyDraft(['t1', 't2']), indicatorCode: 'KT04', ...part });
const stock = (id: string, registered: number, missing: number, ordered = 0) => ({
  commune: { id, kind: 'commune' as const, name: id, fullName: `xã ${id}` },
  registered,
  missing,
  ordered,
});

const asked = (of: Draft, from: PoolTeam[], stocks: ReturnType<typeof stock>[]) =>
  productsAsked(of, divide(of, from).communes, stocks);

describe('what an order for products asks of a commune', () => {
  it('is what its teams are asked for together, and only communes of the chosen teams stand there', () => {
    expect(asked(draft({ target: 4 }), teams, [stock('c', 5, 3), stock('d', 1, 1)])).toEqual([
      { ...stock('c', 5, 3), wanted: 4, obstacle: 'productsAboveMissing' },
    ]);
  });

  it('fits when the register misses as much and open orders leave it', () => {
    expect(asked(draft({ target: 3 }), teams, [stock('c', 5, 3)])[0]?.obstacle).toBeNull();
    expect(asked(draft({ target: 3 }), teams, [stock('c', 5, 3, 1)])[0]?.obstacle).toBe('productsAboveLeft');
  });

  it('shows an empty register before there is a target', () => {
    expect(asked(draft({ target: null }), teams, [stock('c', 0, 0)])).toMatchObject([
      { wanted: 0, obstacle: 'productsNotRegistered' },
    ]);
    expect(asked(draft({ target: null }), teams, [stock('c', 5, 3)])[0]?.obstacle).toBeNull();
  });

  it('is the share of each commune when teams of several are chosen', () => {
    const two = teams.map((team, index) => ({ ...team, communeId: index === 0 ? 'c' : 'd' }));
    const found = asked(draft({ target: 4 }), two, [stock('c', 9, 9), stock('d', 1, 1)]);
    expect(found.map(({ wanted, obstacle }) => [wanted, obstacle])).toEqual([
      [2, null],
      [2, 'productsAboveMissing'],
    ]);
  });
});
