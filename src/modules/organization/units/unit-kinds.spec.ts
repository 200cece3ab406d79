import { unitKinds } from '#contracts/enums';
import { mayStandBelow } from './unit-kinds.ts';

describe('mayStandBelow', () => {
  it('knows the three levels of 2022 and the two of today', () => {
    const pairs = unitKinds.flatMap((kind) =>
      unitKinds.filter((parent) => mayStandBelow(kind, parent)).map((parent) => `${kind} < ${parent}`),
    );
    expect(pairs).toEqual([
      'province < country',
      'district < province',
      'commune < province',
      'commune < district',
      'hamlet < commune',
    ]);
  });

  it('lets only a country or a province stand alone', () => {
    expect(unitKinds.filter((kind) => mayStandBelow(kind, undefined))).toEqual(['country', 'province']);
  });
});
