import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal } from '../../../../../test/support/reports.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
});
afterAll(stopApps);

it('a post of the office is offered to its people, and one of a company to those of the same company', async () => {
  const village = await buildVillage(app);
  const { communeId: unitId } = village;
  const admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  const focal = await buildFocal(app, unitId);
  const coverage = [unitId];
  const [viettel, vnpt] = [await buildProvider(app, { coverage }), await buildProvider(app, { coverage })];
  const trainers: TestPerson[] = [];
  for (const providerId of [viettel, viettel, vnpt]) trainers.push(await buildTrainer(app, { providerId, unitId }));
  const [first, second] = trainers as [TestPerson, TestPerson];
  const offered = async (postId: string) => {
    const query = { from: '2022-06-21' };
    const { body } = await app.call(routes.previewHandover, { token: admin.token, params: { postId }, query });
    return body.candidates.map(({ person }: { person: { id: string } }) => person.id);
  };
  expect(await offered(focal.postId)).toEqual([village.officer.id]);
  expect(await offered(first.postId)).toEqual([second.id]);
});
