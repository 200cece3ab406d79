// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildPlace } from '../../../../../test/support/units.ts';
import { buildProvider, buildTrainer, timesIn } from '../../../../../test/support/training/training.ts';
import {
  ask,
  buildSchool,
  invitationsOf,
  membersOf,
  planFor,
  propose,
  type School,
  teamIdsOf,
} from '../../../../../test/support/training/training-acts.ts';

/** Tuesday; the usual plan is for the Tuesday after, 14:00. */
const NOW = '2022-06-21T02:00:00.000Z';
let app: TestApp;
let school: School;

beforeAll(async () => {
  app = await startApp({ CLOCK: NOW });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date(NOW));
  school = await buildSchool(app);
});

const check = async (changes: Record<string, unknown> = {}, by = school.trainer) =>
  app.call(routes.checkSessionPlan, { token: by.token, body: planFor(app, school, changes) });
const detail = async (sessionId: string) => (await ask(app, school.trainer, 'trainingSession', sessionId)).body;
const clashes = async (changes: Record<string, unknown> = {}) =>
  (await check(changes)).body.clashes.map(({ kind, weight }: { kind: string; weight: string }) => `${kind} ${weight}`);
const confirm = (sessionId: string, version = 1, more: Record<string, unknown> = {}) =>
  ask(app, school.officer, 'decideSession', sessionId, { outcome: 'confirm', version, ...more });
const change = (sessionId: string, version: number, changes: Record<string, unknown>) =>
  ask(app, school.trainer, 'changeSession', sessionId, { ...planFor(app, school, changes), version });

