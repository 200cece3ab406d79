// @everyday
import { sql } from '#platform/database';
import { type RouteDefinition, routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildTeam,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let officer: TestPerson;
const decision = { number: '42/QĐ-UBND', signedOn: '2022-04-12', signer: 'Chủ tịch UBND xã' };

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:12:00Z' });
});
beforeEach(async () => {
  place = await buildPlace(app, { hamlets: 3 });
  officer = await buildOfficer(app, {
    role: 'committee_member',
    unitId: place.communeId,
    title: 'Phó Chủ tịch UBND xã',
  });
});
afterAll(stopApps);

const hamlet = (i = 0) => place.hamletIds[i] as string;
const createDraft = (unitId: string, from = '2022-04-01', token = officer.token) =>
  app.call(routes.createTeam, { token, params: { unitId }, body: { from } });
const attach = (teamId: string, body: object = decision) =>
  app.call(routes.attachDecisionToTeams, {
    token: officer.token,
    params: { unitId: place.communeId },
    body: { ...body, teamIds: [teamId], knowsOfGaps: [teamId] },
  });
const ask = (route: RouteDefinition, query: Record<string, string> = {}) =>
  app.call(route, { token: officer.token, params: { unitId: place.communeId }, query });
const list = (query: Record<string, string> = {}) => ask(routes.listTeams, query);
const namesOf = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);
/** Names of all pages of five; `meanwhile` happens after the first. */
async function pagesOf(token: string, unitId: string, sort: string, meanwhile: () => Promise<void>): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = { sort, limit: '5', ...(cursor && { cursor }) };
    const { body } = await app.call(routes.listTeams, { token, params: { unitId }, query });
    names.push(...namesOf(body));
    if (cursor === '') await meanwhile();
    cursor = body.nextCursor as string | null;
  }
  return names;
}
const read = (teamId: string, at?: string) =>
  app.call(routes.getTeam, { token: officer.token, params: { teamId }, ...(at && { query: { at } }) });

