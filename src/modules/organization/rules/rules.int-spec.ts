// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildDirective, buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import { buildMember, buildOfficer, type TestPerson } from '../../../../test/support/people.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;
let admin: TestPerson;
let paper: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T02:00:00Z` });
});
beforeEach(async () => {
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  paper = await buildDirective(app, village.provinceId, '206/KH-UBND');
});
afterAll(stopApps);

type Value = { kind: RuleKind } & Record<string, unknown>;
const reply = (days: number): Value => ({ kind: 'reply', days });
const composition = (members: number): Value => ({ kind: 'composition', members, deputies: 1, affiliations: [] });
const period = (windowStartDay: number): Value => ({ kind: 'period', windowStartDay, dueBeforeDay: 25, shift: 'none' });

const post = (
  route: (typeof routes)['setDatedRule' | 'previewDatedRule' | 'takeBackDatedRule' | 'endDatedRule'],
  unitId: string,
  body: object,
  token = admin.token,
) => app.call(route, { token, params: { unitId }, key: randomUUID(), body });
const atProvince = (value: Value, from = TODAY, more: object = {}) =>
  post(routes.setDatedRule, village.provinceId, { value, from, directiveId: paper, ...more });
const atCommune = (value: Value, from = TODAY, token = village.officer.token) =>
  post(routes.setDatedRule, village.communeId, { value, from, directiveId: village.directiveId }, token);
const preview = async (value: Value, from = TODAY, unitId = village.provinceId) =>
  (await post(routes.previewDatedRule, unitId, { value, from })).body;
const rule = async (kind: RuleKind, at = TODAY, token = village.officer.token) =>
  (await app.call(routes.datedRules, { token, params: { unitId: village.communeId }, query: { at } })).body.find(
    (one: { kind: RuleKind }) => one.kind === kind,
  );
const told = ({ status, body }: { status: number; body: { code: string; details: { path: string }[] } }) =>
  [status, body.code, body.details?.[0]?.path].filter(Boolean).join(' ');

describe('a dated rule', () => {
  it('holds from its day, for all below until one of them has its own, and names unit and directive', async () => {
    expect(await rule('reply')).toMatchObject({ maySet: true, now: { value: reply(3), unit: null }, next: null });
    await atProvince(reply(2), '2022-07-01');
    expect(await rule('reply')).toMatchObject({
      now: { value: reply(3) },
      next: { value: reply(2), from: '2022-07-01' },
    });
    await atCommune(reply(5), '2022-07-11');
    expect((await rule('reply', '2022-07-05')).now).toMatchObject({
      value: reply(2),
      unit: { id: village.provinceId },
      until: '2022-07-11',
      directive: { id: paper, number: '206/KH-UBND' },
      citation: 'Kế hoạch 206/KH-UBND ngày 15/4/2022',
    });
    expect((await rule('reply', '2022-07-11')).now).toMatchObject({ value: reply(5), unit: { id: village.communeId } });
    expect((await rule('reply')).spans.map(({ from }: { from: string }) => from)).toEqual([
      '2022-07-11',
      '2022-07-01',
      '2022-01-01',
    ]);
  });

  it('keeps how its directive words the due day, beside the day itself', async () => {
    const until: Value = { ...period(15), dueBeforeDay: 26, wording: 'until' };
    await atProvince(until, '2022-07-15');
    expect((await rule('period', '2022-07-15')).now).toMatchObject({ value: until });
    await atProvince(period(15), '2022-08-15');
    expect((await rule('period', '2022-08-15')).now.value).toEqual({ ...period(15), wording: 'before' });
  });

  it('is what the work goes by', async () => {
    await atCommune(reply(5));
    const { id } = await issueOrder(app, village);
    const { body } = await app.call(routes.getAssignment, {
      token: village.officer.token,
      params: { assignmentId: id },
    });
    expect(body.replyByOn).toBe('2022-06-26');
    await atProvince(composition(4));
    const gaps = await app.call(routes.listRules, {
      token: village.officer.token,
      params: { unitId: village.communeId },
    });
    expect(gaps.body).toMatchObject([
      { code: 'team.min_members', min: 4, citation: 'Kế hoạch 206/KH-UBND ngày 15/4/2022' },
      { code: 'team.deputy' },
      { code: 'team.leader', max: 1 },
      { code: 'committee.commune_chair' },
      { code: 'committee.youth_union' },
    ]);
    expect(await rule('composition')).toMatchObject({ maySet: false, now: { value: composition(4) } });
  });

  it('is taken back before its day, and the one before it goes on', async () => {
    await atCommune(reply(4));
    await atCommune(reply(6), '2022-07-01');
    const takeBack = (from: string) =>
      post(routes.takeBackDatedRule, village.communeId, { kind: 'reply', from }, village.officer.token);
    expect(told(await takeBack(TODAY))).toBe('409 rules.begun');
    expect(told(await takeBack('2022-07-01'))).toBe('200');
    expect(told(await takeBack('2022-07-01'))).toBe('404 rules.notFound');
    expect(await rule('reply', '2022-08-01')).toMatchObject({ now: { value: reply(4), until: null }, next: null });
  });

  it('ends with a day, and it is as above again', async () => {
    await atCommune(reply(4));
    const end = (lastDay: string) =>
      post(routes.endDatedRule, village.communeId, { kind: 'reply', from: TODAY, lastDay }, village.officer.token);
    expect(told(await end('2022-06-20'))).toBe('422 rules.endBeforeBegin lastDay');
    expect(told(await end('2022-06-30'))).toBe('200');
    expect(told(await end('2022-07-30'))).toBe('409 rules.ended lastDay');
    expect((await rule('reply', '2022-07-01')).now.value).toEqual(reply(3));
  });

  it.each([
    ['a day that is over', reply(2), { from: '2022-06-20' }, '422 rules.fromPast from'],
    ['a day in a century', reply(2), { from: '2122-06-21' }, '422 rules.fromTooFar from'],
    ['a directive of nobody', reply(2), { directiveId: randomUUID() }, '422 rules.directiveUnknown directiveId'],
    ['a month that begins in another one', period(1), { from: '2022-07-01' }, '422 rules.notPeriodStart from'],
    [
      'steps in the wrong order',
      {
        kind: 'chase',
        replyDays: 3,
        remindHours: 48,
        supporterHours: 24,
        callListHours: 72,
        remindEveryHours: 4,
      } as Value,
      {},
      '422 input.invalid value.supporterHours',
    ],
    [
      'a group without its commune',
      { kind: 'groupName', template: 'CNS-{hamlet}', nameMax: 50 } as Value,
      {},
      '422 input.invalid value.template',
    ],
  ])('refuses %s and names the field', async (_, value, more, expected) => {
    expect(told(await atProvince(value, TODAY, more))).toBe(expected);
  });

  it('refuses one before a later one, a hamlet, pay of a commune; two at once leave one', async () => {
    const answers = await Promise.all([2, 4, 5].map((days) => atProvince(reply(days), '2022-07-01')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(told(await atProvince(reply(2)))).toBe('409 rules.laterRule from');
    const at = (unitId: string, value: Value) =>
      post(routes.setDatedRule, unitId, { value, from: TODAY, directiveId: paper });
    expect(told(await at(village.teams[0]!.unitId, reply(2)))).toBe('422 rules.notOfHamlets');
    const pay = { kind: 'allowance', basis: 'day', amount: 60_000 } as const;
    expect(told(await at(village.communeId, pay))).toBe('422 rules.notProvince');
    expect(told(await atProvince(pay, '2022-05-01'))).toBe('201');
    expect(told(await atProvince(period(1), '2022-07-15'))).toBe('201');
  });

  it('is laid down by an administrator; a commune has its own of some kinds, a district none', async () => {
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    expect(told(await atCommune(composition(2)))).toBe('403 platform.denied');
    expect(told(await atCommune(reply(2), TODAY, district.token))).toBe('403 platform.denied');
    expect(told(await atCommune({ kind: 'sampling', below: 10, oneIn: 5 }))).toBe('201');
    expect((await rule('reply', TODAY, district.token)).maySet).toBe(false);
  });
});

it('says when something is named, by the day that is looked at: silence, load, the end of a term', async () => {
  const params = { unitId: village.communeId };
  const other = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
  const decision = { number: '30/QĐ-UBND', signedOn: '2022-04-01', signer: 'Chủ tịch UBND xã', from: '2022-04-01' };
  await app.call(routes.createCommittee, { token: admin.token, params, body: decision });
  const changes = village.teams.map(({ id }) => ({ teamId: id, personId: other.id, insteadOf: null }));
  expect((await app.call(routes.shareSupport, { token: admin.token, params, body: { changes } })).status).toBe(200);
  const load = async (query = {}) => (await app.call(routes.committeeLoad, { token: admin.token, params, query })).body;
  const usual = { silentAfterDays: 14, busyFrom: 8, termNoticeDays: 60 };
  expect(await load()).toMatchObject({ ...usual, proposal: null });

  const levels = { silentDays: 180, busyTeams: 2, lateMonths: 6, lateTimes: 2, lateDays: 7, termDays: 30 };
  const set = (more: object) =>
    post(routes.setDatedRule, village.communeId, {
      value: { kind: 'attention', ...levels, ...more },
      from: TODAY,
      directiveId: village.directiveId,
    });
  expect(told(await set({ lateTimes: 7 }))).toBe('422 input.invalid value.lateTimes');
  expect(told(await set({}))).toBe('201');
  expect(await load()).toMatchObject({
    silentAfterDays: 180,
    busyFrom: 2,
    termNoticeDays: 30,
    proposal: { from: { id: other.id }, fromTeams: 2, fromSilent: 0 },
  });
  expect(await load({ at: '2022-06-20' })).toMatchObject(usual);
  const below = { token: admin.token, params: { unitId: village.provinceId }, query: {} };
  expect((await app.call(routes.listCommittees, below)).body).toMatchObject({
    items: [{ silent: 0 }],
    silentAfterDays: 14,
  });
});

describe('whom a rule touches', () => {
  it('is counted: teams and communes below, what stays, and who has a rule of their own', async () => {
    const { taskIds } = await issueOrder(app, village);
    expect(await preview(reply(2))).toMatchObject({
      held: { value: reply(3) },
      same: false,
      effects: [
        { what: 'teams', stays: false, count: 2, communes: 1 },
        { what: 'schedules', stays: false, count: 0 },
        { what: 'tasks', stays: true, count: 2 },
      ],
      apart: { count: 0, first: [] },
    });
    const [first, second] = village.teams;
    await act(app, first!.leader, 'acceptTask', taskIds[0]!);
    const chase = {
      kind: 'chase',
      replyDays: 3,
      remindHours: 24,
      supporterHours: 48,
      callListHours: 72,
      remindEveryHours: 4,
    } as Value;
    expect(await preview(chase)).toMatchObject({
      same: true,
      effects: [{ what: 'teams' }, { what: 'unanswered', count: 1 }],
    });
    await buildMember(app, { teamId: second!.id });
    expect((await preview(composition(4))).effects).toContainEqual({
      what: 'short',
      stays: false,
      count: 1,
      communes: null,
    });
  });

  it('leaves out who has a rule of their own', async () => {
    await issueOrder(app, village);
    await atCommune(reply(5));
    expect(await preview(reply(2), '2022-07-01')).toMatchObject({
      effects: [{ count: 0, communes: 0 }, { count: 0 }, { what: 'tasks', count: 0 }],
      apart: { count: 1, first: [{ unit: { id: village.communeId }, value: reply(5) }] },
    });
  });

  it.each([
    'committee',
    'groupName',
    'difficulty',
    'sampling',
    'period',
    'allowance',
    'attention',
    'inviting',
  ] as const)('is counted for %s', async (kind) => {
    const values = {
      committee: { affiliations: ['commune_chair'] },
      groupName: { template: 'CNS-{hamlet}-{commune}', nameMax: 60 },
      difficulty: { days: 7 },
      sampling: { below: 10, oneIn: 5 },
      period: { windowStartDay: 15, dueBeforeDay: 20, shift: 'next' },
      allowance: { basis: 'none', amount: 0 },
      attention: { silentDays: 30, busyTeams: 5, lateMonths: 6, lateTimes: 2, lateDays: 7, termDays: 60 },
      inviting: { donePercent: 90, slipsAtOnce: 100, slipDays: 14 },
    };
    const body = await preview({ kind, ...values[kind] });
    expect(body.effects[0]).toEqual({ what: 'teams', stays: false, count: 2, communes: 1 });
  });
});
