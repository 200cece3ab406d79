import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { DifficultyDeadlines } from './difficulty-deadlines.ts';

let app: TestApp;
let village: Village;
let district: TestPerson;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-22T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-22');
  village = await buildVillage(app);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
});

const leader = () => village.teams[0]!.leader;
async function tell() {
  const { status, body } = await app.call(routes.reportDifficulty, {
    token: leader().token,
    params: { teamId: village.teams[0]!.id },
    key: randomUUID(),
    body: { kind: 'signal', text: 'Sóng yếu ở cuối thôn' },
  });
  expect(status).toBe(201);
  return body;
}
const answer = (by: TestPerson, difficultyId: string, more: Record<string, unknown> = {}) =>
  app.call(routes.answerDifficulty, {
    token: by.token,
    params: { difficultyId },
    key: randomUUID(),
    body: { answer: 'Đã báo nhà mạng, tuần sau lắp thêm trạm.', ...more },
  });
const titles = async (person: TestPerson) => {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items.map(({ title }: { title: string }) => title);
};

describe('A difficulty', () => {
  it('is read with its answer by who asked, whose message names it', async () => {
    const told = await tell();
    await answer(village.officer, told.id);
    await app.drain();
    const { body: inbox } = await app.call(routes.inbox, { token: leader().token });
    expect(inbox.items[0]).toMatchObject({ kind: 'difficultyAnswered', difficultyId: told.id });
    const { status, body } = await app.call(routes.listDifficulties, {
      token: leader().token,
      params: { unitId: village.teams[0]!.unitId },
    });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: told.id,
        answer: 'Đã báo nhà mạng, tuần sau lắp thêm trạm.',
        answeredBy: expect.objectContaining({ fullName: village.officer.fullName }),
      }),
    ]);
  });

  it('is to be answered within working days by the rule of the date', async () => {
    // A Wednesday: five working days pass over a weekend.
    expect((await tell()).dueOn).toBe('2022-06-29');
    await app.database.rows(
      sql`insert into difficulty_rules (id, unit_id, days, validity) values (${v7()}, ${village.districtId}, 2, '[2022-06-01,)')`,
    );
    await app.database.rows(
      sql`insert into holidays (on_date, name, kind) values ('2022-06-23', 'Nghỉ', 'holiday') on conflict do nothing`,
    );
    expect((await tell()).dueOn).toBe('2022-06-27');
    await app.database.rows(sql`delete from holidays where on_date = '2022-06-23'`);
  });

  it('has an owner and is answered once; whoever told of it hears', async () => {
    const { id } = await tell();
    const take = { token: village.officer.token, params: { difficultyId: id }, key: randomUUID() };
    expect((await app.call(routes.takeDifficulty, take)).body.owner.id).toBe(village.officer.id);
    const done = await answer(village.officer, id);
    expect(done.body).toMatchObject({ answeredBy: { id: village.officer.id }, publishedAt: null });
    expect(await answer(district, id)).toMatchObject({ status: 409, body: { code: 'difficulty.alreadyAnswered' } });
    expect(await titles(leader())).toContain('Đã trả lời vướng mắc của Tổ Thôn 1');
  });

  it('stands before the district too once its day is over, one time', async () => {
    const { id } = await tell();
    const answered = await tell();
    await answer(village.officer, answered.id);
    on('2022-06-29');
    await app.get(DifficultyDeadlines).run();
    expect(await titles(district)).toEqual([]);
    on('2022-06-30');
    await app.get(DifficultyDeadlines).run();
    expect(await app.get(DifficultyDeadlines).run()).toBe(0);
    expect(await titles(district)).toEqual(['Quá hạn trả lời vướng mắc của Tổ Thôn 1']);
    expect((await answer(district, id)).body.escalatedAt).toMatch(/^2022-06-30/);
  });

  it('is passed up by hand once: the district hears of it and may answer', async () => {
    const { id } = await tell();
    const up = () =>
      app.call(routes.passUpDifficulty, {
        token: village.officer.token,
        params: { difficultyId: id },
        key: randomUUID(),
      });
    expect((await up()).body.escalatedAt).toMatch(/^2022-06-22/);
    expect(await up()).toMatchObject({ status: 409, body: { code: 'difficulty.alreadyAbove' } });
    expect(await titles(district)).toEqual([expect.stringContaining('chuyển lên vướng mắc của Tổ Thôn 1')]);
    on('2022-06-30');
    expect(await app.get(DifficultyDeadlines).run()).toBe(0);
    expect((await answer(district, id)).status).toBe(200);
  });

  it('becomes know-how for the district’s teams when it is published', async () => {
    const [kept, open] = [await tell(), await tell()];
    await answer(village.officer, kept.id);
    await answer(village.officer, open.id, { publish: true });
    const other = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
    const read = (place: Village) =>
      app.call(routes.listKnowHow, {
        token: place.teams[0]!.member.token,
        params: { unitId: place.teams[0]!.unitId },
      });
    expect((await read(other)).body.items).toMatchObject([
      { id: open.id, answer: 'Đã báo nhà mạng, tuần sau lắp thêm trạm.', uses: 0, unit: { id: village.communeId } },
    ]);
    expect((await read(await buildVillage(app, { commune: 'Xa Xôi' }))).body.items).toEqual([]);
    // Said twice by one team, it is one team.
    const use = (person: TestPerson) =>
      app.call(routes.useKnowHow, {
        token: person.token,
        params: { teamId: other.teams[0]!.id, difficultyId: open.id },
        key: randomUUID(),
      });
    await use(other.teams[0]!.leader);
    expect((await use(other.teams[0]!.member)).body).toEqual({ uses: 1 });
    expect(
      (
        await app.call(routes.useKnowHow, {
          token: other.teams[0]!.leader.token,
          params: { teamId: other.teams[0]!.id, difficultyId: kept.id },
          key: randomUUID(),
        })
      ).body.code,
    ).toBe('difficulty.notFound');
  });

  it('is not answered by a team or another commune', async () => {
    const { id } = await tell();
    const other = await buildVillage(app, { commune: 'Thọ Thế', districtId: village.districtId });
    expect((await answer(leader(), id)).status).toBe(403);
    expect((await answer(other.officer, id)).status).toBe(403);
    expect((await answer(village.officer, v7())).body.code).toBe('difficulty.notFound');
  });
});