describe('a team', () => {
  it('is a draft until its decision is attached, then active from the day of the signature', async () => {
    const draft = await createDraft(hamlet());
    expect(draft).toMatchObject({
      status: 201,
      body: {
        status: 'draft',
        name: 'Thôn 1',
        decision: null,
        hamlet: { fullName: 'Thôn 1' },
        commune: { fullName: 'Xã Minh Sơn' },
      },
    });
    expect(await attach(draft.body.id)).toMatchObject({ status: 200, body: { activated: 1 } });
    expect((await read(draft.body.id)).body).toMatchObject({ status: 'active', decision });
    expect(await attach(draft.body.id)).toMatchObject({ status: 409, body: { code: 'membership.alreadyActive' } });
  });

  it('is the only one of its hamlet: a second is refused and the first is named', async () => {
    const first = await buildTeam(app, { unitId: hamlet() });
    expect(await createDraft(hamlet())).toMatchObject({
      status: 409,
      body: { code: 'membership.hamletHasTeam', details: [{ params: { team: 'Thôn 1', teamId: first } }] },
    });
    const second = await buildTeam(app, { unitId: hamlet(), status: 'draft' });
    expect(await attach(second)).toMatchObject({
      status: 409,
      body: { code: 'membership.hamletHasTeam', details: [{ params: { team: 'Thôn 1', teamId: first } }] },
    });
    expect((await read(second)).body.status).toBe('draft');
  });

  it('is the only one of its hamlet at any date by the database itself, also against an ended one', async () => {
    await buildTeam(app, { unitId: hamlet(), validity: '[2022-01-01,2022-05-01)' });
    await expect(buildTeam(app, { unitId: hamlet(), validity: '[2022-04-30,)' })).rejects.toMatchObject({
      driverError: { constraint: 'teams_one_per_unit' },
    });
    await expect(buildTeam(app, { unitId: hamlet(), validity: '[2022-05-01,)' })).resolves.toEqual(expect.any(String));
  });

  it('refuses a decision of tomorrow and writes nothing', async () => {
    const { body: draft } = await createDraft(hamlet());
    expect(await attach(draft.id, { ...decision, signedOn: '2022-06-22' })).toMatchObject({
      status: 422,
      body: { details: [{ path: 'signedOn', code: 'membership.decisionInFuture' }] },
    });
    expect((await read(draft.id)).body).toMatchObject({ status: 'draft', decisions: [] });
  });

  it('is made as a draft for every hamlet without one, once', async () => {
    await buildTeam(app, { unitId: hamlet() });
    const drafts = () =>
      app.call(routes.createDraftTeams, {
        token: officer.token,
        params: { unitId: place.communeId },
        body: { from: '2022-04-01' },
      });
    expect(await drafts()).toMatchObject({ status: 201, body: { created: 2 } });
    expect((await drafts()).body).toEqual({ created: 0 });
  });

  it('is dissolved by decision: memberships close on the day, the past stays readable', async () => {
    const { teamId, leader } = await buildWholeTeam(app, hamlet());
    const answer = await app.call(routes.dissolveTeam, {
      token: officer.token,
      params: { teamId },
      body: { ...decision, number: '70/QĐ-UBND', signedOn: '2022-06-01', from: '2022-06-15' },
    });
    expect(answer).toMatchObject({ status: 200, body: { status: 'dissolved', members: [] } });
    expect((await read(teamId, '2022-06-14')).body).toMatchObject({
      status: 'active',
      members: [{ person: { id: leader.id }, to: '2022-06-15' }, {}, {}],
    });
    expect(await app.call(routes.me, { token: leader.token })).toMatchObject({ body: { posts: [] } });
    const told = await app.database.rows(
      sql`select 1 from outbox where name = 'membership.member-left' and payload->>'teamId' = ${teamId}`,
    );
    expect(told).toHaveLength(3);
  });

  it('of another commune is refused wherever its id stands', async () => {
    const other = await buildPlace(app, { hamlets: 1, districtId: place.districtId, commune: 'Dân Lực' });
    const stranger = await buildWholeTeam(app, other.hamletIds[0] as string);
    const params = { teamId: stranger.teamId, memberId: stranger.member.postId, unitId: other.communeId };
    const calls = [
      app.call(routes.getTeam, { token: officer.token, params }),
      app.call(routes.listTeams, { token: officer.token, params }),
      app.call(routes.createTeam, { token: officer.token, params, body: { from: '2022-05-01' } }),
      app.call(routes.attachDecisionToTeams, {
        token: officer.token,
        params,
        body: { ...decision, teamIds: [stranger.teamId] },
      }),
      app.call(routes.addMember, {
        token: officer.token,
        params,
        body: { fullName: 'Lê Thị Hợi', role: 'member', from: '2022-05-01' },
      }),
      app.call(routes.endMember, { token: officer.token, params, body: { lastDay: '2022-05-01' } }),
      app.call(routes.giveSupport, {
        token: officer.token,
        params,
        body: { teams: { only: [stranger.teamId] }, personIds: [officer.id] },
      }),
      app.call(routes.setGroup, { token: officer.token, params, body: { channel: 'zalo', name: 'CNS' } }),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(calls.map(() => 403));
  });
});

describe('the list of teams', () => {
  it('says who leads, what is missing by which rule, and which hamlets have no team', async () => {
    const whole = await buildWholeTeam(app, hamlet(0));
    const small = await buildTeam(app, { unitId: hamlet(1) });
    await buildMember(app, { teamId: small, role: 'leader', affiliation: 'hamlet_head', phone: null });
    const { body } = await list();
    expect(body).toMatchObject({ at: '2022-06-21', total: 2, nextCursor: null });
    expect((await ask(routes.hamletsWithoutTeam)).body).toMatchObject({
      items: [{ name: 'Thôn 3', draftTeamId: null }],
      total: 1,
    });
    expect(namesOf(body)).toEqual(['Thôn 1', 'Thôn 2']);
    expect(body.items[0]).toMatchObject({
      id: whole.teamId,
      needsStrengthening: false,
      gaps: [],
      leader: { id: whole.leader.id },
      missingPhones: 0,
      group: { state: 'none', proposed: 'CNS-Thôn 1-Xã Minh Sơn-huyện Triệu Sơn' },
    });
    expect(body.items[1]).toMatchObject({ needsStrengthening: true, missingPhones: 1 });
    expect(body.items[1].gaps.map((gap: { kind: string }) => gap.kind)).toContain('min_members');
  });

  it('is empty of members who had left by the date asked for', async () => {
    const teamId = await buildTeam(app, { unitId: hamlet() });
    await buildMember(app, { teamId, role: 'leader', validity: '[2022-01-01,2022-05-20)' });
    const members = async (at: string) => [
      (await ask(routes.teamSums, { at })).body.members,
      (await list({ at })).body.items[0].members,
    ];
    expect(await members('2022-05-19')).toEqual([1, 1]);
    expect(await members('2022-05-20')).toEqual([0, 0]);
  });

  it('is filtered, searched and sorted on the server, and each filter counts as the sums do', async () => {
    const whole = await buildWholeTeam(app, hamlet(0));
    const small = await buildTeam(app, { unitId: hamlet(1) });
    await buildMember(app, { teamId: small, role: 'leader', fullName: 'Đỗ Thị Ngọc Ánh' });
    await buildTeam(app, { unitId: hamlet(2), status: 'draft' });
    const put = (params: Record<string, string>, body: object, route: RouteDefinition) =>
      app.call(route, { token: officer.token, params, body });
    await app.call(routes.giveSupport, {
      token: officer.token,
      params: { unitId: place.communeId },
      body: { teams: { only: [small] }, personIds: [officer.id] },
    });
    const { proposed } = (await list()).body.items[0].group;
    await put({ teamId: whole.teamId }, { channel: 'zalo', name: proposed }, routes.setGroup);
    const sums = { hamlets: 3, hamletsWithoutTeam: 1, activeTeams: 2, draftTeams: 1, members: 4, leaders: 2 };
    const lacks = { lacking: 1, noSupporter: 1, groups: 1, misnamedGroups: 0 };
    expect((await ask(routes.teamSums)).body).toEqual({ at: '2022-06-21', ...sums, ...lacks });
    expect((await ask(routes.teamsByCommune)).body).toMatchObject({ total: 1, items: [{ ...sums, ...lacks }] });
    const shown = async (query: Record<string, string>) => namesOf((await list(query)).body);
    expect(await shown({ filter: 'lacking' })).toEqual(['Thôn 2']);
    expect(await shown({ filter: 'noSupporter' })).toEqual(['Thôn 1']);
    expect(await shown({ filter: 'group' })).toEqual(['Thôn 2']);
    expect(await shown({ filter: 'draft' })).toEqual(['Thôn 3']);
    expect(await shown({ q: 'ngoc anh' })).toEqual(['Thôn 2']);
    expect(await shown({ q: 'thon 3' })).toEqual(['Thôn 3']);
    expect(await shown({ sort: '-members' })).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    expect(await shown({ sort: '-name' })).toEqual(['Thôn 3', 'Thôn 2', 'Thôn 1']);
  });
});

describe('pages of teams', () => {
  it('give every team once while others are added, in every order', async () => {
    const far = await buildPlace(app, { hamlets: 13, districtId: place.districtId, commune: 'Dân Quyền' });
    const [before, after, ...rest] = far.hamletIds as [string, string, ...string[]];
    for (const unitId of rest) await buildTeam(app, { unitId });
    await buildMember(app, { teamId: await buildTeam(app, { unitId: after }) });
    const reader = await buildOfficer(app, { role: 'committee_member', unitId: far.communeId });
    for (const sort of ['name', '-name', 'members', '-members']) {
      const first = await pagesOf(reader.token, far.communeId, sort, () => Promise.resolve());
      expect([...new Set(first)]).toHaveLength(first.length);
      expect(first).toHaveLength(sort === '-members' ? 13 : 12);
      if (sort !== 'members') continue;
      const grown = await pagesOf(reader.token, far.communeId, sort, async () => {
        await buildTeam(app, { unitId: before });
      });
      expect(grown.filter((name) => first.includes(name))).toEqual(first);
    }
  });

  it('refuse what no page of this list gave, and a page size without a bound', async () => {
    for (const hamletId of place.hamletIds) await buildTeam(app, { unitId: hamletId });
    const { nextCursor } = (await list({ limit: '2' })).body;
    const refused = {
      status: 422,
      body: { code: 'input.invalid', details: [{ path: 'query.cursor', code: 'input.cursor' }] },
    };
    expect(await list({ limit: '2', cursor: nextCursor })).toMatchObject({ status: 200, body: { nextCursor: null } });
    expect(await list({ limit: '2', cursor: nextCursor, sort: '-name' })).toMatchObject(refused);
    expect(await list({ limit: '2', cursor: nextCursor, q: 'thon' })).toMatchObject(refused);
    expect(await ask(routes.teamsByCommune, { cursor: nextCursor })).toMatchObject(refused);
    expect(await list({ cursor: '2' })).toMatchObject(refused);
    expect(await list({ limit: '1000000' })).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
  });
});

describe('a chat group', () => {
  it('is checked against the name of its place, blanks around hyphens and case aside', async () => {
    const { teamId, leader, member } = await buildWholeTeam(app, place.hamletIds[0] as string);
    const set = (name: string, token = leader.token) =>
      app.call(routes.setGroup, {
        token,
        params: { teamId },
        body: { channel: 'zalo', name, link: 'https://zalo.example/g/1' },
      });
    expect(await set('CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn')).toMatchObject({
      status: 200,
      body: { state: 'right', channel: 'zalo', link: 'https://zalo.example/g/1' },
    });
    expect((await set('Tổ công nghệ thôn 1')).body).toMatchObject({
      state: 'wrong',
      name: 'Tổ công nghệ thôn 1',
      proposed: 'CNS-Thôn 1-Xã Minh Sơn-huyện Triệu Sơn',
    });
    expect((await set('CNS', member.token)).status).toBe(403);
    expect(await app.database.rows(sql`select 1 from chat_groups where team_id = ${teamId}`)).toHaveLength(1);
  });
});
