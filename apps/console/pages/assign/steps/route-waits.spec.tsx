import { screen } from '@testing-library/react';
import type { Schemas } from '../../../api/client.ts';
import { show } from '../../../testing/render.tsx';
import { nightRoutes, Waits } from './route-waits.tsx';

type Plan = Schemas['DeliveryPlan'];
const morning = '2022-06-18T23:30:00Z';
const route = (name: Plan['routes'][number]['route'], deferredUntil: string | null, people = 4) => ({
  route: name,
  people,
  costVnd: 0,
  finishedAt: null,
  deferredUntil,
});
const plan = (part: Partial<Plan>) => ({ routes: [], short: [], ...part }) as unknown as Plan;

it('tells the night only of routes that nothing else keeps back', () => {
  const routes = [route('zalo-zbs', morning), route('telegram', morning), route('email', null)];
  const short = [{ route: 'zalo-zbs' as const, left: 2, moved: [], waiting: 2 }];
  expect(nightRoutes(plan({ routes, short })).map((row) => row.route)).toEqual(['telegram']);
  expect(nightRoutes(plan({ routes: [route('telegram', morning, 0)] }))).toEqual([]);
});

it('says how much of a quota is left, who goes elsewhere and who waits until when', async () => {
  const short = [{ route: 'zalo-zbs' as const, left: 12, moved: [{ route: 'email' as const, people: 2 }], waiting: 3 }];
  show(<Waits plan={plan({ routes: [route('zalo-zbs', morning)], short })} />);
  const line = await screen.findByText(/Tin mẫu Zalo: hạn mức hôm nay còn 12/);
  expect(line.textContent).toMatch(/2 người chuyển sang Thư điện tử, 3 người gửi nốt 19\/6\/2022 6:30\.$/);
});

it('says nothing when all leaves at once', () => {
  const { container } = show(<Waits plan={plan({ routes: [route('email', null)] })} />);
  expect(container.querySelector('.route-waits')).toBeNull();
});
