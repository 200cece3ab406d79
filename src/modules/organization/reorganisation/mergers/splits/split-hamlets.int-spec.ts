/** A commune splits one of its hamlets: two teams, work shared out, nothing lost. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { comes } from '../../../../../../test/support/reforms/mergers.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../../test/support/orders.ts';
import { buildMember, buildSupporter } from '../../../../../../test/support/people.ts';
import {
  half,
  halfTeams,
  halvesOf,
  ids,
  knowsHouseholds,
  teamOf,
} from '../../../../../../test/support/reforms/splits.ts';
import { answer, buildSchool, publish } from '../../../../../../test/support/training/training-acts.ts';
import { SplitTeamsSubscriber } from '../../../../membership/people/teams/splits/split-teams.subscriber.ts';
import { SplitWorkSubscriber } from '../../../../tasks/reforms/splits/split-work.subscriber.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(() => on(TODAY));
afterAll(stopApps);

const register = (unitId: string, value: number) => knowsHouseholds(app, unitId, value);
const teamsOf = (earlierId: string, day: string) => halfTeams(app, earlierId, day);
const splitInput = (village: Village, changes: Record<string, unknown> = {}) => ({
  title: 'Chia Thôn 1 thành Thôn 1A và Thôn 1B',
  hamletId: village.hamletIds[0],
  onDate: LATER,
  directiveId: village.directiveId,
  halves: halvesOf(teamOf(village)),
  ...changes,
});
const call = (village: Village, route: (typeof routes)[keyof typeof routes], params: object, body?: unknown) =>
  app.call(route, {
    token: village.officer.token,
    params: params as Record<string, string>,
    ...(body !== undefined && { body, key: randomUUID() }),
  });
const create = (village: Village, changes: Record<string, unknown> = {}) =>
  call(village, routes.createSplit, { unitId: village.communeId }, splitInput(village, changes));
const schedule = (village: Village, reorganisationId: string, version = 1) =>
  call(village, routes.scheduleReorganisation, { reorganisationId }, { version });
const first = async (village: Village, changes: Record<string, unknown> = {}) => {
  const { id } = (await create(village, changes)).body;
  return (await schedule(village, id)).body.details?.[0]?.params.first;
};
const tasksOf = (assignmentId: string) =>
  app.database.rows<{ id: string; team: string; state: string; target: number; done: number }>(
    sql`select t.id, a.name as team, t.state, t.target, (select coalesce(sum(l.value), 0)::int from counted_lines l
          where l.task_id = t.id) as done
      from tasks t join teams_at(${LATER}::date) a on a.id = t.team_id where t.assignment_id = ${assignmentId} order by a.name`,
  );

describe('a commune splits a hamlet of its own', () => {
  it('for a day to come: nothing before it, then two hamlets with their heirs, figures and teams', async () => {
    const village = await buildVillage(app);
    const { id: earlierId, leader, deputy, member } = teamOf(village);
    await register(village.hamletIds[0]!, 238);
    await buildSupporter(app, earlierId, village.officer.id);
    const { status, body } = await create(village);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      merger: null,
      split: { hamlet: { name: 'Thôn 1' }, halves: [{ name: '1A', households: 120, unit: null }, { name: '1B' }] },
    });
    expect((await schedule(village, body.id)).body.state).toBe('scheduled');
    const names = async (at: string) =>
      (
        await app.call(routes.unitChildren, {
          token: village.officer.token,
          params: { unitId: village.communeId },
          query: { at },
        })
      ).body.map(({ name }: { name: string }) => name);
    await comes(app, '2022-06-30');
    expect(await names('2022-06-30')).toEqual(['Thôn 1', 'Thôn 2']);
    await comes(app, LATER);
    expect(await names(LATER)).toEqual(['1A', '1B', 'Thôn 2']);
    expect(await names('2022-06-30')).toEqual(['Thôn 1', 'Thôn 2']);
    const [north, south] = await teamsOf(earlierId, LATER);
    expect(north).toMatchObject({ name: 'Thôn 1A', people: ids(leader, member) });
    expect(south).toMatchObject({ name: 'Thôn 1B', people: ids(deputy) });
    const [row] = await app.database.rows(
      sql`select status, upper(validity)::text as to, (select count(*)::int from supporters s where s.team_id in (${north?.id}, ${south?.id})
          and s.validity @> ${LATER}::date) as supporters from teams where id = ${earlierId}`,
    );
    expect(row).toEqual({ status: 'dissolved', to: LATER, supporters: 2 });
    const figures = await app.database.rows(
      sql`select r.value, s.share::float8 as share from unit_successors s join registers r on r.unit_id = s.to_unit_id
        where s.from_unit_id = ${village.hamletIds[0]} order by r.value desc`,
    );
    expect(figures).toEqual([
      { value: 120, share: 0.504202 },
      { value: 118, share: 0.495798 },
    ]);
    // Whoever heard of it twice changes nothing.
    await app.get(SplitTeamsSubscriber).execute({ reorganisationId: body.id });
    expect(await teamsOf(earlierId, LATER)).toHaveLength(2);
    const inbox = await app.call(routes.inbox, { token: deputy.token });
    expect(inbox.body.items.filter(({ kind }: { kind: string }) => kind === 'teamSplit')).toHaveLength(1);
    const me = await app.call(routes.me, { token: leader.token });
    expect(me.body.posts).toMatchObject([{ role: 'leader', team: { id: north?.id } }]);
  });

  it('shares open work out by households or as it was written, with what was done; a link leads to the own half', async () => {
    const village = await buildVillage(app);
    const { id: earlierId, leader, deputy, member } = teamOf(village);
    const shares = [{ teamId: earlierId, target: 45 }];
    const one = await issueOrder(app, village, { target: 45, shares });
    const two = await issueOrder(app, village, {
      title: 'Việc chia tay',
      target: 45,
      shares,
      knowsOfSimilar: [one.id],
    });
    const three = await issueOrder(app, village, {
      title: 'Việc đã báo xong',
      target: 45,
      shares,
      knowsOfSimilar: [one.id, two.id],
    });
    const [first, second, third] = [one, two, three].map(({ taskIds }) => taskIds[0]!) as [string, string, string];
    await act(app, leader, 'acceptTask', first);
    await act(app, member, 'reportProgress', first, part(8));
    await act(app, deputy, 'reportProgress', first, part(5));
    await act(app, leader, 'askExtension', first, { until: '2022-07-20', reason: 'Mưa lũ' });
    await act(app, deputy, 'acceptTask', third);
    await act(app, deputy, 'reportProgress', third, part(45, { complete: true }));
    const written = [40, 5].map((target) => ({ shares: [{ taskId: second, target }] })) as [object, object];
    const { id } = (await create(village, { halves: halvesOf(teamOf(village), written) })).body;
    await schedule(village, id);
    await comes(app, LATER);
    expect(await tasksOf(one.id)).toMatchObject([
      { id: first, team: 'Thôn 1A', state: 'accepted', target: 23, done: 8 },
      { team: 'Thôn 1B', state: 'accepted', target: 22, done: 5 },
    ]);
    expect(await tasksOf(two.id)).toMatchObject([
      { team: 'Thôn 1A', state: 'assigned', target: 40 },
      { team: 'Thôn 1B', target: 5 },
    ]);
    // What is handed in waits as one, with whoever did it.
    expect(await tasksOf(three.id)).toMatchObject([
      { id: third, team: 'Thôn 1B', state: 'submitted', target: 45, done: 45 },
    ]);
    const credit = await app.database.rows(
      sql`select team_id as "teamId", actor_id as "actorId", sum(value)::int as value from counted_lines
        where actor_id = any(${ids(member, deputy)}::uuid[]) group by 1, 2 order by 3`,
    );
    expect(credit).toEqual([
      { teamId: earlierId, actorId: member.id, value: 8 },
      { teamId: earlierId, actorId: deputy.id, value: 50 },
    ]);
    const [, southern] = await tasksOf(one.id);
    const seen = await app.call(routes.getTask, { token: deputy.token, params: { taskId: first } });
    expect(seen.body).toMatchObject({ id: southern?.id, figures: { target: 22, reported: 5 } });
    const sent = await act(app, deputy, 'reportProgress', first, part(3, { happenedOn: '2022-06-30' }));
    expect(sent.body.task).toMatchObject({ id: southern?.id });
    const quick = await app.call(routes.quickReport, {
      token: deputy.token,
      params: { teamId: earlierId },
      key: randomUUID(),
      body: { kind: 'public_services', value: 4, happenedOn: LATER },
    });
    expect(quick.status).toBe(201);
    const [asked] = await app.database.rows(
      sql`select count(*)::int as n from extension_requests r join tasks t on t.id = r.task_id where t.assignment_id = ${one.id}`,
    );
    expect(asked).toEqual({ n: 2 });
    const before = [await tasksOf(one.id), await tasksOf(two.id)];
    const [teams] = await teamsOf(earlierId, LATER);
    await app.get(SplitWorkSubscriber).execute({ teamId: teams?.id ?? '', earlierId, reorganisationId: id });
    expect([await tasksOf(one.id), await tasksOf(two.id)]).toEqual(before);
  });

  it('says what stands against it: names, households, whoever has joined since', async () => {
    const village = await buildVillage(app);
    const team = teamOf(village);
    const [hamletId] = village.hamletIds;
    await register(hamletId!, 238);
    expect(await first(village, { halves: [half('1A', 120, []), half('1A', 118, [])] })).toBe('sameName');
    expect(await first(village, { halves: [half('Thôn 2', 120, ids(team.leader)), half('1B', 118, [])] })).toBe(
      'nameTaken',
    );
    expect(await first(village, { halves: [half('1A', 120, ids(team.leader)), half('1B', 100, [])] })).toBe(
      'householdsDiffer',
    );
    expect(await first(village, { directiveId: undefined })).toBe('noDirective');
    const stranger = await create(village, { halves: [half('1A', 120, [village.officer.id]), half('1B', 118, [])] });
    expect(stranger.body).toMatchObject({ code: 'organization.personNotInTeams', details: [{ path: 'halves' }] });
    const elsewhere = await buildVillage(app, { commune: 'Dân Lý' });
    expect(
      (await create(village, { hamletId: elsewhere.hamletIds[0], halves: [half('1A', 1, []), half('1B', 1, [])] })).body
        .code,
    ).toBe('organization.hamletNotHere');
    const { id } = (await create(village)).body;
    await schedule(village, id);
    const late = await buildMember(app, { teamId: team.id });
    await comes(app, LATER);
    const query = { hamletId: hamletId!, onDate: LATER, reorganisationId: id };
    const facts = await app.call(routes.hamletToSplit, {
      token: village.officer.token,
      params: { unitId: village.communeId },
      query,
    });
    expect(facts.body.people.map(({ person }: { person: { id: string } }) => person.id)).toContain(late.id);
    expect((await call(village, routes.getReorganisation, { reorganisationId: id })).body.state).toBe('scheduled');
    const revoke = { version: 1, reason: 'Có người mới' };
    expect((await call(village, routes.revokeReorganisation, { reorganisationId: id }, revoke)).body.state).toBe(
      'revoked',
    );
    const [one, two] = halvesOf(team);
    const halves = [one, { ...two, memberIds: [...(two?.memberIds ?? []), late.id] }];
    const change = { ...splitInput(village, { halves, directiveId: village.directiveId }), version: 1 };
    expect((await call(village, routes.changeSplit, { reorganisationId: id }, change)).body).toMatchObject({
      version: 2,
    });
    expect((await schedule(village, id, 2)).body).toMatchObject({ state: 'applied' });
  });

  it('keeps sessions to come: seats by how many go where, invitations as they are answered', async () => {
    const school = await buildSchool(app, { hamlets: 2 });
    const { id: earlierId, deputy } = teamOf(school);
    const sessionId = await publish(app, school, { seatsPerTeam: 3 });
    await answer(app, deputy, sessionId, 'take');
    const { id } = (await create(school, { onDate: TODAY })).body;
    await schedule(school, id);
    await app.drain();
    const [north, south] = await teamsOf(earlierId, TODAY);
    const kept = await app.database.rows<{ teamId: string; kept: number }>(
      sql`select team_id as "teamId", kept from session_teams where session_id = ${sessionId}
        and team_id in (${north?.id}, ${south?.id}) order by kept desc`,
    );
    expect(kept).toEqual([
      { teamId: north?.id, kept: 2 },
      { teamId: south?.id, kept: 1 },
    ]);
    const [invited] = await app.database.rows(
      sql`select team_id as "teamId", state from session_invitations where session_id = ${sessionId} and person_id = ${deputy.id}`,
    );
    expect(invited).toEqual({ teamId: south?.id, state: 'seated' });
  });
});
