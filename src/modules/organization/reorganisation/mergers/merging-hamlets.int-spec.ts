/** Two hamlets become one on a day: nothing before it, and on it nothing is lost. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { comes as dayComes, mergerInput, scheduleMerger } from '../../../../../test/support/reforms/mergers.ts';
import {
  act,
  buildDirective,
  buildVillage,
  issueOrder,
  part,
  type Village,
} from '../../../../../test/support/orders.ts';
import { buildMember, buildOfficer, buildSupporter, buildTeam, signIn } from '../../../../../test/support/people.ts';
import { buildPlace } from '../../../../../test/support/units.ts';
import { answer, buildSchool, invitationsOf, publish } from '../../../../../test/support/training/training-acts.ts';
import { ApplyReorganisation } from './apply-reorganisation.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let village: Village;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  on(TODAY);
  village = await buildVillage(app, { hamlets: 3 });
});
afterAll(stopApps);

const team = (i: number) => village.teams[i] as Village['teams'][number];
const input = (changes: Record<string, unknown> = {}) => mergerInput(village, LATER, changes);
const call = (route: (typeof routes)[keyof typeof routes], params: Record<string, string>, body?: unknown) =>
  app.call(route, { token: village.officer.token, params, ...(body !== undefined && { body, key: randomUUID() }) });
const create = (changes: Record<string, unknown> = {}) =>
  call(routes.createMerger, { unitId: village.communeId }, input(changes));
const schedule = (id: string, version = 1) =>
  call(routes.scheduleReorganisation, { reorganisationId: id }, { version });
const scheduled = (changes: Record<string, unknown> = {}) => scheduleMerger(app, village, LATER, changes);
const comes = (day = LATER) => dayComes(app, day);
const rehearse = (query: Record<string, string> = {}, hamletIds = village.hamletIds.slice(0, 2)) =>
  app.call(routes.rehearseMerger, {
    token: village.officer.token,
    params: { unitId: village.communeId },
    query: {
      hamletIds: hamletIds.join(','),
      onDate: LATER,
      name: 'Tân Minh',
      directiveId: village.directiveId,
      ...query,
    },
  });
const codes = async (query?: Record<string, string>, hamletIds?: string[]) =>
  (await rehearse(query, hamletIds)).body.blocks.map(({ code }: { code: string }) => code);
const hamletsAt = async (at: string): Promise<string[]> =>
  (await call2(routes.unitChildren, { at })).body.map(({ name }: { name: string }) => name);
const call2 = (route: (typeof routes)[keyof typeof routes], query: Record<string, string>) =>
  app.call(route, { token: village.officer.token, params: { unitId: village.communeId }, query });
const newTeam = async () =>
  (
    await app.database.rows<{ id: string; unitId: string; from: string }>(
      sql`select t.id, t.unit_id as "unitId", lower(t.validity)::text as from from teams t
        where t.unit_id in (select to_unit_id from unit_successors where from_unit_id = ${village.hamletIds[0]})`,
    )
  )[0]!;
const membersOf = (teamId: string, day: string) =>
  app.database.rows<{ personId: string; role: string }>(
    sql`select person_id as "personId", role from team_members_at(${day}::date) where team_id = ${teamId} order by role, person_id`,
  );

describe('a merger for a day to come', () => {
  it('changes nothing before its day, then the tree, with heirs, sums of the registers and who entered it', async () => {
    for (const [i, value] of [176, 158].entries())
      await app.database.rows(
        sql`insert into registers (id, unit_id, metric, value, validity)
          values (gen_random_uuid(), ${village.hamletIds[i]}, 'households', ${value}, '[2022-01-01,)')`,
      );
    const id = await scheduled();
    await comes('2022-06-30');
    expect(await hamletsAt('2022-06-30')).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    expect((await call(routes.getReorganisation, { reorganisationId: id })).body.state).toBe('scheduled');

    await comes();
    expect(await hamletsAt(LATER)).toEqual(['Tân Minh', 'Thôn 3']);
    expect(await hamletsAt('2022-06-30')).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    const { body } = await call(routes.getReorganisation, { reorganisationId: id });
    expect(body).toMatchObject({ state: 'applied', late: false, merger: { into: { fullName: 'Thôn Tân Minh' } } });
    const params = { unitId: body.merger.into.id };
    expect((await call(routes.unitLineage, params)).body.predecessors).toMatchObject([
      { unit: { name: 'Thôn 1' }, on: LATER, basis: 'Kế hoạch 31/KH-UBND ngày 15/4/2022' },
      { unit: { name: 'Thôn 2' } },
    ]);
    expect((await call(routes.unitChanges, params)).body).toMatchObject([
      { kind: 'create', on: LATER, by: { id: village.officer.id } },
    ]);
    const registers = (await call2(routes.listRegisters, { by: 'hamlet' })).body;
    expect(registers.items).toMatchObject([{ households: null }, { unit: { name: 'Tân Minh' }, households: 334 }]);
    expect(await app.get(ApplyReorganisation).run()).toBe(0);
  });

  it('is revoked until its day begins, and can be scheduled again', async () => {
    const id = await scheduled();
    const revoke = (version = 1) =>
      call(routes.revokeReorganisation, { reorganisationId: id }, { version, reason: 'Hoãn nghị quyết' });
    expect((await revoke()).body).toMatchObject({ state: 'revoked', revokeReason: 'Hoãn nghị quyết' });
    await comes();
    expect(await hamletsAt(LATER)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    on(TODAY);
    expect((await schedule(id)).body.state).toBe('scheduled');
    on(LATER);
    expect((await revoke()).body.code).toBe('organization.reformBegun');
    await comes();
    expect((await revoke()).body.code).toBe('organization.reformBegun');
  });

  it('is written anew as a version of its own, seen by the second of two officers', async () => {
    const id = await scheduled();
    const change = (version: number, name: string) =>
      call(routes.changeMerger, { reorganisationId: id }, { ...input({ name }), version });
    expect((await change(1, 'Tân Sơn')).body).toMatchObject({
      state: 'draft',
      version: 2,
      merger: { name: 'Tân Sơn' },
    });
    expect((await change(1, 'Tân Lập')).body.code).toBe('organization.reformChanged');
    expect((await schedule(id)).body.code).toBe('organization.reformChanged');
    const discard = () => call(routes.discardReorganisation, { reorganisationId: id });
    expect((await discard()).body.code).toBe('organization.reformSettled');
    const { id: draft } = (await create()).body;
    expect((await call(routes.discardReorganisation, { reorganisationId: draft })).status).toBe(204);
    expect((await call(routes.getReorganisation, { reorganisationId: draft })).status).toBe(404);
    const list = (await call2(routes.listReorganisations, {})).body;
    expect(list).toMatchObject({ total: 1, items: [{ id, version: 2 }] });
  });
});

describe('what stands against it', () => {
  it('is named, each by its code, and keeps it from being scheduled', async () => {
    const [one, two, three] = village.hamletIds as [string, string, string];
    const elsewhere = await buildPlace(app, { commune: 'Dân Lý', hamlets: 1 });
    expect(await codes()).toEqual([]);
    expect(await codes({ name: ' ' })).toEqual(['nameEmpty']);
    expect(await codes({ name: 'thôn 3' })).toEqual(['nameTaken']);
    expect(await codes({ name: 'Thôn 1' })).toEqual([]);
    expect(await codes({}, [one, one])).toEqual(['sameHamlet']);
    expect(await codes({}, [one, village.communeId])).toEqual(['notHamlet']);
    expect(await codes({}, [one, elsewhere.hamletIds[0]!])).toEqual(['otherCommune']);
    expect(await codes({ onDate: '2022-01-01' })).toEqual(['hamletNotYet', 'hamletNotYet', 'teamLater', 'teamLater']);
    expect(await codes({ leaderId: village.officer.id })).toEqual(['leaderNotThere']);
    expect(
      (
        await app.call(routes.rehearseMerger, {
          token: village.officer.token,
          params: { unitId: village.communeId },
          query: { hamletIds: `${one},${two}`, onDate: LATER, name: 'Tân Minh' },
        })
      ).body.blocks,
    ).toEqual([{ code: 'noDirective', params: {} }]);

    await buildTeam(app, { unitId: three, status: 'draft', validity: '[2022-06-01,)' });
    expect(await codes({}, [two, three])).toEqual(['draftTeam']);
    await scheduled();
    expect((await rehearse({}, [two, three])).body.blocks).toMatchObject([
      { code: 'otherReform', params: { on: LATER, title: input().title } },
      { code: 'nameTaken' },
      { code: 'draftTeam', params: { name: 'Thôn 3' } },
    ]);
    const { id } = (await create({ hamletIds: [two, three], name: 'Tân Sơn' })).body;
    expect((await schedule(id)).body).toMatchObject({
      code: 'organization.mergerBlocked',
      details: [{ params: { count: 2, first: 'otherReform' } }],
    });
    await comes();
    expect(await codes({ onDate: '2022-07-05' })).toEqual(['hamletEnded', 'hamletEnded', 'nameTaken']);
  });

  it('is refused with other communes, foreign papers and strangers as soon as it is written', async () => {
    const elsewhere = await buildPlace(app, { commune: 'Dân Lý', hamlets: 1 });
    const code = async (changes: Record<string, unknown>) => (await create(changes)).body.code;
    const hamletIds = [village.hamletIds[0], elsewhere.hamletIds[0]];
    expect(await code({ hamletIds })).toBe('organization.hamletNotHere');
    expect(await code({ directiveId: await buildDirective(app, elsewhere.communeId) })).toBe(
      'organization.basisNotVisible',
    );
    expect(await code({ leaderId: village.officer.id })).toBe('organization.personNotInTeams');
    expect(await code({ leavingIds: [team(2).member.id] })).toBe('organization.personNotInTeams');
    const other = await buildOfficer(app, { role: 'committee_member', unitId: elsewhere.communeId });
    const params = { unitId: village.communeId };
    expect(
      (await app.call(routes.createMerger, { token: other.token, params, body: input(), key: randomUUID() })).status,
    ).toBe(403);
  });

  it('of a merger whose day has come is waited for, and the merger can be revoked', async () => {
    const id = await scheduled();
    await buildTeam(app, { unitId: village.hamletIds[1]!, status: 'draft', validity: '[2022-06-25,)' });
    await comes();
    expect(await hamletsAt(LATER)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    const body = { version: 1, reason: 'Còn tổ nháp' };
    expect((await call(routes.revokeReorganisation, { reorganisationId: id }, body)).body.state).toBe('revoked');
  });
});

describe('the team of the new hamlet', () => {
  it('has everybody of both from that day, the former leaders as deputies, and who supported them', async () => {
    await buildSupporter(app, team(0).id, village.officer.id);
    await buildSupporter(app, team(1).id, village.officer.id);
    const both = await buildMember(app, { teamId: team(0).id, personId: team(1).member.id });
    await scheduled({ leavingIds: [team(0).member.id] });
    await comes();
    const { id, from } = await newTeam();
    expect(from).toBe(LATER);
    const is = await membersOf(id, LATER);
    expect(
      is
        .filter(({ role }) => role === 'deputy')
        .map(({ personId }) => personId)
        .toSorted(),
    ).toEqual([0, 1].flatMap((i) => [team(i).leader.id, team(i).deputy.id]).toSorted());
    expect(is.filter(({ role }) => role === 'member').map(({ personId }) => personId)).toEqual([both.id]);
    const { body } = await call(routes.getTeam, { teamId: id });
    expect(body).toMatchObject({ name: 'Thôn Tân Minh', status: 'active', supporters: [{ id: village.officer.id }] });
    for (const i of [0, 1]) {
      expect(await membersOf(team(i).id, LATER)).toEqual([]);
      expect((await membersOf(team(i).id, '2022-06-30')).length).toBeGreaterThan(2);
    }
    const answering = await app.call(routes.me, { token: team(0).leader.token });
    expect(answering.body.posts).toMatchObject([{ role: 'deputy', team: { id } }]);
  });

  it('is led by whoever was chosen, who signs in anew where they answered for no team', async () => {
    const chosen = team(1).member;
    await scheduled({ leaderId: chosen.id });
    await comes();
    const { id } = await newTeam();
    expect((await membersOf(id, LATER)).filter(({ role }) => role === 'leader')).toEqual([
      { personId: chosen.id, role: 'leader' },
    ]);
    expect((await app.call(routes.me, { token: chosen.token })).status).toBe(401);
    expect((await app.call(routes.me, { token: await signIn(app, chosen.id) })).body.posts).toMatchObject([
      { role: 'leader', team: { id } },
    ]);
  });
});

it('is the same when it is entered after its day, with whoever came to a team meanwhile', async () => {
  const late = addDays(TODAY, -30);
  const newcomer = await buildMember(app, { teamId: team(0).id, validity: `[${addDays(TODAY, -3)},)` });
  const { taskIds } = await issueOrder(app, village);
  await act(app, team(0).leader, 'acceptTask', taskIds[0]!);
  await act(app, team(0).leader, 'reportProgress', taskIds[0]!, part(5));
  const id = await scheduled({ onDate: late });
  await app.drain();
  expect((await call(routes.getReorganisation, { reorganisationId: id })).body).toMatchObject({
    state: 'applied',
    late: true,
  });
  const { id: teamId, from } = await newTeam();
  expect(from).toBe(late);
  expect((await membersOf(teamId, TODAY)).map(({ personId }) => personId)).toContain(newcomer.id);
  expect((await membersOf(teamId, late)).map(({ personId }) => personId)).not.toContain(newcomer.id);
  const { body } = await app.call(routes.getTask, { token: newcomer.token, params: { taskId: taskIds[0]! } });
  expect(body).toMatchObject({ figures: { target: 40, reported: 5 }, state: 'accepted', team: { id: teamId } });
});

it("keeps sessions to come as they are: who is invited stays so, seats kept for both teams are the new one's", async () => {
  const school = await buildSchool(app, { hamlets: 2 });
  village = school;
  const sessionId = await publish(app, school, { seatsPerTeam: 2 });
  const guest = team(0).member;
  await answer(app, guest, sessionId, 'take');
  const before = await invitationsOf(app, sessionId);
  expect((await rehearse({ directiveId: school.directiveId })).body.numbers.sessions).toBe(1);
  await scheduled({ onDate: TODAY });
  await app.drain();
  const { id: teamId } = await newTeam();
  expect(await invitationsOf(app, sessionId)).toEqual(before);
  const kept = await app.database.rows(
    sql`select team_id as "teamId", kept from session_teams where session_id = ${sessionId}`,
  );
  expect(kept).toEqual([{ teamId, kept: 4 }]);
  const invited = await app.database.rows(
    sql`select distinct team_id as "teamId" from session_invitations where session_id = ${sessionId}`,
  );
  expect(invited).toEqual([{ teamId }]);
});
