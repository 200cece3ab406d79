/** A post changes hands: what is open goes with it, for good or for some days; nothing is left with nobody. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { openWork } from '../../../../../test/support/open-work.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, buildSupporter, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal } from '../../../../../test/support/reports.ts';
import { IssueRecurring } from '../../../tasks/orders/series/issue-recurring.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;
let admin: TestPerson;
let focal: TestPerson;
let head: TestPerson;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
/** With a session of today: a post that is given or ended signs its person out. */
const again = async (person: { id: string }): Promise<TestPerson> =>
  ({ ...person, token: await signIn(app, person.id) }) as TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
afterAll(stopApps);
async function build(): Promise<void> {
  on(TODAY);
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  focal = await buildFocal(app, village.communeId);
  head = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId, affiliation: 'commune_chair' });
  await app.database.rows(sql`update posts set seat = 'head' where id = ${head.postId}`);
}
beforeEach(build);

const preview = async (postId: string, from = TODAY) =>
  (await app.call(routes.previewHandover, { token: admin.token, params: { postId }, query: { from } })).body;
const handOver = (postId: string, body: object, by = admin) =>
  app.call(routes.handOver, { token: by.token, params: { postId }, body });
/** As the committee's page ends it: nobody is named, and nothing is written about who takes over. */
const end = (memberId: string, lastDay: string) =>
  app.call(routes.endCommitteeMember, {
    token: admin.token,
    params: { unitId: village.communeId, memberId },
    body: { lastDay },
  });
const takeBack = (handoverId: string) =>
  app.call(routes.takeBackHandover, { token: admin.token, params: { handoverId } });
const mine = async (person: TestPerson) => (await app.call(routes.myHandovers, { token: person.token })).body;
const counts = (parts: { kind: string; count: number }[]) => parts.map(({ kind, count }) => `${count} ${kind}`);
const ofDifficulties = async (person: TestPerson) => {
  const params = { unitId: village.communeId };
  const { body } = await app.call(routes.listDifficulties, { token: person.token, params, query: { filter: 'mine' } });
  return body.items.map(({ owner }: { owner: { fullName: string } | null }) => owner?.fullName);
};
const titles = async (person: TestPerson) => {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items
    .filter(({ kind }: { kind: string }) => kind.startsWith('hand'))
    .map((one: { body: string }) => one.body);
};
/** Who may write the commune's reports on that day. */
const writersOn = async (day: string) =>
  (
    await app.database.rows<{ name: string }>(
      sql`select p.full_name as name from posts o join people p on p.id = o.person_id
        where o.unit_id = ${village.communeId} and o.role = 'focal_officer' and o.validity @> ${day}::date order by o.stand_in`,
    )
  ).map(({ name }) => name);

const work = () => openWork(app, village, focal);
const decided = { mode: 'replace', basis: '214/QĐ-UBND ngày 20/6/2022' } as const;

