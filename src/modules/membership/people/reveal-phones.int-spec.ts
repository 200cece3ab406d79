import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import {
  type BuiltTeam,
  buildOfficer,
  buildPerson,
  buildWholeTeam,
  type TestPerson,
} from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';

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
    await app.call(routes.setSupporters, {
      token: officer.token,
      params: { teamId: team.teamId },
      body: { personIds: [officer.id] },
    });
    expect((await reveal(team.member.token, officer.id)).status).toBe(200);
    const other = await buildWholeTeam(app, place.hamletIds[1] as string);
    expect((await reveal(team.leader.token, other.member.id)).status).toBe(403);
    expect((await reveal((await buildPerson(app)).token, other.member.id)).status).toBe(403);
    expect(await app.database.rows(sql`select 1 from access_log where subject_id = ${other.member.id}`)).toEqual([]);
  });
});
