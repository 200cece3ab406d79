import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  buildOfficer,
  buildPerson,
  buildMember,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let focal: TestPerson;
let used = 0;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-12-01T02:00:00Z', PUBLIC_URL: 'https://to-so.example', TRUST_PROXY: 'loopback' });
  place = await buildPlace(app, { hamlets: 12 });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
});
afterAll(stopApps);
/** Wrong codes are counted for an hour. */
beforeEach(() => app.clock.advance(2 * 3_600_000));

const team = () => buildWholeTeam(app, place.hamletIds[used++] as string);
const newcomer = (teamId: string, fullName?: string) =>
  buildMember(app, { teamId, signedIn: false, ...(fullName && { fullName }) });
const show = ({ token }: TestPerson, { id }: TestPerson, renew = false) =>
  app.call(routes.showSlip, { token, params: { personId: id }, body: { renew } });
const openCode = (slipCode: string, address?: string, device?: string) =>
  app.call(routes.openSlipCode, {
    body: { slipCode, ...(device && { device }) },
    ...(address && { headers: { 'x-forwarded-for': address } }),
  });
const accept = (code: string) => app.call(routes.acceptInvite, { params: { code }, body: {} });
const print = (people: readonly TestPerson[], until = '2026-12-15', by = focal) =>
  app.call(routes.printSlips, {
    token: by.token,
    params: { unitId: place.communeId },
    body: { personIds: people.map(({ id }) => id), until },
  });
const invitations = () => app.call(routes.invitations, { token: focal.token, params: { unitId: place.communeId } });
const stateOf = async ({ id }: TestPerson) =>
  (await invitations()).body.teams
    .flatMap((one: { members: { person: { id: string } }[] }) => one.members)
    .find((row: { person: { id: string } }) => row.person.id === id);

describe('a slip', () => {
  it('shows the same codes again, opens by its six letters, and signs in once', async () => {
    const { leader, teamId } = await team();
    const mai = await newcomer(teamId, 'Hoàng Thị Mai');
    const first = await show(leader, mai);
    expect(first).toMatchObject({ status: 200, body: { fullName: 'Hoàng Thị Mai' } });
    expect(first.body.slipCode).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect((await show(leader, mai)).body).toEqual(first.body);
    const typed = `${first.body.slipCode.slice(0, 3)} ${first.body.slipCode.slice(3)}`.toLowerCase();
    expect(await openCode(typed)).toMatchObject({ status: 200, body: { code: first.body.code } });
    expect(await stateOf(mai)).toMatchObject({ state: 'invited', onPaper: true });
    expect((await accept(first.body.code)).body.me.person.id).toBe(mai.id);
    expect(await stateOf(mai)).toMatchObject({ state: 'opened' });
    expect(await openCode(typed)).toMatchObject({ status: 410, body: { code: 'invite.used' } });
  });

  it('that is lost is renewed: the old codes end', async () => {
    const { leader, teamId } = await team();
    const khai = await newcomer(teamId);
    const lost = (await show(leader, khai)).body;
    const fresh = (await show(leader, khai, true)).body;
    expect(fresh.slipCode).not.toBe(lost.slipCode);
    expect((await openCode(lost.slipCode)).body.code).toBe('invite.replaced');
    expect((await accept(lost.code)).body.code).toBe('invite.replaced');
    expect((await openCode(fresh.slipCode)).status).toBe(200);
    expect(
      await app.database.rows(
        sql`select 1 from outbox where name = 'access.slip-renewed' and payload ->> 'personId' = ${khai.id}`,
      ),
    ).toHaveLength(1);
  });

  it("is on the leader's list as on the commune's", async () => {
    const { leader, teamId } = await team();
    const one = await newcomer(teamId);
    await newcomer(teamId);
    await show(leader, one);
    const { body } = await app.call(routes.teamInvitations, { token: leader.token, params: { teamId } });
    const commune = (await invitations()).body.teams.find(({ id }: { id: string }) => id === teamId);
    expect(body.teams).toEqual([commune]);
    expect(body).toMatchObject({ people: 5, opened: 3, invited: 1 });
    expect((await app.call(routes.teamInvitations, { token: focal.token, params: { teamId } })).status).toBe(200);
    const stranger = (await team()).leader;
    expect((await app.call(routes.teamInvitations, { token: stranger.token, params: { teamId } })).status).toBe(403);
  });

  it('is for those of the own team, and its codes stand in no row', async () => {
    const [one, other] = [await team(), await team()];
    const khoa = await newcomer(other.teamId);
    expect((await show(one.leader, khoa)).status).toBe(403);
    const { code, slipCode } = (await show(other.leader, khoa)).body;
    const rows = await app.database.rows<{ row: string }>(
      sql`select to_jsonb(i)::text as row from invites i union all select to_jsonb(o)::text from outbox o`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ row }) => row.includes(code) || row.includes(slipCode))).toEqual([]);
  });
});

