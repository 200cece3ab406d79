/** Codes that two reforms of one day exchange: each is free at the end of the day. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../test/support/reforms/reforms.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let other: District;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
  other = await buildDistrict(app);
});
afterAll(stopApps);

/** A reform there whose new commune gets the code of one that the other province ends. */
async function drafted(of: District, code: string): Promise<Reforming> {
  const reform = new Reforming(app, of, LATER, code);
  await reform.draft();
  await reform.settle();
  return reform;
}

describe('codes', () => {
  it('are exchanged by two reforms of one day, of which neither could begin before the other', async () => {
    const there = await drafted(other, district.codes[2]);
    expect(await there.blocks()).toEqual(['codeElsewhere']);
    const reform = await drafted(district, other.codes[2]);
    expect([await there.blocks(), await reform.blocks()]).toEqual([[], []]);
    expect((await reform.schedule()).body.state).toBe('scheduled');
    // The other one is a draft still, which nothing holds to its day.
    expect(await reform.blocks()).toEqual(['codeElsewhere']);
    expect((await there.schedule()).body.state).toBe('scheduled');
    expect([await there.blocks(), await reform.blocks()]).toEqual([[], []]);
    await reformDay(app, LATER);
    for (const one of [reform, there])
      expect((await one.call(routes.getReform)).body).toMatchObject({ state: 'applied', held: null });
    const borne = await app.database.rows<{ id: string; code: string }>(
      sql`select unit_id as id, code from unit_versions where validity @> ${LATER}::date
          and code = any(${[district.codes[2], other.codes[2]]}::text[])`,
    );
    const [here, beyond] = [await reform.unit('Hợp Tiến'), await there.unit('Hợp Tiến')];
    expect(new Map(borne.map(({ id, code }) => [id, code]))).toEqual(
      new Map([
        [here, other.codes[2]],
        [beyond, district.codes[2]],
      ]),
    );
  });

  it('are exchanged by neither while something else stands against one of them', async () => {
    const there = await drafted(other, district.codes[2]);
    const reform = await drafted(district, other.codes[2]);
    await reform.schedule();
    await there.schedule();
    await app.database.rows(
      sql`update units set validity = '[2022-01-01,2022-06-30)' where id = ${other.communes[1].communeId}`,
    );
    await reformDay(app, LATER);
    expect((await reform.call(routes.getReform)).body).toMatchObject({ state: 'scheduled', held: 1 });
    expect(await reform.blocks()).toEqual(['codeElsewhere']);
    await app.database.rows(sql`update units set validity = '[2022-01-01,)' where id = ${other.communes[1].communeId}`);
    await reformDay(app, LATER);
    for (const one of [reform, there]) expect((await one.call(routes.getReform)).body.state).toBe('applied');
  });
});
