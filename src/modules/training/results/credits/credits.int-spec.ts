import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { readPages } from '../../../../../test/support/read-pages.ts';
import { buildTrainingVillage, type TrainingVillage } from '../../../../../test/support/training/training-session.ts';

let here: TrainingVillage;
beforeAll(async () => {
  here = await buildTrainingVillage(await startApp({ CLOCK: '2022-11-15T02:00:00.000Z' }));
});
afterAll(stopApps);

const course = {
  course: 'An toàn trên mạng',
  organiser: 'Nền tảng học trực tuyến',
  topicCode: 'it_use',
  hours: 4.5,
  completedOn: '2022-11-01',
  proofUrl: 'https://hoc.example/cn/1',
};
const record = (by: TestPerson, changes: object = {}) =>
  here.call(routes.recordCredit, by, { body: { ...course, ...changes } });
const decide = (creditId: string, accepted: boolean, by = here.officer) =>
  here.call(routes.decideCredit, by, { params: { creditId }, body: { accepted, note: 'Đã xem' } });
const addPhoto = (creditId: string, by: TestPerson, body: Buffer) =>
  here.call(routes.addCreditPhoto, by, { params: { creditId }, body });
async function trainedIn(topic: string): Promise<number> {
  const coverage = await here.must(routes.trainingCoverage, here.officer, {
    params: { unitId: here.village.communeId },
  });
  const column = coverage.topics.findIndex(({ code }: { code: string }) => code === topic);
  return coverage.total.trained[column];
}

describe('a course elsewhere', () => {
  it('counts as learnt once the commune has accepted it, and not before', async () => {
    const member = here.person('member');
    const { status, body } = await record(member);
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'waiting' });
    expect(await trainedIn('it_use')).toBe(0);
    expect((await decide(body.id, true)).status).toBe(204);
    expect(await trainedIn('it_use')).toBe(1);
    expect((await here.must(routes.myCredits, member)).credits[0]).toMatchObject({ state: 'accepted', note: 'Đã xem' });
  });

  it('that was refused does not count', async () => {
    const { body } = await record(here.person('leader'), { topicCode: 'utilities' });
    await decide(body.id, false);
    expect(await trainedIn('utilities')).toBe(0);
  });

  it('is in the audit trail, as who recorded it and which', async () => {
    const leader = here.person('leader');
    const { body } = await record(leader, { course: 'Chữ ký số cá nhân' });
    const [event] = await here.app.database.rows(
      sql`select actor_id, payload from outbox where name = 'training.credit-recorded' and payload ->> 'creditId' = ${body.id}`,
    );
    expect(event).toEqual({ actor_id: leader.id, payload: { creditId: body.id } });
  });

  it('is decided once', async () => {
    const { body } = await record(here.person('deputy'));
    const outcomes = await Promise.all([decide(body.id, true), decide(body.id, false)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await decide(body.id, true)).toMatchObject({ body: { code: 'credit.decided' } });
  });

  it('needs a link or a photo before it is accepted', async () => {
    const member = here.person('member', 1);
    const { body } = await record(member, { proofUrl: null });
    expect(await decide(body.id, true)).toMatchObject({ status: 422, body: { code: 'credit.proofMissing' } });
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect((await addPhoto(body.id, member, photo)).status).toBe(204);
    const row = await here.app.database.one<{ proof_file: string }>(
      sql`select proof_file from training_credits where id = ${body.id}`,
    );
    expect(row?.proof_file).toMatch(/^[0-9a-f]{64}$/);
    expect((await decide(body.id, true)).status).toBe(204);
    expect(await addPhoto(body.id, member, photo)).toMatchObject({ status: 409, body: { code: 'credit.decided' } });
  });

  it('shows its photo to whoever decides about it', async () => {
    const member = here.person('deputy', 1);
    const { body } = await record(member, { proofUrl: null, course: 'Có ảnh' });
    expect(body).toMatchObject({ photo: false, photoUrl: null });
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    await addPhoto(body.id, member, photo);
    const { items } = await here.must(routes.unitCredits, here.officer, { params: { unitId: here.village.communeId } });
    const { photoUrl } = items.find(({ id }: { id: string }) => id === body.id);
    const seen = await here.app.nest.inject({ method: 'GET', url: photoUrl });
    expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  it('takes no photo that is none, none above 5 MB, and none for somebody else', async () => {
    const member = here.person('member', 1);
    const { body } = await record(member);
    const code = async (by: TestPerson, bytes: Buffer) => (await addPhoto(body.id, by, bytes)).body.code;
    expect(await code(member, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('photo.notAPhoto');
    expect(await code(member, Buffer.alloc(5 * 1024 * 1024 + 1))).toMatch(/tooBig|tooLarge/);
    expect(await code(here.person('leader'), Buffer.alloc(64))).toBe('credit.notFound');
  });

  it('is refused with a topic that is none or a day to come', async () => {
    const member = here.person('member');
    expect(await record(member, { topicCode: 'astrology' })).toMatchObject({
      status: 422,
      body: { code: 'training.topicUnknown', details: [{ path: 'topicCode' }] },
    });
    expect(await record(member, { completedOn: '2022-11-16' })).toMatchObject({
      status: 422,
      body: { code: 'credit.inFuture', details: [{ path: 'completedOn' }] },
    });
  });

  it('is listed once, page by page, while others are recorded', async () => {
    const learners = [here.person('member'), here.person('deputy'), here.person('member', 1)];
    for (const learner of learners) expect((await record(learner, { course: 'Từng trang' })).status).toBe(201);
    const ask = (query: Record<string, string>) =>
      here.call(routes.unitCredits, here.officer, { params: { unitId: here.village.communeId }, query });
    const before = (await ask({ limit: '200' })).body.items.map(({ id }: { id: string }) => id);
    const { items, cursor } = await readPages<{ id: string }>(ask, {
      limit: 2,
      between: () => record(here.person('leader'), { course: 'Ghi thêm' }),
    });
    expect(items.map(({ id }) => id)).toEqual(before);
    expect((await ask({ cursor: cursor.slice(1) })).body.details).toMatchObject([{ code: 'input.cursor' }]);
  });

  it("is seen and decided by the learner's commune only", async () => {
    const { body } = await record(here.person('member'), { course: 'Kỹ năng số' });
    const other = await buildTrainingVillage(here.app, { commune: 'Dân Lý' });
    expect((await decide(body.id, true, other.officer)).status).toBe(403);
    const page = (by: TestPerson, unitId: string) => here.call(routes.unitCredits, by, { params: { unitId } });
    expect((await page(here.officer, here.village.communeId)).body.items[0]).toMatchObject({ state: 'waiting' });
    expect((await page(other.officer, other.village.communeId)).body.total).toBe(0);
    expect((await page(other.officer, here.village.communeId)).status).toBe(403);
    const district = await buildOfficer(here.app, { role: 'district_officer', unitId: here.village.communeId });
    expect((await decide(body.id, true, district)).status).toBe(403);
  });
});
