/** How long a session lives is asked at each use, of what its person holds on that day. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { hashToken } from '#platform/auth';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, buildWholeTeam, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let admin: TestPerson;

beforeAll(async () => {
  app = await startApp();
  place = await buildPlace(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
});
afterAll(stopApps);

/** A session as an invite opens it. */
async function enter(personId: string): Promise<string> {
  const { code } = (await app.call(routes.createInvite, { token: admin.token, params: { personId } })).body;
  return (await app.call(routes.acceptInvite, { params: { code }, body: {} })).body.token;
}

describe('a session', () => {
  it('of an officer slides while it is used and is over twelve hours after', async () => {
    const officer = await buildOfficer(app, { role: 'district_officer', unitId: place.districtId });
    const token = await enter(officer.id);
    const at = async (hours: number) => {
      app.clock.advance(hours * 3_600_000);
      // A process of its own: what another has resolved is kept for five real seconds.
      const fresh = await startApp({ DATABASE_URL: app.databaseUrl, CLOCK: app.clock.now().toISOString() });
      return (await fresh.call(routes.me, { token })).status;
    };
    expect([await at(11), await at(11), await at(13)]).toEqual([200, 200, 401]);
    app.clock.advance(-35 * 3_600_000);
  });

  it('that a member has opened lives as an officer does from the day of a post on', async () => {
    const { member } = await buildWholeTeam(app, place.hamletIds[0] as string);
    const token = await enter(member.id);
    await app.database.rows(
      sql`insert into posts (id, person_id, role, unit_id, title, validity)
        values (gen_random_uuid(), ${member.id}, 'district_officer', ${place.districtId}, 'Chuyên viên', '[2022-01-01,)')`,
    );
    app.clock.advance(13 * 3_600_000);
    expect((await app.call(routes.me, { token })).status).toBe(401);
    app.clock.advance(-13 * 3_600_000);
    expect((await app.call(routes.me, { token })).status).toBe(200);
    expect(
      await app.database.one<{ hours: number }>(
        sql`select round(extract(epoch from expires_at - last_seen_at) / 3600)::int as hours from sessions
          where token_hash = ${hashToken(token)}`,
      ),
    ).toEqual({ hours: 2160 });
  });
});
