import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { LoadCatalogue } from './load-catalogue.ts';
import { templates } from './templates.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

const wordings = (code: string) =>
  app.database.rows<{ title: string; validity: string }>(
    sql`select title, validity::text from task_templates where code = ${code} order by lower(validity)`,
  );

it('is there after a start, and a second start changes nothing', async () => {
  expect(await app.get(LoadCatalogue).load(templates)).toBe(0);
  expect((await wordings('NV03')).map(({ validity }) => validity)).toEqual([
    '[2022-03-28,2022-08-15)',
    '[2022-08-15,)',
  ]);
});

it('ends what nobody is asked for any more, and leaves an end that came sooner', async () => {
  expect(await wordings('NV04')).toEqual([
    { title: 'Cài PC-Covid, ứng dụng phòng dịch', validity: '[2022-03-28,2023-10-20)' },
  ]);
  const sooner = sql`update task_templates set validity = '[2022-03-28,2023-01-01)' where code = 'NV04'`;
  await app.database.rows(sooner);
  await app.get(LoadCatalogue).load(templates);
  expect((await wordings('NV04')).map(({ validity }) => validity)).toEqual(['[2022-03-28,2023-01-01)']);
});

it('takes a new wording from its day on, also between two that are there, by two processes at once', async () => {
  const [old] = templates.filter(({ code }) => code === 'NV22');
  const newer = (title: string, from: string) => ({ ...(old as (typeof templates)[number]), title, from });
  const both = [newer('Lập hòm thư', '2024-01-01'), newer('Lập hòm thư công dân', '2025-01-01')];
  const counts = await Promise.all([app.get(LoadCatalogue).load(both), app.get(LoadCatalogue).load(both)]);
  expect(counts.toSorted()).toEqual([0, 2]);
  await app.get(LoadCatalogue).load([newer('Tạo thư điện tử', '2024-06-01')]);
  expect(await wordings('NV22')).toEqual([
    { title: 'Tạo hòm thư điện tử', validity: '[2022-03-28,2024-01-01)' },
    { title: 'Lập hòm thư', validity: '[2024-01-01,2024-06-01)' },
    { title: 'Tạo thư điện tử', validity: '[2024-06-01,2025-01-01)' },
    { title: 'Lập hòm thư công dân', validity: '[2025-01-01,)' },
  ]);
});