describe('handing over for good', () => {
  it('shows what goes with the post and what stays, and from its day on the next one has all of it', async () => {
    await work();
    await buildSupporter(app, village.teams[0]!.id, focal.id);
    const seen = await preview(focal.postId);
    expect(counts(seen.parts)).toEqual(['1 order', '1 report', '1 series', '1 result', '1 difficulty']);
    expect(seen).toMatchObject({
      holder: { fullName: focal.fullName },
      supports: [{ name: 'Thôn 1' }],
      stays: { confirmed: 1, reports: 0, sessions: 1 },
      otherwise: { by: 'caretaker', people: [{ fullName: head.fullName }] },
    });
    expect(seen.parts[0].first).toEqual([{ id: expect.any(String), label: 'Việc tháng sau', dueOn: null }]);

    const { status, body } = await handOver(focal.postId, { ...decided, from: '2022-07-01', fullName: 'Lê Quang Hải' });
    expect(status).toBe(201);
    const [next, before] = [await again(body.person), await again(focal)];
    expect(await mine(next)).toMatchObject([{ received: true, fromOn: '2022-07-01', parts: [] }]);
    expect([await ofDifficulties(before), await writersOn('2022-06-30')]).toEqual([[focal.fullName], [focal.fullName]]);
    const told = `Từ ngày 1/7, Lê Quang Hải nhận chức vụ này, thay ${focal.fullName}.\n\n5 việc đang mở`;
    for (const person of [next, before, head])
      expect(await titles(await again(person))).toEqual([expect.stringContaining(told)]);

    on('2022-07-01');
    const [after] = [await again(next)];
    const [came] = await mine(after);
    expect(counts(came.parts)).toEqual(['1 order', '1 report', '1 series', '1 result', '1 difficulty']);
    expect(await ofDifficulties(after)).toEqual(['Lê Quang Hải']);
    const { body: team } = await app.call(routes.getTeam, {
      token: admin.token,
      params: { teamId: village.teams[0]!.id },
    });
    expect(team.supporters).toMatchObject([{ fullName: 'Lê Quang Hải' }]);
    const tick = (person: TestPerson) =>
      app.call(routes.readHandover, { token: person.token, params: { handoverId: came.id } });
    expect((await tick(await again(focal))).status).toBe(404);
    expect((await tick(after)).status).toBe(204);
    expect((await mine(after))[0].readAt).toMatch(/^2022-07-01/);
    expect(await titles(after)).toHaveLength(1);
  });

  it('issues the next order of a series as the next holder, and leaves what was issued under its name', async () => {
    await work();
    await app.database.rows(
      sql`update assignments set issued_by = ${focal.id} where issuer_unit_id = ${village.communeId}`,
    );
    await handOver(focal.postId, { ...decided, from: '2022-07-01', fullName: 'Lê Quang Hải' });
    on('2022-07-16');
    await app.get(IssueRecurring).run();
    const issuers = await app.database.rows<{ name: string }>(
      sql`select p.full_name as name from assignments a join people p on p.id = a.issued_by
        where a.issuer_unit_id = ${village.communeId} order by a.issued_at`,
    );
    expect(issuers.map(({ name }) => name)).toEqual([focal.fullName, 'Lê Quang Hải']);
  });

  it('is refused without a person, a decision, for a day that is over, and to the holder', async () => {
    const code = async (body: object) => (await handOver(focal.postId, body)).body.code;
    expect(await code({ ...decided, from: TODAY })).toBe('membership.handoverNeedsPerson');
    expect(await code({ mode: 'replace', from: TODAY, fullName: 'An' })).toBe('membership.handoverNeedsBasis');
    expect(await code({ ...decided, from: '2022-06-20', fullName: 'An' })).toBe('membership.handoverPast');
    expect(await code({ ...decided, from: TODAY, personId: focal.id })).toBe('membership.handoverToSelf');
    const some = { mode: 'stand_in', from: TODAY, lastDay: '2022-06-23', personId: focal.id };
    expect((await handOver(head.postId, some)).body.code).toBe('membership.standInOfFocalOnly');
    expect((await handOver(focal.postId, some, focal)).body.code).toBe('platform.denied');
    expect((await handOver(admin.postId, { mode: 'vacate', from: '2022-06-25' })).body.code).toBe(
      'membership.lastAdministrator',
    );
  });
});

