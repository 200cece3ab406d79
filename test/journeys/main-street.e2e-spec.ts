// @everyday
/**
 * The main job from end to end over HTTP: one process serves, another relays, plans and delivers, both on one database.
 * A commune orders, its team hears of it, works in parts, is corrected, is confirmed, and the district sees the sum.
 */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { v7 } from 'uuid';
import { type RouteId, routes } from '#contracts';
import { Sweep } from '#modules/notifications';
import { sql } from '#platform/database';
import { type SmtpEmulator, startSmtpEmulator } from '../emulators/smtp.ts';
import { type CallOptions, startApp, stopApps, type TestApp } from '../support/app.ts';
import { buildVillage, orderInput, type TestTeam, type Village } from '../support/orders.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';

const CLOCK = '2022-06-21T02:00:00.000Z';
const TODAY = '2022-06-21';
const HOUR = 3_600_000;
let api: TestApp;
let worker: TestApp;
let smtp: SmtpEmulator;
let village: Village;
let district: TestPerson;

/** What the steps of the story hand on. */
const story = {} as { assignmentId: string; taskId: string; entryId: string; photoId: string };

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  api = await startApp({ ROLE: 'api', CLOCK });
  worker = await startApp({ ROLE: 'worker', CLOCK, DATABASE_URL: api.databaseUrl, SMTP_URL: smtp.url });
  worker.clock.set(api.clock.now());
  worker.drainables.push(() => worker.get(Sweep).run());
  village = await buildVillage(api, { hamlets: 2 });
  district = await buildOfficer(api, { role: 'district_officer', unitId: village.districtId });
  for (const { leader, deputy } of village.teams)
    for (const person of [leader, deputy])
      await api.database.rows(
        sql`insert into emails (id, person_id, address, is_primary, added_at)
          values (${v7()}, ${person.id}, ${`${person.id}@xa.example`}, true, ${api.clock.now()})`,
      );
});
afterAll(async () => {
  await stopApps();
  await smtp.stop();
});

const team = (i = 0) => village.teams[i] as TestTeam;
const call = (route: RouteId, by: TestPerson, options: Omit<CallOptions, 'token'> = {}) =>
  api.call(routes[route], { token: by.token, ...options });
const onTask = (route: RouteId, by: TestPerson, body?: unknown, key: string = randomUUID()) =>
  call(route, by, { params: { taskId: story.taskId }, key, ...(body !== undefined && { body }) });
const ofOrder = async (route: RouteId, by: TestPerson) =>
  (await call(route, by, { params: { assignmentId: story.assignmentId } })).body;
const inboxOf = async (person: TestPerson): Promise<{ id: string; kind: string; taskId: string; title: string }[]> =>
  (await call('inbox', person)).body.items;
const silenceOf = async (i: number) =>
  (await ofOrder('assignmentTasks', village.officer)).items.find(
    (row: { team: { id: string } }) => row.team.id === team(i).id,
  ).shown;
const pass = (milliseconds: number) => [api, worker].forEach(({ clock }) => clock.advance(milliseconds));
const figuresSeenBy = async (by: TestPerson) => (await ofOrder('getAssignment', by)).figures;

