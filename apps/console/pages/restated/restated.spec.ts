import { testId } from '../../testing/render.tsx';
import { inOrder, namesFrom, type Restated } from './restated.ts';

const unit = (n: number) => ({ id: testId(n), kind: 'commune' as const, name: `Xã ${n}`, fullName: `Xã ${n}` });
const figure = (code: string, pillar: Restated['figures'][number]['indicator']['pillar']) =>
  ({
    indicator: { code, pillar },
    pair: { numerator: 1, denominator: null },
    known: true,
    undivided: [] as Restated['figures'][number]['undivided'],
  }) as Restated['figures'][number];

it('names what the table is made of, by how it came there', () => {
  const parts = [
    { unit: unit(1), from: 'report' as const },
    { unit: unit(2), from: 'share' as const },
    { unit: unit(3), from: 'report' as const },
  ];
  expect([namesFrom({ parts }, 'report'), namesFrom({ parts }, 'records')]).toEqual([['Xã 1', 'Xã 3'], []]);
});

it('stands in the order of the pillars, as the report does', () => {
  const rows = [figure('XH01', 'digital_society'), figure('TC01', 'organization')];
  expect(inOrder(rows).map(({ indicator }) => indicator.code)).toEqual(['TC01', 'XH01']);
});
