// @everyday
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps } from '../../../../../test/support/app.ts';
import { buildOfficer } from '../../../../../test/support/people.ts';
import { buildTrainingVillage, type TrainingVillage } from '../../../../../test/support/training/training-session.ts';

let here: TrainingVillage;
beforeAll(async () => {
  here = await buildTrainingVillage(await startApp({ CLOCK: '2022-11-15T02:00:00.000Z' }));
});
afterAll(stopApps);

const resultOf = (sessionId: string) => here.must(routes.sessionResult, here.trainer, { params: { sessionId } });
const taps = { liked: 3, canDo: 2, nextTopic: 'e_payment' };

describe('feedback', () => {
  it('is given by who was there, and replaced when given again', async () => {
    const [there, absent] = [here.person('member'), here.person('deputy')];
    const sessionId = await here.done([there]);
    const give = (by: typeof there, body: object) =>
      here.call(routes.giveFeedback, by, { params: { sessionId }, body });
    expect((await give(there, { ...taps, liked: 1 })).status).toBe(204);
    expect((await give(there, taps)).status).toBe(204);
    expect(await give(absent, taps)).toMatchObject({ status: 403, body: { code: 'training.notInvited' } });
    expect(await give(there, { ...taps, nextTopic: 'astrology' })).toMatchObject({
      status: 422,
      body: { code: 'training.topicUnknown', details: [{ path: 'nextTopic' }] },
    });
    expect((await give(there, { ...taps, liked: 4 })).status).toBe(422);
    expect((await resultOf(sessionId)).feedback).toEqual({
      answers: 1,
      liked: [0, 0, 1],
      canDo: [0, 1, 0],
      next: [{ topic: 'e_payment', people: 1 }],
    });
  });
});

it('stands in what a member takes home of their data by the name of its topic, not by our code', async () => {
  const there = here.person('deputy', 1);
  const sessionId = await here.done([there]);
  await here.must(routes.giveFeedback, there, { params: { sessionId }, body: taps });
  const [topic] = await here.app.database.rows<{ title: string }>(
    sql`select title from training_topics where code = ${taps.nextTopic}`,
  );
  const { raw, status } = await here.call(routes.ownDataFile, there);
  expect(status).toBe(200);
  expect(raw.toString()).toContain(topic?.title);
  expect(raw.toString()).not.toContain(taps.nextTopic);
});

describe('the result of a session', () => {
  it('counts people by team, the hours, and shows the photo of the sheet behind a signed link', async () => {
    const people = [here.person('leader'), here.person('member'), here.person('leader', 1)];
    const sessionId = await here.done(people);
    const body = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const photo = await here.must(routes.addSheetPhoto, here.trainer, { params: { sessionId }, body });
    const result = await resultOf(sessionId);
    expect(result).toMatchObject({ hours: 2, attended: 3, certificates: [] });
    expect(
      result.teams
        .map(({ attended, members }: { attended: number; members: number }) => [attended, members])
        .toSorted(),
    ).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(result.photos).toMatchObject([{ id: photo.id }]);
    const picture = await here.app.nest.inject(result.photos[0].url);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
    const forged = await here.app.nest.inject(
      result.photos[0].url.replace(
        /signature=(.)/,
        (_: string, first: string) => `signature=${first === '_' ? '-' : '_'}`,
      ),
    );
    expect([forged.statusCode, JSON.parse(forged.payload).code]).toEqual([403, 'photo.linkExpired']);
  });

  it('takes no file that is not a picture as the sheet', async () => {
    const sessionId = await here.done([here.person('leader')]);
    expect(
      await here.call(routes.addSheetPhoto, here.trainer, {
        params: { sessionId },
        body: Buffer.from('%PDF-1.7 hello'),
      }),
    ).toMatchObject({ status: 422, body: { code: 'photo.notAPhoto' } });
  });
});

describe('coverage and load', () => {
  it('show who has learnt what, and what the provider has done', async () => {
    const there = await buildTrainingVillage(here.app, { commune: 'Dân Lý' });
    await there.done([there.person('leader'), there.person('member')], { topicCode: 'policy' });
    const cancelled = await there.published();
    await there.must(routes.cancelSession, there.trainer, {
      params: { sessionId: cancelled },
      body: { reason: 'Mưa' },
    });
    const { communeId } = there.village;
    const coverage = await there.must(routes.trainingCoverage, there.trainer, { params: { unitId: communeId } });
    const policy = coverage.topics.findIndex(({ code }: { code: string }) => code === 'policy');
    expect(coverage.total.members).toBe(6);
    expect(coverage.teams.map(({ trained }: { trained: number[] }) => trained[policy])).toEqual([2, 0]);
    expect(coverage.first[0].missing).toContain('policy');
    const cell = await there.must(routes.coverageCell, there.officer, {
      params: { teamId: there.village.teams[0]?.id as string },
    });
    expect(
      cell.find(({ person }: { person: { id: string } }) => person.id === there.person('leader').id).topics,
    ).toMatchObject([{ code: 'policy', by: 'session' }]);
    const district = await buildOfficer(here.app, { role: 'district_officer', unitId: communeId });
    const load = await there.must(routes.trainingLoad, district, {
      params: { unitId: communeId },
      query: { from: '2022-11-01', to: '2022-11-30' },
    });
    expect(load).toEqual([
      expect.objectContaining({
        provider: expect.objectContaining({ id: there.providerId }),
        held: 1,
        cancelled: 1,
        attended: 2,
        hours: 2,
        communes: 1,
        communesCovered: 1,
        liked: null,
      }),
    ]);
  });
});
