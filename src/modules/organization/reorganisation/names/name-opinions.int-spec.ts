/** Communes are asked about the names that a reform proposes for their hamlets, and say what they think until a day. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { type Answer, startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const TODAY = '2022-06-21';
const DUE = '2022-06-28';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
let focal: TestPerson;
let merged: number;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
  const { communeId: unitId } = district.communes[0];
  focal = await buildOfficer(app, { role: 'focal_officer', unitId });
  reform = new Reforming(app, district, LATER);
  await reform.draft();
  ({ merged } = await reform.settle());
  await reform.edit(named(hamlet(0), 'Minh Sơn 1'), named(hamlet(1), 'Hợp Lý 1'));
});
afterAll(stopApps);

const hamlet = (commune: 0 | 1): string => district.communes[commune].hamletIds[0] ?? '';
const named = (unitId: string, name: string) => ({ do: 'name', unitId, type: 'thôn', name });
const ask = (changes: object = {}): Promise<Answer> =>
  reform.call(routes.askCommunes, {
    body: { version: reform.version, position: merged, answerBy: DUE, ...changes },
  });
const at = (commune: 0 | 1) => ({ reformId: reform.id, unitId: district.communes[commune].communeId });
const read = ({ token }: TestPerson, commune: 0 | 1 = 0): Promise<Answer> =>
  app.call(routes.askedNames, { token, params: at(commune) });
const answer = ({ token }: TestPerson, said: object = {}, name = 'Thôn Minh Sơn 1', commune: 0 | 1 = 0) =>
  app.call(routes.answerNames, {
    token,
    params: at(commune),
    key: randomUUID(),
    body: { answers: [{ hamletId: hamlet(commune), name, ...said }] },
  });
const shown = async () => {
  const { body } = await reform.call(routes.reformNames, { query: { position: String(merged) } });
  const of = body.hamlets.find(({ id }: { id: string }) => id === hamlet(0));
  return { asked: body.asked, toAsk: body.toAsk, hamlet: of };
};
const told = async ({ token }: TestPerson): Promise<{ title: string; page: string }[]> => {
  const { items } = (await app.call(routes.inbox, { token })).body;
  return items.filter(({ kind }: { kind: string }) => kind === 'namesAsked');
};

it('asks the communes of today: who is in charge hears, answers for its own, and the organiser sees it', async () => {
  const [first, second] = district.communes;
  const communes = [
    { id: second.communeId, fullName: 'Xã Hợp Lý', hamlets: 1 },
    { id: first.communeId, fullName: 'Xã Minh Sơn', hamlets: 1 },
  ];
  expect(await shown()).toMatchObject({ asked: null, toAsk: communes, hamlet: { asked: null } });
  expect((await ask({ answerBy: LATER })).body.code).toBe('organization.namesAnswerDay');
  expect((await ask({ version: 1 })).body.code).toBe('organization.reformChanged');
  expect((await read(focal)).status).toBe(404);
  expect((await ask()).body.asked).toEqual({
    communes: communes.map((commune) => ({ ...commune, answered: false })),
    answerBy: DUE,
  });
  await app.drain();
  const [message] = await told(focal);
  expect(message).toMatchObject({
    title: expect.stringContaining('hỏi ý kiến về tên mới của 1 thôn'),
    page: `/asked-names/${reform.id}?unit=${first.communeId}`,
  });
  // The whole committee only where nobody is in charge.
  expect([await told(first.officer), await told(second.officer)].map(({ length }) => length)).toEqual([0, 1]);

  const page = (await read(focal)).body;
  expect(page).toMatchObject({ unit: { fullName: 'Xã Minh Sơn' }, answerBy: DUE, closed: null });
  expect(page.hamlets).toEqual([{ id: hamlet(0), fullName: 'Thôn 1', name: 'Thôn Minh Sơn 1', opinion: null }]);
  expect(JSON.stringify(page)).not.toMatch(/Triệu Sơn|Sắp xếp xã/);
  for (const call of [read, answer]) expect((await call(second.officer)).status).toBe(403);
  expect((await answer(focal, { otherName: 'Thôn Đông' })).body.hamlets[0].opinion).toMatchObject({
    about: 'Thôn Minh Sơn 1',
    otherName: 'Thôn Đông',
    remark: null,
  });
  const after = await shown();
  expect(after.hamlet.asked).toMatchObject({ name: 'Thôn Minh Sơn 1', opinion: { otherName: 'Thôn Đông' } });
  expect(after.asked.communes.map(({ answered }: { answered: boolean }) => answered)).toEqual([false, true]);
});

it('keeps what was said of an earlier name, and takes no answer to a name that was not read', async () => {
  await ask();
  await answer(focal, { otherName: 'Đông', remark: 'Dân quen gọi thế' });
  await reform.edit(named(hamlet(0), 'Đông'));
  // What is proposed since is nothing to the commune until it is asked about it.
  expect((await read(focal)).body.hamlets[0].name).toBe('Thôn Minh Sơn 1');
  await ask({ answerBy: '2022-06-25' });
  expect((await read(focal)).body).toMatchObject({
    answerBy: '2022-06-25',
    hamlets: [{ name: 'Thôn Đông', opinion: { about: 'Thôn Minh Sơn 1', remark: 'Dân quen gọi thế' } }],
  });
  expect((await shown()).asked.communes.every(({ answered }: { answered: boolean }) => !answered)).toBe(true);
  expect((await answer(focal)).body.code).toBe('organization.namesOthers');
  expect((await answer(focal, {}, 'Thôn Đông')).body.hamlets[0].opinion).toMatchObject({
    about: 'Thôn Đông',
    otherName: null,
    remark: null,
  });
});

it('ends with the day, and with the draft', async () => {
  await ask();
  await reform.schedule();
  expect((await ask()).body.code).toBe('organization.reformSettled');
  expect((await answer(focal)).body.code).toBe('organization.namesClosed');
  await reform.call(routes.revokeReform, { body: { version: reform.version, reason: 'Chờ nghị quyết mới' } });
  expect((await read(focal)).body.closed).toBe('settled');
  expect((await answer(focal)).body.code).toBe('organization.namesClosed');
  // Worked on again it is a draft, and the commune may answer until its day.
  await reform.edit(named(hamlet(1), 'Hợp Lý 9'));
  expect((await answer(focal)).status).toBe(200);
  app.clock.set(new Date('2022-06-29T03:00:00Z'));
  expect((await answer(focal)).body.code).toBe('organization.namesLate');
  expect((await read(focal)).body.closed).toBe('late');
});
