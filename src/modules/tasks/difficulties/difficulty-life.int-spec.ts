import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../test/support/people.ts';
import { buildProvider, buildTrainer } from '../../../../test/support/training/training.ts';
import { DifficultyDeadlines } from './difficulty-deadlines.ts';

let app: TestApp;
let village: Village;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-22T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-22');
  village = await buildVillage(app);
});

const team = () => village.teams[0]!;
/** A telecom company over the commune, with somebody who works for it. */
async function company(kind: 'telecom' | 'post' = 'telecom'): Promise<{ id: string; person: TestPerson }> {
  const id = await buildProvider(app, { coverage: [village.communeId] });
  await app.database.rows(sql`update providers set kind = ${kind}, contact = '0512345678' where id = ${id}`);
  return { id, person: await buildTrainer(app, { providerId: id, unitId: village.communeId }) };
}
async function tell(more: Record<string, unknown> = {}) {
  const { status, body } = await app.call(routes.reportDifficulty, {
    token: team().leader.token,
    params: { teamId: team().id },
    key: randomUUID(),
    body: { kind: 'signal', text: 'Sóng yếu ở cuối thôn', ...more },
  });
  expect(status).toBe(201);
  return body;
}
type Act =
  | 'answerDifficulty'
  | 'askFurther'
  | 'closeDifficulty'
  | 'passOnDifficulty'
  | 'publishAnswer'
  | 'reopenDifficulty'
  | 'withdrawAnswer';
const act = (by: TestPerson, id: Act, difficultyId: string, body?: unknown) =>
  app.call(routes[id], { token: by.token, params: { difficultyId }, key: randomUUID(), ...(body ? { body } : {}) });
const listOf = async (by: TestPerson, unitId: string, query: Record<string, string> = {}) =>
  (await app.call(routes.listDifficulties, { token: by.token, params: { unitId }, query })).body;
const titles = async (person: TestPerson) => {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items.map(({ title }: { title: string }) => title);
};

describe('Weak signal', () => {
  it('goes at once to the one company that covers the hamlet, whose people answer and promise a day', async () => {
    const { id, person } = await company();
    const beside = await company('post');
    const told = await tell({ spot: 'Xóm Bãi' });
    expect(told).toMatchObject({
      provider: { id, contact: '0512345678' },
      dueOn: '2022-06-29',
      spot: 'Xóm Bãi',
      hamlet: { id: team().unitId },
      steps: [{ kind: 'passed_on', by: null, provider: { id } }],
    });
    expect(await titles(person)).toEqual(['Tổ Thôn 1 báo vướng mắc về sóng, đường truyền']);
    const other = await tell({ kind: 'skill' });
    expect((await listOf(person, village.communeId)).items.map((one: { id: string }) => one.id)).toEqual([told.id]);
    expect((await act(person, 'answerDifficulty', other.id, { answer: 'Không phải việc của tôi' })).status).toBe(403);
    expect((await act(beside.person, 'answerDifficulty', told.id, { answer: 'Không phải' })).status).toBe(403);
    const done = await act(person, 'answerDifficulty', told.id, {
      answer: 'Trạm hỏng tủ nguồn, đang thay.',
      promisedOn: '2022-07-24',
    });
    expect(done.body).toMatchObject({ promisedOn: '2022-07-24', answeredBy: { id: person.id }, publishedAt: null });
    expect(done.body.steps.at(-1)).toMatchObject({ kind: 'answered', provider: { id } });
    expect(await titles(team().leader)).toContain('Đã trả lời vướng mắc của Tổ Thôn 1');
  });

  it('is given to one of several by the commune, and to none that does not cover the place', async () => {
    const [one, two] = [await company(), await company()];
    const { id, provider } = await tell();
    expect(provider).toBeNull();
    const choices = await app.call(routes.difficultyProviders, {
      token: village.officer.token,
      params: { difficultyId: id },
    });
    expect(choices.body.map((row: { id: string }) => row.id).toSorted()).toEqual([one.id, two.id].toSorted());
    const elsewhere = await buildProvider(app, { coverage: [(await buildVillage(app, { commune: 'Xa' })).communeId] });
    expect((await act(village.officer, 'passOnDifficulty', id, { providerId: elsewhere })).body.code).toBe(
      'difficulty.notCovered',
    );
    const passed = await act(village.officer, 'passOnDifficulty', id, { providerId: two.id });
    expect(passed.body).toMatchObject({ provider: { id: two.id }, steps: [{ by: { id: village.officer.id } }] });
    expect((await act(two.person, 'passOnDifficulty', id, { providerId: one.id })).status).toBe(403);
  });

  it('is asked back about once its promised day is over, one time, unless the team has said that it is settled', async () => {
    const [open, settled] = [await tell(), await tell()];
    for (const { id } of [open, settled])
      await act(village.officer, 'answerDifficulty', id, { answer: 'Đang thay tủ nguồn.', promisedOn: '2022-06-24' });
    await act(team().member, 'closeDifficulty', settled.id);
    on('2022-06-24');
    expect(await app.get(DifficultyDeadlines).askBack()).toBe(0);
    on('2022-06-25');
    expect(await app.get(DifficultyDeadlines).askBack()).toBe(1);
    expect(await app.get(DifficultyDeadlines).askBack()).toBe(0);
    expect(await titles(team().leader)).toContain('Vướng mắc của Tổ Thôn 1 đã được chưa?');
  });
});