it('comes to a stand-in for the days and goes back afterwards', async () => {
  await work();
  const days = { from: '2022-06-22', lastDay: '2022-06-24' };
  const { body } = await handOver(focal.postId, { mode: 'stand_in', ...days, personId: village.officer.id });
  expect(body.person.id).toBe(village.officer.id);
  const seen: Record<string, unknown> = {};
  for (const day of [TODAY, '2022-06-22', '2022-06-24', '2022-06-25']) {
    on(day);
    const [holder, other] = [await again(focal), await again(village.officer)];
    seen[day] = [await ofDifficulties(holder), await ofDifficulties(other), await writersOn(day)];
  }
  const [own, lent] = [[focal.fullName], [focal.fullName, village.officer.fullName]];
  expect(seen).toEqual({
    [TODAY]: [own, [], own],
    '2022-06-22': [own, own, lent],
    '2022-06-24': [own, own, lent],
    '2022-06-25': [own, [], own],
  });
  expect(await titles(await again(village.officer))).toEqual([
    expect.stringContaining(`Từ ngày 22/6 đến hết ngày 24/6, ${village.officer.fullName} thay ${focal.fullName}.`),
  ]);
});

describe('a post that stays empty', () => {
  it('is looked after by the head of the committee until somebody has it, however it ended', async () => {
    await work();
    await app.call(routes.createCommittee, {
      token: admin.token,
      params: { unitId: village.communeId },
      body: { number: '15/QĐ-UBND', signedOn: '2022-03-01', signer: 'Chủ tịch UBND xã', from: '2022-03-01' },
    });
    expect((await end(focal.postId, '2022-06-24')).status).toBe(200);
    expect([await writersOn('2022-06-24'), await writersOn('2022-06-25')]).toEqual([[focal.fullName], [head.fullName]]);
    on('2022-06-25');
    const care = await again(head);
    expect(await ofDifficulties(care)).toEqual([head.fullName]);
    expect(await mine(care)).toMatchObject([{ mode: 'caretaker', received: true, from: { fullName: focal.fullName } }]);
    const rows = (await app.call(routes.listPosts, { token: admin.token, params: { unitId: village.communeId } })).body;
    expect(rows.items.filter(({ role }: { role: string }) => role === 'focal_officer')).toMatchObject([
      { state: 'vacant', id: null },
      { caretaker: true, person: { fullName: head.fullName } },
    ]);
    // The very person is named at last: the caretaker's post makes room for the post itself.
    const named = { role: 'focal_officer', title: 'Cán bộ đầu mối', from: '2022-06-28', personId: head.id };
    const given = await app.call(routes.appointOfficer, {
      token: admin.token,
      params: { unitId: village.communeId },
      body: { ...named, fullName: head.fullName },
    });
    expect(given.status).toBe(201);
    expect([await writersOn('2022-06-27'), await writersOn('2022-06-28')]).toEqual([[head.fullName], [head.fullName]]);
  });

  it('tells who may appoint when nobody of the unit is left', async () => {
    for (const { postId } of [head, village.officer]) await end(postId, TODAY);
    expect((await preview(focal.postId, '2022-06-25')).otherwise).toEqual({
      by: 'administrators',
      people: [expect.objectContaining({ id: admin.id })],
    });
    await handOver(focal.postId, { mode: 'vacate', from: '2022-06-25' });
    expect(await titles(admin)).toEqual([expect.stringContaining('ở đơn vị không còn ai làm thay')]);
  });
});

it('is taken back before its day with all that went with it, and not after', async () => {
  await work();
  await buildSupporter(app, village.teams[0]!.id, focal.id);
  const stand = () =>
    app.database.rows(
      sql`select o.id, o.validity::text, o.end_reason from posts o where o.unit_id = ${village.communeId}
        union all select s.person_id, s.validity::text, s.team_id::text from supporters s where s.person_id = any(${[focal.id, village.officer.id]})
        order by 1, 2, 3`,
    );
  const before = await stand();
  const input = { from: '2022-06-28', personId: village.officer.id };
  for (const body of [
    { ...decided, ...input },
    { mode: 'vacate', from: '2022-06-28' },
    { mode: 'stand_in', ...input, lastDay: '2022-06-30' },
  ]) {
    const { body: made } = await handOver(focal.postId, body);
    expect(await stand()).not.toEqual(before);
    const [row] = (
      await app.call(routes.listPosts, {
        token: admin.token,
        params: { unitId: village.communeId },
        query: { q: focal.fullName },
      })
    ).body.items;
    expect(row.handover).toMatchObject({ id: made.id, mode: body.mode, fromOn: '2022-06-28' });
    expect((await takeBack(made.id)).status).toBe(204);
    expect(await stand()).toEqual(before);
    expect((await takeBack(made.id)).status).toBe(404);
  }
  const { body: made } = await handOver(focal.postId, { ...decided, ...input });
  on('2022-06-28');
  expect((await takeBack(made.id)).body.code).toBe('membership.handoverBegun');
});