describe('wrong letters', () => {
  it('are counted by address and by phone: the sixth waits, the right one too', async () => {
    const { leader, teamId } = await team();
    const { slipCode } = (await show(leader, await newcomer(teamId))).body;
    for (let n = 0; n < 5; n += 1)
      expect((await openCode('222222', '203.0.113.7')).body.code).toBe('invite.noSuchSlip');
    expect(await openCode(slipCode, '203.0.113.7')).toMatchObject({
      status: 429,
      body: { code: 'invite.tooManySlipTries', details: expect.anything() },
    });
    expect((await openCode(slipCode, '203.0.113.8')).status).toBe(200);
    for (let n = 0; n < 5; n += 1) await openCode('222222', `203.0.113.${20 + n}`, 'phone-of-somebody');
    expect((await openCode(slipCode, '203.0.113.40', 'phone-of-somebody')).status).toBe(429);
    app.clock.advance(3_600_000);
    expect((await openCode(slipCode, '203.0.113.7')).status).toBe(200);
  });

  it('leave only the square after fifty an hour, and right ones are not counted', async () => {
    const { leader, teamId } = await team();
    const { slipCode, code } = (await show(leader, await newcomer(teamId))).body;
    for (let n = 0; n < 12; n += 1) expect((await openCode(slipCode, '203.0.113.1')).status).toBe(200);
    for (let n = 0; n < 50; n += 1) await openCode('333333', `198.51.100.${n}`);
    expect((await openCode(slipCode, '203.0.113.2')).body.code).toBe('invite.onlyBySquare');
    expect((await accept(code)).status).toBe(200);
  });

  it('that no slip can have are no tries', async () => {
    for (let n = 0; n < 7; n += 1)
      expect((await openCode('O01I!!', '203.0.113.99')).body.code).toBe('invite.noSuchSlip');
    expect((await openCode('222222', '203.0.113.99')).body.code).toBe('invite.noSuchSlip');
  });
});

describe('a print', () => {
  it('makes a slip for each, ends their older ones, and is one row of the log', async () => {
    const { teamId } = await team();
    const people = [await newcomer(teamId), await newcomer(teamId), await newcomer(teamId)];
    const old = (await show(focal, people[0] as TestPerson)).body;
    const made = await print(people);
    expect(made).toMatchObject({ status: 201, body: { slips: 3, left: [] } });
    expect((await accept(old.code)).body.code).toBe('invite.replaced');
    expect((await show(focal, people[0] as TestPerson)).body.expiresAt).toBe('2026-12-15T17:00:00.000Z');
    const paper = await app.call(routes.slipsFile, {
      token: focal.token,
      params: { unitId: place.communeId, printId: made.body.printId },
    });
    expect(paper.status).toBe(200);
    const log = sql`select payload from outbox where name = 'access.slips-printed' and payload ->> 'printId' = ${made.body.printId}`;
    expect(await app.database.rows(log)).toHaveLength(1);
  });

  it('leaves out whom the asker may not invite and who is not of the commune, and refuses other days', async () => {
    const { teamId } = await team();
    const mine = await newcomer(teamId);
    const chief = await buildOfficer(app, { role: 'district_officer', unitId: place.districtId, signedIn: false });
    await buildMember(app, { teamId, personId: chief.id });
    const stranger = await buildPerson(app, { signedIn: false });
    const { body } = await print([mine, chief, stranger]);
    expect(body).toMatchObject({ slips: 1, left: [{ id: chief.id }] });
    expect((await print([stranger])).body.code).toBe('invite.nobodyToInvite');
    for (const until of ['2026-11-30', '2027-01-15'])
      expect((await print([mine], until)).body.code).toBe('invite.slipUntil');
    const above = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
    expect(
      (await app.call(routes.invitations, { token: above.token, params: { unitId: place.provinceId } })).body.code,
    ).toBe('invite.oneCommune');
  });

  it('goes by the dated rule of the place: when inviting is done, how many at once, for how long', async () => {
    const { teamId } = await team();
    const both = [await newcomer(teamId), await newcomer(teamId)];
    const rule = async () =>
      (await app.call(routes.invitations, { token: focal.token, params: { unitId: place.communeId } })).body.rule;
    expect(await rule()).toEqual({ donePercent: 80, slipsAtOnce: 500, slipDays: 30 });
    await app.database.rows(
      sql`insert into inviting_rules (id, unit_id, done_percent, slips_at_once, slip_days, validity)
        values (gen_random_uuid(), ${place.provinceId}, 95, 1, 7, '[2026-01-01,)')`,
    );
    expect(await rule()).toEqual({ donePercent: 95, slipsAtOnce: 1, slipDays: 7 });
    expect((await print(both)).body).toMatchObject({ code: 'invite.slipUntil', details: [{ params: { days: 7 } }] });
    expect((await print(both, '2026-12-05')).body).toMatchObject({
      code: 'invite.tooManySlips',
      details: [{ params: { most: 1 } }],
    });
    expect((await print(both.slice(0, 1), '2026-12-05')).status).toBe(201);
    await app.database.rows(sql`delete from inviting_rules where unit_id = ${place.provinceId}`);
  });
});
