/** Nothing is typed twice: what an officer typed last month is offered for this one. */
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage } from '../../../../../test/support/orders.ts';
import { buildFocal, figure, onReport, openReport } from '../../../../../test/support/reports.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-05-20T03:00:00Z' });
});
afterAll(stopApps);

it('of a figure from outside our records: its whole and its source, until it is typed', async () => {
  const village = await buildVillage(app);
  const focal = await buildFocal(app, village.communeId);
  const open = (month: string) => openReport(app, focal, village.communeId, month);
  const may = await open('2022-05');
  expect(figure(may, 'CQ03')).toMatchObject({ typed: null, typedBefore: null });
  const source = 'Bộ phận Một cửa, sổ theo dõi';
  await onReport(app, focal, 'typeFigure', may.id, { code: 'CQ03', numerator: 80, denominator: 150, source });
  app.clock.set(new Date('2022-06-20T03:00:00Z'));
  const june = await open('2022-06');
  expect(figure(june, 'CQ03')).toMatchObject({
    now: { numerator: null },
    typed: null,
    typedBefore: { pair: { numerator: 80, denominator: 150 }, source },
  });
  const body = { code: 'CQ03', numerator: 95, denominator: 150, source };
  expect((await onReport(app, focal, 'typeFigure', june.id, body)).body).toMatchObject({
    now: { numerator: 95, denominator: 150 },
    typedBefore: null,
  });
});
