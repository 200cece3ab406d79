import { ocopObstacle, type OcopStock, productsLeft, sumOfStocks, whyNothingLeft } from './ocop.ts';

const stock = (registered: number, missing: number, ordered = 0): OcopStock => ({ registered, missing, ordered });

describe('products that can be ordered', () => {
  it('are those that the register misses and that no open order asks for', () => {
    expect(productsLeft(stock(14, 3))).toBe(3);
    expect(productsLeft(stock(14, 3, 2))).toBe(1);
  });

  it('are none when more is ordered than the register still misses: a product was listed meanwhile', () => {
    expect(productsLeft(stock(14, 3, 5))).toBe(0);
  });
});

describe('an order for products', () => {
  it.each([
    ['of all that is missing', stock(14, 3), 3],
    ['of all that is left beside open orders', stock(14, 3, 2), 1],
    ['of nothing', stock(0, 0), 0],
  ])('%s can be given', (_, of, wanted) => {
    expect(ocopObstacle(of, wanted)).toBeNull();
  });

  it.each([
    ['in a commune that has registered none', stock(0, 0), 1, 'productsNotRegistered'],
    ['in a commune whose products are all listed', stock(14, 0), 1, 'productsAllListed'],
    ['where open orders ask for all that is missing', stock(14, 3, 3), 1, 'productsAllOrdered'],
    ['above what is missing', stock(14, 3), 4, 'productsAboveMissing'],
    ['above what open orders leave', stock(14, 3, 2), 2, 'productsAboveLeft'],
  ])('%s cannot', (_, of, wanted, obstacle) => {
    expect(ocopObstacle(of, wanted)).toBe(obstacle);
  });
});

it('of several communes leaves over in one what is missing there, whatever is ordered in another', () => {
  const both = sumOfStocks([stock(14, 3, 5), stock(4, 2)]);
  expect([productsLeft(both), whyNothingLeft(both)]).toEqual([2, null]);
  expect(whyNothingLeft(sumOfStocks([stock(0, 0), stock(14, 3, 3)]))).toBe('productsAllOrdered');
  expect(whyNothingLeft(sumOfStocks([]))).toBe('productsNotRegistered');
});