describe('a plan', () => {
  it.each([
    ['in the past', { startsAt: '2022-06-21T01:00:00.000Z', endsAt: '2022-06-21T03:00:00.000Z' }, 'inPast', 'startsAt'],
    [
      'that ends before it starts',
      { startsAt: '2022-06-28T07:00:00.000Z', endsAt: '2022-06-28T06:00:00.000Z' },
      'endsBeforeStart',
      'endsAt',
    ],
    ['of two days', { startsAt: '2022-06-28T01:00:00.000Z', endsAt: '2022-06-29T09:00:00.000Z' }, 'tooLong', 'endsAt'],
    ['without a place or a link', { place: null, onlineUrl: null }, 'whereMissing', 'place'],
    ['that keeps seats beyond its day', { heldUntil: '2022-06-29' }, 'heldTooLong', 'heldUntil'],
    ['that keeps more seats than there are', { capacity: 3, seatsPerTeam: 2 }, 'keptOverCapacity', 'seatsPerTeam'],
    ['for a topic that nobody knows', { topicCode: 'cooking' }, 'topicUnknown', 'topicCode'],
  ])('%s is refused at its field', async (_, changes, code, path) => {
    const { status, body } = await propose(app, school, changes);
    expect([status, body.code, body.details[0].path]).toEqual([422, `training.${code}`, path]);
  });

  it.each([
    ['an offset of another zone', '2022-06-28T16:00:00+09:00'],
    ['no zone at all', '2022-06-28T14:00:00'],
    ['a day that does not exist', '2022-02-30T07:00:00.000Z'],
  ])('with %s is refused before anything is read', async (_, startsAt) => {
    const { status, body } = await propose(app, school, { startsAt });
    expect([status, body.code, body.details[0].path]).toEqual([422, 'input.invalid', 'startsAt']);
  });

  it('outside the provider’s coverage, or with teams of another commune, is refused', async () => {
    const elsewhere = await buildSchool(app);
    const abroad = await propose(app, school, { communeId: elsewhere.communeId, teamIds: [] });
    expect([abroad.status, abroad.body.code]).toEqual([403, 'platform.denied']);
    const neighbour = await buildPlace(app, { districtId: school.districtId });
    await app.database.rows(
      sql`update provider_coverage set unit_id = ${neighbour.communeId} where provider_id = ${school.providerId}`,
    );
    const uncovered = await propose(app, school);
    expect([uncovered.status, uncovered.body.code]).toEqual([422, 'training.outsideCoverage']);
    const covered = await propose(app, school, { communeId: neighbour.communeId });
    expect([covered.status, covered.body.code, covered.body.details[0].path]).toEqual([
      422,
      'training.teamOutside',
      'teamIds.0',
    ]);
  });

  it('may be taught by another trainer of the provider, not by one of another provider', async () => {
    const { districtId: unitId, providerId } = school;
    const colleague = await buildTrainer(app, { providerId, unitId });
    const other = await buildTrainer(app, { providerId: await buildProvider(app, { coverage: [unitId] }), unitId });
    expect((await propose(app, school, { trainerId: colleague.id })).body.trainer.id).toBe(colleague.id);
    const foreign = await propose(app, school, { trainerId: other.id, ...timesIn(app, 9) });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'training.trainerUnknown']);
  });

  it('at the hour of the trainer’s or the place’s other session is refused, however close the two come', async () => {
    const { districtId: unitId, providerId } = school;
    const colleague = await buildTrainer(app, { providerId, unitId });
    const both = await Promise.all([propose(app, school), propose(app, school, { place: 'Hội trường xã' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('training.trainerBusy');
    const taken = (both.find(({ status }) => status === 201) as (typeof both)[0]).body.place as string;
    const same = await propose(app, school, { trainerId: colleague.id, place: taken.toUpperCase() });
    expect([same.status, same.body.code]).toEqual([409, 'training.placeBusy']);
  });
});

describe('what stands in a plan’s way', () => {
  it('is said while it is typed: trainer and place refuse it, teams, market days and holidays warn', async () => {
    expect(await clashes()).toEqual([]);
    const { body } = await propose(app, school);
    expect(await clashes()).toEqual([
      'trainer_busy refused',
      'place_busy refused',
      ...teamIdsOf(school).map(() => 'team_busy warned'),
    ]);
    expect(await clashes({ sessionId: body.id })).toEqual([]);
    expect(await clashes({ capacity: 3 })).toContain('over_capacity refused');
    await app.call(routes.setAvoidTimes, {
      token: school.officer.token,
      key: randomUUID(),
      params: { unitId: school.communeId },
      body: {
        items: [
          {
            label: 'Chợ phiên',
            weekdays: [4],
            lunarDays: [],
            from: null,
            to: null,
            startTime: '05:00',
            endTime: '15:00',
          },
        ],
      },
    });
    await app.database.rows(
      sql`insert into holidays (on_date, name, kind) values ('2022-09-02', 'Quốc khánh', 'holiday') on conflict do nothing`,
    );
    expect(await clashes({ startsAt: '2022-06-30T07:00:00.000Z', endsAt: '2022-06-30T09:00:00.000Z' })).toEqual([
      'avoid_time warned',
    ]);
    expect(await clashes({ startsAt: '2022-09-02T07:00:00.000Z', endsAt: '2022-09-02T09:00:00.000Z' })).toEqual([
      'holiday warned',
    ]);
  });
});

describe('the commune', () => {
  it('confirms: the session is published and every member of its teams is invited', async () => {
    const { body } = await propose(app, school);
    const done = await confirm(body.id);
    expect([done.status, done.body.state, done.body.invited]).toEqual([200, 'published', membersOf(school).length]);
    expect((await detail(body.id)).decidedBy.id).toBe(school.officer.id);
    expect((await invitationsOf(app, body.id)).map(({ person_id }) => person_id).toSorted()).toEqual(
      membersOf(school)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('finds the session by topic or place, as its company does, and nobody else', async () => {
    const { body } = await propose(app, school, { place: 'Nhà văn hóa thôn Bạch Đằng' });
    const find = async (token: string) =>
      (await app.call(routes.search, { token, query: { q: 'bach dang' } })).body.filter(
        ({ kind }: { kind: string }) => kind === 'session',
      );
    expect(await find(school.officer.token)).toMatchObject([{ id: body.id, day: '2022-06-28' }]);
    expect(await find(school.trainer.token)).toMatchObject([{ id: body.id }]);
    expect(await find((await buildSchool(app)).officer.token)).toEqual([]);
  });

  it('confirms for the teams that it chooses', async () => {
    const { body } = await propose(app, school);
    const [first] = school.teams as [School['teams'][0]];
    expect((await confirm(body.id, 1, { teamIds: [first.id] })).status).toBe(200);
    expect(await invitationsOf(app, body.id)).toHaveLength(3);
  });

  it('does not confirm what it has not seen, nor twice, nor what has begun meanwhile', async () => {
    const { body } = await propose(app, school);
    const changed = await change(body.id, 1, { place: 'Hội trường xã' });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    expect((await confirm(body.id, 1)).body.code).toBe('training.changedMeanwhile');
    const twice = await Promise.all([confirm(body.id, 2), confirm(body.id, 2)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = await propose(app, school, timesIn(app, 9));
    app.clock.set(new Date('2022-06-30T08:00:00.000Z'));
    expect((await confirm(late.body.id)).body.code).toBe('training.inPast');
  });

  it('asks for a change, which the trainer takes, or answers with a new plan', async () => {
    const wish = {
      outcome: 'change',
      startsAt: '2022-06-29T01:30:00.000Z',
      endsAt: '2022-06-29T03:30:00.000Z',
      place: 'Hội trường xã',
      note: 'Đang gặt',
    };
    const { body } = await propose(app, school, { heldUntil: '2022-06-28' });
    const asked = await ask(app, school.officer, 'decideSession', body.id, wish);
    expect([asked.status, asked.body.state]).toEqual([200, 'changes_asked']);
    expect((await detail(body.id)).proposal.note).toBe('Đang gặt');
    expect((await confirm(body.id)).body.code).toBe('training.wrongState');
    const taken = await ask(app, school.trainer, 'takeProposal', body.id);
    expect(taken.body).toMatchObject({ state: 'published', startsAt: wish.startsAt, place: wish.place });
    expect((await detail(body.id)).proposal).toBeNull();
    expect(await invitationsOf(app, body.id)).toHaveLength(membersOf(school).length);
    const other = await propose(app, school, timesIn(app, 9));
    await ask(app, school.officer, 'decideSession', other.body.id, {
      ...wish,
      startsAt: '2022-07-02T01:30:00.000Z',
      endsAt: '2022-07-02T03:30:00.000Z',
    });
    const anew = await change(other.body.id, 1, { ...timesIn(app, 10) });
    expect(anew.body).toMatchObject({ state: 'proposed', version: 2 });
    expect((await detail(other.body.id)).proposal).toBeNull();
  });

  it('a wish for an hour that has become taken is refused when the trainer takes it', async () => {
    const { body } = await propose(app, school);
    const wish = { startsAt: '2022-06-29T07:00:00.000Z', endsAt: '2022-06-29T09:00:00.000Z' };
    await ask(app, school.officer, 'decideSession', body.id, {
      outcome: 'change',
      ...wish,
      place: null,
      note: 'Đang gặt',
    });
    await propose(app, school, { ...wish, place: 'Hội trường xã' });
    expect((await ask(app, school.trainer, 'takeProposal', body.id)).body.code).toBe('training.trainerBusy');
  });

  it.each([
    ['in the past', { startsAt: '2022-06-20T07:00:00.000Z', endsAt: '2022-06-20T09:00:00.000Z' }, 'inPast'],
    [
      'that ends before it starts',
      { startsAt: '2022-06-29T07:00:00.000Z', endsAt: '2022-06-29T06:00:00.000Z' },
      'endsBeforeStart',
    ],
  ])('does not ask for a time %s', async (_, wish, code) => {
    const { body } = await propose(app, school);
    const asked = await ask(app, school.officer, 'decideSession', body.id, {
      outcome: 'change',
      place: null,
      note: 'x',
      ...wish,
    });
    expect([asked.status, asked.body.code]).toEqual([422, `training.${code}`]);
  });

  it('refuses with a reason; the trainer may propose anew', async () => {
    const { body } = await propose(app, school);
    await ask(app, school.officer, 'decideSession', body.id, { outcome: 'refuse', note: 'Đã học rồi' });
    expect(await detail(body.id)).toMatchObject({ state: 'refused', note: 'Đã học rồi' });
    expect((await change(body.id, 1, { topicCode: 'utilities' })).body.state).toBe('proposed');
  });

  it('is reminded once a day at most', async () => {
    const { body } = await propose(app, school);
    expect((await ask(app, school.trainer, 'nudgeCommune', body.id)).status).toBe(204);
    expect((await ask(app, school.trainer, 'nudgeCommune', body.id)).body.code).toBe('training.nudgedLately');
    app.clock.advance(86_400_000);
    expect((await ask(app, school.trainer, 'nudgeCommune', body.id)).status).toBe(204);
  });
});