describe('an order', () => {
  it('is previewed, then issued once although the button was hit twice', async () => {
    const body = orderInput(village);
    expect((await call('previewAssignment', village.officer, { body })).body).toMatchObject({
      teams: 2,
      people: 6,
      reachable: 6,
      similar: [],
    });
    const key = randomUUID();
    const answers = await Promise.all([1, 2].map(() => call('issueAssignment', village.officer, { key, body })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    story.assignmentId = answers[0]?.body.id;
    expect(
      (await call('listAssignments', village.officer, { params: { unitId: village.communeId } })).body,
    ).toMatchObject({ total: 1, items: [{ id: story.assignmentId, teams: 2, states: { assigned: 2 } }] });
  });

  it('reaches every member: each inbox once, one e-mail to who has an address', async () => {
    await worker.drain();
    expect(await silenceOf(0)).toBe('not_delivered');
    for (const person of [team().leader, team().deputy, team().member])
      expect(await inboxOf(person)).toMatchObject([
        { kind: 'taskAssigned', title: expect.stringContaining('Giúp bà con') },
      ]);
    expect([...smtp.counts.entries()].toSorted()).toEqual(
      [team(0), team(1)]
        .flatMap(({ leader, deputy }) => [leader, deputy])
        .map(({ id }) => [`${id}@xa.example`, 1])
        .toSorted(),
    );
    expect(smtp.mails.every((mail) => !mail.text.includes('/moi/'))).toBe(true);
    story.taskId = (await inboxOf(team().leader))[0]?.taskId as string;
  });

  it('shows where silence sits: not delivered, not seen, not answered', async () => {
    expect([await silenceOf(0), await silenceOf(1)]).toEqual(['not_seen', 'not_delivered']);
    await inboxOf(team(1).deputy);
    expect(await silenceOf(1)).toBe('not_seen');
    const [message] = await inboxOf(team(0).leader);
    expect((await call('markSeen', team(0).leader, { key: randomUUID(), body: { ids: [message?.id] } })).status).toBe(
      204,
    );
    expect(await silenceOf(0)).toBe('not_answered');
  });
});

describe('the team', () => {
  it('accepts once: a double tap gets the same answer, and a colleague hears who was first', async () => {
    const key = randomUUID();
    const taps = await Promise.all([1, 2].map(() => onTask('acceptTask', team().leader, undefined, key)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect(taps[0]?.body).toEqual(taps[1]?.body);
    expect(taps[0]?.body).toMatchObject({ task: { state: 'accepted' }, alreadyBy: null });
    expect((await onTask('acceptTask', team().member)).body).toMatchObject({ alreadyBy: { id: team().leader.id } });
    expect(await silenceOf(0)).toBe('doing');
  });

  it('reports a part with a photo; what a phone sends again after a lost answer counts once', async () => {
    story.photoId = randomUUID();
    const key = randomUUID();
    const part = { happenedOn: TODAY, value: 12, note: 'Tại nhà văn hóa', photoIds: [story.photoId] };
    const first = await onTask('reportProgress', team().member, part, key);
    const again = await onTask('reportProgress', team().member, part, key);
    expect(again.body).toEqual(first.body);
    expect(first.body.task).toMatchObject({
      state: 'accepted',
      figures: { reported: 12, confirmed: 0 },
      entries: [{ value: 12, photosPending: 1 }],
    });
    story.entryId = first.body.task.entries[0].id;
    const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { Make: 'Phone' } })
      .jpeg()
      .toBuffer();
    const put = () =>
      call('addPhoto', team().member, {
        params: { entryId: story.entryId, photoId: story.photoId },
        body: photo,
        headers: { 'content-type': 'image/jpeg' },
      });
    expect([(await put()).status, (await put()).status]).toEqual([200, 200]);
  });

  it('takes what a phone without a network kept for hours, under its own key', async () => {
    pass(3 * HOUR);
    expect(
      (await onTask('reportProgress', team().deputy, { happenedOn: TODAY, value: 8 })).body.task.figures,
    ).toMatchObject({ target: 20, reported: 20, confirmed: 0, waiting: 0 });
    await worker.drain();
    expect((await call('myTasks', team().leader)).body.tasks).toMatchObject([
      { id: story.taskId, figures: { reported: 20 } },
    ]);
  });

  it('hands it in: the leader may, a member to whom it was not passed may not', async () => {
    expect((await onTask('completeTask', team().member, {})).body.code).toBe('task.notYours');
    expect((await onTask('completeTask', team().leader, {})).body.task).toMatchObject({
      state: 'submitted',
      figures: { waiting: 20 },
    });
    await worker.drain();
    expect((await inboxOf(village.officer)).map(({ kind }) => kind)).toContain('taskSubmitted');
  });
});

describe('the commune', () => {
  it('sees what waits, with a photo that opens without a session and tells nothing of the phone', async () => {
    const { body } = await call('resultsToConfirm', village.officer, { params: { unitId: village.communeId } });
    expect(body.items).toMatchObject([{ task: { id: story.taskId }, team: { id: team().id } }]);
    const [photo] = body.items[0].entries.flatMap((entry: { photos: { url: string }[] }) => entry.photos);
    const bytes = await api.nest.inject(
      new URL(photo.url, 'http://api').pathname + new URL(photo.url, 'http://api').search,
    );
    expect(bytes.statusCode).toBe(200);
    expect((await sharp(bytes.rawPayload).metadata()).exif).toBeUndefined();
  });

  it('returns it with a comment, and the team reads what to mend', async () => {
    expect(
      (
        await onTask('returnTask', village.officer, {
          reasons: ['figure_repeats'],
          comment: 'Hai hồ sơ bị tính hai lần.',
        })
      ).body.task.state,
    ).toBe('returned');
    await worker.drain();
    expect((await inboxOf(team().leader)).map(({ kind }) => kind)).toContain('taskReturned');
    expect((await call('myTasks', team().leader)).body.tasks[0]).toMatchObject({
      state: 'returned',
      returnedBecause: 'Hai hồ sơ bị tính hai lần.',
    });
  });

  it('confirms what was corrected; the wrong entry stays readable and counts no more', async () => {
    const corrected = await call('correctProgress', team().member, {
      params: { entryId: story.entryId },
      key: randomUUID(),
      body: { happenedOn: TODAY, value: 10 },
    });
    expect(corrected.body.task).toMatchObject({ figures: { reported: 18 } });
    expect(
      corrected.body.task.entries.find((entry: { id: string }) => entry.id === story.entryId).correctedById,
    ).not.toBeNull();
    await onTask('completeTask', team().leader, {});
    expect((await onTask('confirmTask', village.officer)).body.task).toMatchObject({
      state: 'confirmed',
      figures: { reported: 18, confirmed: 18, waiting: 0 },
    });
    await worker.drain();
    expect((await inboxOf(team().member)).map(({ kind }) => kind)).toContain('taskConfirmed');
  });

  it('has the whole way on record: order, delivery status, roll-up and trail say the same', async () => {
    expect((await ofOrder('deliveryStatus', village.officer)).funnel).toEqual({
      issued: 2,
      reached: 2,
      seen: 1,
      accepted: 1,
      submitted: 1,
      confirmed: 1,
    });
    expect(await ofOrder('assignmentRollUp', village.officer)).toMatchObject([
      {
        commune: { id: village.communeId },
        teams: 2,
        confirmed: 1,
        unanswered: 1,
        figures: { target: 40, reported: 18, confirmed: 18 },
      },
    ]);
    const kinds = (await onTask('taskTrail', village.officer)).body.map(({ kind }: { kind: string }) => kind);
    for (const kind of ['task.accepted', 'task.submitted', 'task.returned', 'task.confirmed'])
      expect(kinds).toContain(kind);
  });
});

it('the district sees the sum, the other team is still asked, and nobody there confirms for the commune', async () => {
  expect(await figuresSeenBy(district)).toEqual(await figuresSeenBy(village.officer));
  expect(await ofOrder('assignmentRollUp', district)).toMatchObject([
    { commune: { id: village.communeId }, figures: { confirmed: 18 } },
  ]);
  expect((await onTask('undoDecision', district)).status).toBe(403);
  expect(await silenceOf(1)).toBe('not_seen');
});
