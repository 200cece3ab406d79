import { asksBesideNames, linesOfProducts, productFaults } from './named-products.ts';

const dimensions = [
  {
    key: 'marketplace',
    values: [
      { key: 'postmart', name: 'Postmart', hosts: ['postmart.vn'] },
      { key: 'khac', name: 'Sàn khác' },
    ],
  },
];
const named = (productId: string, marketplace: string, link: string) => ({ productId, marketplace, link });
const codes = (...products: ReturnType<typeof named>[]) =>
  productFaults(dimensions, products).map(({ index, code }) => `${index} ${code}`);

it('wants each product once, with a marketplace of its day and a link that stands there', () => {
  expect(codes(named('a', 'postmart', 'https://ban.postmart.vn/a'), named('b', 'khac', 'https://chợ.vn/b'))).toEqual(
    [],
  );
  expect(
    codes(
      named('a', '', 'https://postmart.vn/a'),
      named('b', 'postmart', ''),
      named('c', 'postmart', 'https://postmart.vn.evil.vn/c'),
      named('b', 'khac', 'https://b.vn'),
    ),
  ).toEqual(['0 marketplace', '1 link', '2 linkElsewhere', '3 twice']);
});

it('says how many stand where, and leaves out what the names say', () => {
  expect(linesOfProducts([{ marketplace: 'a' }, { marketplace: 'b' }, { marketplace: 'a' }])).toEqual([
    { by: 'marketplace', kind: 'a', value: 2 },
    { by: 'marketplace', kind: 'b', value: 1 },
  ]);
  expect(asksBesideNames(['product_each', 'marketplace', 'minutes_spent'])).toEqual(['minutes_spent']);
  expect(asksBesideNames(['marketplace', 'link_each'])).toEqual(['marketplace', 'link_each']);
});