describe('The team', () => {
  it('asks further: a clock of its own begins, and who had answered hears', async () => {
    const { id } = await tell({ kind: 'skill' });
    expect((await act(team().member, 'askFurther', id, { text: 'Bao giờ ạ?' })).body.code).toBe(
      'difficulty.notAnswered',
    );
    await act(village.officer, 'answerDifficulty', id, { answer: 'Bấm Quên mật khẩu.', publish: true });
    on('2022-07-01');
    const asked = await act(team().member, 'askFurther', id, { text: 'Không thấy nút đó.' });
    expect(asked.body).toMatchObject({
      answer: null,
      answeredAt: null,
      dueOn: '2022-07-08',
      steps: [
        { kind: 'answered', text: 'Bấm Quên mật khẩu.' },
        { kind: 'asked', text: 'Không thấy nút đó.', by: { id: team().member.id } },
      ],
    });
    expect(await titles(village.officer)).toContain('Tổ Thôn 1 hỏi thêm về vướng mắc đã trả lời');
    // What was published for all stays.
    const { body: known } = await app.call(routes.listKnowHow, {
      token: team().leader.token,
      params: { unitId: team().unitId },
    });
    expect(known.items).toMatchObject([{ id, answer: 'Bấm Quên mật khẩu.' }]);
    expect((await act(village.officer, 'answerDifficulty', id, { answer: 'Kéo xuống dưới.' })).status).toBe(200);
  });

  it('says that it is settled, and opens it again within thirty days', async () => {
    const { id } = await tell({ kind: 'other' });
    await act(village.officer, 'answerDifficulty', id, { answer: 'Đã xong.' });
    expect((await act(team().leader, 'reopenDifficulty', id, {})).body.code).toBe('difficulty.notClosed');
    const closed = await act(team().member, 'closeDifficulty', id);
    expect(closed.body.closedAt).toMatch(/^2022-06-22/);
    expect((await act(team().leader, 'closeDifficulty', id)).status).toBe(200);
    expect((await act(team().leader, 'askFurther', id, { text: 'Còn nữa' })).body.code).toBe('difficulty.closed');
    on('2022-07-22');
    const again = await act(team().leader, 'reopenDifficulty', id, {});
    expect(again.body).toMatchObject({ closedAt: null, answer: null });
    expect(again.body.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['answered', 'closed', 'reopened']);
    await act(village.officer, 'answerDifficulty', id, { answer: 'Lần này xong.' });
    await act(team().member, 'closeDifficulty', id);
    on('2022-08-22');
    expect((await act(team().leader, 'reopenDifficulty', id, {})).body.code).toBe('difficulty.closedLongAgo');
    expect((await act(village.teams[1]!.leader, 'reopenDifficulty', id, {})).status).toBe(403);
  });

  it('sends photos with it, in the hamlet or a part of it', async () => {
    const photoId = randomUUID();
    const key = randomUUID();
    const body = { kind: 'signal', text: 'Sóng yếu', photoIds: [photoId], hamletId: team().unitId };
    const ask = { token: team().member.token, params: { teamId: team().id } };
    const told = await app.call(routes.reportDifficulty, { ...ask, key, body });
    expect(told.body).toMatchObject({ photos: [], photosPending: 1 });
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#37a' } })
      .jpeg()
      .toBuffer();
    const params = { entryId: key, photoId };
    expect((await app.call(routes.addPhoto, { token: team().leader.token, params, body: bytes })).status).toBe(404);
    expect((await app.call(routes.addPhoto, { token: team().member.token, params, body: bytes })).status).toBe(200);
    expect((await listOf(team().leader, team().unitId)).items[0]).toMatchObject({
      photos: [{ id: photoId, width: 40 }],
      photosPending: 0,
    });
  });

  it('is in any hamlet of the commune, chosen from its list, and goes to who covers that one', async () => {
    const other = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
    const [own, next] = village.teams;
    const ask = { token: own!.member.token, params: { teamId: own!.id } };
    const { body: places } = await app.call(routes.difficultyPlaces, ask);
    expect(places.map(({ id }: { id: string }) => id)).toEqual(village.teams.map(({ unitId }) => unitId));
    const id = await buildProvider(app, { coverage: [next!.unitId] });
    await app.database.rows(sql`update providers set kind = 'telecom' where id = ${id}`);
    expect(await tell({ hamletId: next!.unitId })).toMatchObject({ hamlet: { id: next!.unitId }, provider: { id } });
    expect((await tell()).provider).toBeNull();
    const refused = await app.call(routes.reportDifficulty, {
      ...ask,
      key: randomUUID(),
      body: { kind: 'signal', text: 'Sóng yếu', hamletId: other.teams[0]!.unitId },
    });
    expect(refused.body.code).toBe('difficulty.hamletElsewhere');
  });
});

