import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';
import {
  answer,
  ask,
  buildSchool,
  invitationsOf,
  membersOf,
  planFor,
  publish,
  type School,
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

const change = (sessionId: string, version: number, changes: Record<string, unknown>) =>
  ask(app, school.trainer, 'changeSession', sessionId, { ...planFor(app, school, changes), version });

describe('once published', () => {
  it('a move needs a word of why and the version that it was made from', async () => {
    const id = await publish(app, school);
    expect((await change(id, 1, { place: 'Hội trường xã' })).body.code).toBe('training.whyMissing');
    expect((await change(id, 1, { place: 'Hội trường xã', why: 'Sửa mái' })).body.version).toBe(2);
    expect((await change(id, 1, { place: 'Sân đình', why: 'Sửa mái' })).body.code).toBe('training.changedMeanwhile');
    const both = await Promise.all([
      change(id, 2, { place: 'Sân đình', why: 'Đông người' }),
      change(id, 2, { place: 'Trường tiểu học', why: 'Đông người' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('has room for whoever is seated, and invites the teams that a change adds', async () => {
    const [first, second] = school.teams as [School['teams'][0], School['teams'][0]];
    const id = await publish(app, school, { teamIds: [first.id] });
    for (const person of [first.leader, first.member]) await answer(app, person, id, 'take');
    const less = await change(id, 1, { capacity: 1, seatsPerTeam: 0 });
    expect([less.status, less.body.code, less.body.details[0].path]).toEqual([
      422,
      'training.capacityBelowTaken',
      'capacity',
    ]);
    const more = await change(id, 1, { teamIds: [first.id, second.id] });
    expect([more.status, more.body.version]).toEqual([200, 1]);
    expect(await invitationsOf(app, id)).toHaveLength(6);
  });

  it('keeps seats for teams that are invited later as long as some are free', async () => {
    const [first, second] = school.teams as [School['teams'][0], School['teams'][0]];
    const id = await publish(app, school, {
      teamIds: [first.id],
      capacity: 3,
      seatsPerTeam: 2,
      heldUntil: '2022-06-27',
    });
    const invited = await ask(app, school.trainer, 'inviteTeams', id, { teamIds: [first.id, second.id] });
    expect(invited.body).toMatchObject({ id, invited: 6 });
    const { items, sums } = (await ask(app, school.trainer, 'invitedTeams', id)).body;
    expect(sums).toEqual({ kept: 3, taken: 0, waiting: 0, answered: 0, members: 6 });
    const kept = new Map(items.map((row: { team: { id: string }; kept: number }) => [row.team.id, row.kept]));
    expect([kept.get(first.id), kept.get(second.id)]).toEqual([2, 1]);
    const [stranger] = membersOf(await buildSchool(app));
    const denied = await ask(app, school.trainer, 'inviteTeams', id, { teamIds: [], personIds: [stranger!.id] });
    expect(denied.body.code).toBe('training.personOutside');
  });

  it('is changed and cancelled by its own provider only', async () => {
    const id = await publish(app, school);
    const other = await buildTrainer(app, {
      providerId: await buildProvider(app, { coverage: [school.districtId] }),
      unitId: school.districtId,
    });
    for (const [route, body] of [
      ['cancelSession', { reason: 'Không phải của mình' }],
      ['changeSession', { ...planFor(app, school), version: 1 }],
      ['inviteTeams', { teamIds: [] }],
      ['trainingSession', undefined],
      ['invitedPeople', undefined],
      ['invitedTeams', undefined],
      ['unacknowledged', undefined],
    ] as const)
      expect([route, (await ask(app, other, route, id, body)).status]).toEqual([route, 403]);
    expect((await ask(app, school.trainer, 'cancelSession', id, { reason: 'Giảng viên ốm' })).body.state).toBe(
      'cancelled',
    );
    expect((await ask(app, school.trainer, 'cancelSession', id, { reason: 'Lần nữa' })).body.code).toBe(
      'training.wrongState',
    );
  });
});