describe('whatever is given, ended and taken back', () => {
  const step = fc.record({
    kind: fc.constantFrom('replace', 'stand_in', 'vacate', 'end', 'appoint', 'member', 'takeBack', 'wait'),
    which: fc.nat(20),
    who: fc.nat(20),
    in: fc.integer({ min: 0, max: 6 }),
    days: fc.integer({ min: 1, max: 8 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
  const days = [0, 1, 2, 4, 7, 11, 20, 60];

  /** One act of an administrator; what is refused changes nothing. */
  async function take({ kind, which, who, in: later, days: length }: Step, made: string[]): Promise<void> {
    const from = addDays(app.clock.today(), later);
    const posts = await app.database.rows<{ id: string }>(
      sql`select id from posts where unit_id = ${village.communeId} order by id`,
    );
    const people = [focal.id, head.id, village.officer.id, village.teams[0]!.leader.id];
    const [post, personId] = [posts[which % posts.length]!.id, people[who % people.length]!];
    const lastDay = addDays(from, length);
    if (kind === 'wait') on(lastDay);
    else if (kind === 'takeBack') await takeBack(made[which % made.length] ?? v7());
    else if (kind === 'end') await end(post, from);
    else if (kind === 'appoint' || kind === 'member') {
      const role = kind === 'member' ? 'committee_member' : 'focal_officer';
      const body = { role, title: 'Công chức', from, personId, fullName: 'An', ...(which % 2 && { lastDay }) };
      await app.call(routes.appointOfficer, { token: admin.token, params: { unitId: village.communeId }, body });
    } else {
      const input = { mode: kind, from, personId, ...(kind === 'stand_in' && { lastDay }), basis: '9/QĐ-UBND' };
      const { status, body } = await handOver(post, kind === 'vacate' ? { mode: kind, from } : input);
      expect(status).toBeLessThan(500);
      if (status === 201) made.push(body.id);
    }
  }

  /** On every day somebody writes the reports and decides while the commune has anybody; else who may appoint is there. */
  async function nothingIsLeft(): Promise<void> {
    const today = app.clock.today();
    for (const day of days.map((n) => addDays(today, n))) {
      const held = await app.database.rows<{ role: string; caretaker: boolean }>(
        sql`select role, caretaker from posts where unit_id = ${village.communeId} and validity @> ${day}::date`,
      );
      const writers = held.filter(({ role }) => role === 'focal_officer');
      if (held.length > 0) expect(writers.length).toBeGreaterThan(0);
      const caring = writers.filter(({ caretaker }) => caretaker).length;
      expect(caring).toBeLessThanOrEqual(writers.length > caring ? 0 : 1);
    }
    const { body } = await app.call(routes.listDifficulties, {
      token: admin.token,
      params: { unitId: village.communeId },
    });
    const owner: { id: string } | null = body.items[0].owner;
    const stands = await app.database.rows(
      sql`select 1 from posts where person_id = ${owner?.id ?? null} and unit_id = ${village.communeId} and validity @> ${today}::date`,
    );
    // Whoever is named as its owner holds a post here; where none is named, it is the whole committee's.
    expect([owner === null, stands.length > 0]).toContain(true);
  }

  it('no draft, reminder or decision is left with nobody on any day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
        await build();
        await work();
        const made: string[] = [];
        for (const one of steps) {
          await take(one, made);
          await nothingIsLeft();
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
