import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { enrol } from '../../../../../test/support/authenticator.ts';
import {
  type BuiltTeam,
  buildMember,
  buildOfficer,
  buildPerson,
  buildWholeTeam,
  signIn,
  type TestPerson,
} from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let officer: TestPerson;
let team: BuiltTeam;

beforeAll(async () => {
  app = await startApp();
  place = await buildPlace(app, { hamlets: 2 });
  officer = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
  team = await buildWholeTeam(app, place.hamletIds[0] as string);
});
afterAll(stopApps);

describe('a full phone number', () => {
  const reveal = (token: string, personId: string) =>
    app.call(routes.revealPhones, { token, params: { personId }, body: { purpose: 'call_about_task' } });

  it('is shown to the commune and the own team, each look logged with its purpose', async () => {
    expect(await reveal(team.leader.token, team.member.id)).toMatchObject({
      status: 200,
      body: {
        fullName: team.member.fullName,
        phones: [{ national: expect.stringMatching(/^0512 \d{3} \d{3}$/), primary: true }],
      },
    });
    await reveal(officer.token, team.member.id);
    const looks = await app.database.rows(
      sql`select person_id, what, purpose from access_log where subject_id = ${team.member.id} order by id`,
    );
    expect(looks).toEqual([
      { person_id: team.leader.id, what: 'phone.read', purpose: 'call_about_task' },
      { person_id: officer.id, what: 'phone.read', purpose: 'call_about_task' },
    ]);
  });

  it('of the supporter is shown to the team, of others to nobody, and a refused look leaves no number', async () => {
    await app.call(routes.giveSupport, {
      token: officer.token,
      params: { unitId: place.communeId },
      body: { teams: { only: [team.teamId] }, personIds: [officer.id] },
    });
    expect((await reveal(team.member.token, officer.id)).status).toBe(200);
    const other = await buildWholeTeam(app, place.hamletIds[1] as string);
    expect((await reveal(team.leader.token, other.member.id)).status).toBe(403);
    expect((await reveal((await buildPerson(app)).token, other.member.id)).status).toBe(403);
    expect(await app.database.rows(sql`select 1 from access_log where subject_id = ${other.member.id}`)).toEqual([]);
  });
});

describe('many numbers one after the other', () => {
  const looks = (token: string, personIds: readonly string[]) =>
    Promise.all(
      personIds.map((personId) =>
        app.call(routes.revealPhones, { token, params: { personId }, body: { purpose: 'call_about_task' } }),
      ),
    );
  const told = (answers: Awaited<ReturnType<typeof looks>>) => {
    const codes = answers.map(({ status, body }) => (status === 200 ? 'shown' : String(body.code)));
    return Object.fromEntries(
      [...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]),
    );
  };
  let people: string[];
  beforeAll(async () => {
    const built = await Promise.all(Array.from({ length: 70 }, () => buildMember(app, { teamId: team.teamId })));
    people = built.map(({ id }) => id);
  });

  it('are asked for as a list is beyond ten within an hour, also when they are asked for at once', async () => {
    const caller = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    const { code } = await enrol(app, caller.token);
    await app.database.rows(sql`update sessions set proven_at = null where person_id = ${caller.id}`);
    app.get(ActorCache).forget(caller.id);
    const [first = '', ...others] = people;
    expect(told(await looks(caller.token, people.slice(0, 30)))).toEqual({ shown: 10, 'platform.proofNeeded': 20 });
    const asked = await looks(caller.token, others.slice(-1));
    expect(asked[0]?.body.details).toMatchObject([{ params: { by: 'code', act: 'numbers' } }]);
    const seen = await app.database.rows<{ id: string }>(
      sql`select distinct subject_id as id from access_log where person_id = ${caller.id}`,
    );
    expect(seen).toHaveLength(10);
    // The same person again is no further one.
    expect(told(await looks(caller.token, [seen[0]?.id ?? first]))).toEqual({ shown: 1 });
    app.clock.advance(30_000);
    expect((await app.call(routes.showProof, { token: caller.token, body: { code: code() } })).status).toBe(204);
    app.get(ActorCache).forget(caller.id);
    expect(told(await looks(caller.token, people.slice(0, 30)))).toEqual({ shown: 30 });
    // Asked for a proof is not refused.
    expect(
      await app.database.rows(sql`select 1 from access_acts where person_id = ${caller.id} and kind = 'refused'`),
    ).toEqual([]);
  });

  it('end at sixty within an hour, whoever looks, and go on when the first is an hour old', async () => {
    const caller = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    expect(told(await looks(caller.token, people))).toEqual({ shown: 60, 'membership.tooManyLooks': 10 });
    const [late] = (await looks(caller.token, people)).filter(({ status }) => status !== 200);
    expect([late?.status, late?.body.details[0].params.minutes]).toEqual([429, 60]);
    app.clock.advance(61 * 60_000);
    app.get(ActorCache).forget('');
    const after = await looks((await signIn(app, caller.id)) as string, people.slice(60));
    expect(told(after)).toEqual({ shown: 10 });
  });
});
