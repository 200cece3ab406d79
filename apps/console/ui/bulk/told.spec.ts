import { testId } from '../../testing/render.tsx';
import { byRoute, leftOf, type ToldUnit, toldOf } from './told.ts';

const unit = (
  n: number,
  routes: ToldUnit['people'][number]['route'][],
  leftAlone: ToldUnit['leftAlone'] = null,
): ToldUnit => ({
  unit: { id: testId(n), kind: 'commune', name: `Xã ${n}`, fullName: `Xã ${n}` },
  leftAlone,
  people: routes.map((route, index) => ({
    person: { id: testId(n * 10 + index), fullName: 'Lê Thị Hợi', position: null },
    isStandIn: index > 0,
    route,
  })),
});

it('counts each person once by route, those whom nothing reaches last', () => {
  const units = [unit(1, ['none', 'email']), unit(2, ['email']), unit(3, ['inbox'])];
  expect(byRoute([...units, units[1]!])).toEqual([
    { route: 'email', n: 2 },
    { route: 'inbox', n: 1 },
    { route: 'none', n: 1 },
  ]);
});

it('keeps apart who is told and who is left alone', () => {
  const units = [unit(1, ['email']), unit(2, ['email'], 'today'), unit(3, [], 'nobody')];
  expect([toldOf(units).length, leftOf(units).map(({ leftAlone }) => leftAlone)]).toEqual([1, ['today', 'nobody']]);
});