describe('The list', () => {
  it('comes page by page: open ones by their day, then the answered ones, counted and found', async () => {
    const first = await tell({ text: 'Sóng yếu ở xóm Bãi' });
    on('2022-06-23');
    const second = await tell({ kind: 'skill', text: 'Chưa biết lấy lại mật khẩu' });
    const third = await tell({ kind: 'other', text: 'Thiếu máy tính' });
    await act(village.officer, 'answerDifficulty', third.id, { answer: 'Mượn máy của trường.' });
    on('2022-06-30');
    const read = (query: Record<string, string>) => listOf(village.officer, village.communeId, query);
    const page = await read({ limit: '2' });
    expect(page).toMatchObject({
      total: 3,
      items: [{ id: first.id }, { id: second.id }],
      counts: { all: 3, open: 2, mine: 0, late: 1, above: 0, answered: 1 },
    });
    const rest = await read({ limit: '2', cursor: page.nextCursor });
    expect([rest.items.map(({ id }: { id: string }) => id), rest.nextCursor]).toEqual([[third.id], null]);
    expect(await read({ filter: 'late' })).toMatchObject({ total: 1, items: [{ id: first.id }] });
    expect(await read({ q: 'mat khau' })).toMatchObject({ total: 1, items: [{ id: second.id }] });
    expect(await read({ q: 'may cua truong', filter: 'open' })).toMatchObject({ total: 0, items: [] });
  });
});

it('A published answer reaches the other teams with the same work once, with their task', async () => {
  const { taskIds } = await issueOrder(app, village);
  const outside = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
  const { id } = await tell({ kind: 'task', text: 'Quên mật khẩu dịch vụ công', taskId: taskIds[0] });
  const heard = async (person: TestPerson) =>
    (await titles(person)).filter((title: string) => title.startsWith('Cách làm hay'));
  await act(village.officer, 'answerDifficulty', id, {
    answer: 'Bấm Quên mật khẩu.',
    publish: true,
    title: 'Quên mật khẩu',
  });
  expect(await heard(village.teams[1]!.member)).toEqual(['Cách làm hay: Quên mật khẩu']);
  expect(await heard(team().leader)).toEqual([]);
  expect(await heard(outside.teams[0]!.leader)).toEqual([]);
  await act(team().leader, 'askFurther', id, { text: 'Không thấy nút' });
  await act(village.officer, 'answerDifficulty', id, { answer: 'Kéo xuống dưới.', publish: true });
  // Taken back and published again, at the desk: nobody hears of it a second time.
  const shown = async () =>
    (
      await app.call(routes.listKnowHow, {
        token: village.teams[1]!.member.token,
        params: { unitId: village.teams[1]!.unitId },
      })
    ).body.items.map(({ text }: { text: string }) => text);
  for (let i = 0; i < 2; i++)
    expect((await act(village.officer, 'withdrawAnswer', id)).body).toMatchObject({
      publishedAt: null,
      answer: 'Kéo xuống dưới.',
    });
  expect(await shown()).toEqual([]);
  expect((await act(team().leader, 'publishAnswer', id, {})).status).toBe(403);
  await act(village.officer, 'publishAnswer', id, { title: 'Mất nút đăng nhập' });
  expect(await shown()).toEqual(['Mất nút đăng nhập']);
  expect(await heard(village.teams[1]!.member)).toHaveLength(1);
  const { body } = await app.call(routes.inbox, { token: village.teams[1]!.member.token });
  expect(body.items.find(({ kind }: { kind: string }) => kind === 'knowHowPublished')).toMatchObject({
    taskId: taskIds[1],
    difficultyId: id,
  });
});

it('An answer is published later too, and tells the teams then; one that was not given cannot be', async () => {
  const { taskIds } = await issueOrder(app, village);
  const { id } = await tell({ kind: 'task', text: 'Quên mật khẩu dịch vụ công', taskId: taskIds[0] });
  expect((await act(village.officer, 'publishAnswer', id, {})).body.code).toBe('difficulty.notAnswered');
  await act(village.officer, 'answerDifficulty', id, { answer: 'Bấm Quên mật khẩu.' });
  expect((await act(village.officer, 'publishAnswer', id, {})).body.publishedAt).not.toBeNull();
  expect(await titles(village.teams[1]!.member)).toContain('Cách làm hay: Quên mật khẩu dịch vụ công');
});
