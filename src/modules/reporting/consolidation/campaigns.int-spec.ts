import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildFocal, send } from '../../../../test/support/reports.ts';

interface Commune {
  village: Village;
  focal: TestPerson;
}
let app: TestApp;
let district: TestPerson;
let communes: Commune[];
let districtId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  communes = [];
  for (const commune of ['Minh Sơn', 'Dân Lý', 'Thọ Thế']) {
    const village: Village = await buildVillage(app, { commune, ...(communes[0] && { districtId }) });
    districtId = village.districtId;
    communes.push({ village, focal: await buildFocal(app, village.communeId) });
  }
  district = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
});

describe('A campaign', () => {
  const start = (changes: Record<string, unknown> = {}) =>
    app.call(routes.startCampaign, {
      token: district.token,
      params: { unitId: districtId },
      key: crypto.randomUUID(),
      body: { title: 'Phụ lục 1', startsOn: '2022-06-20', dueBefore: '2022-07-01', ...changes },
    });

  it('asks every commune once for its list, due the day before, and nobody without a phone is on it', async () => {
    expect((await start({ dueBefore: '2022-06-20' })).body.code).toBe('campaign.dueBeforeStart');
    const { body } = await start();
    expect(body.units).toBe(3);
    const { village, focal } = communes[0]!;
    const list = await app.call(routes.listReports, { token: focal.token, params: { unitId: village.communeId } });
    const roster = list.body.find((one: { kind: string }) => one.kind === 'roster');
    expect(roster).toMatchObject({ title: 'Phụ lục 1', due: { dueOn: '2022-06-30' }, endsOn: '2022-06-20' });
    await app.database.rows(sql`update phones set state = 'bounced' where person_id = ${village.teams[0]!.leader.id}`);
    expect((await send(app, focal, roster.id)).body).toMatchObject({
      code: 'report.phoneMissing',
      details: [{ params: { count: 1, rows: [`Thôn 1: ${village.teams[0]!.leader.fullName}`] } }],
    });
    await app.database.rows(sql`update phones set state = 'ok' where person_id = ${village.teams[0]!.leader.id}`);
    expect((await send(app, focal, roster.id)).body).toMatchObject({ state: 'submitted', daysLate: 0 });
    const campaigns = await app.call(routes.listCampaigns, { token: district.token, params: { unitId: districtId } });
    expect(campaigns.body[0].counts).toEqual({ onTime: 1, late: 0, missing: 2 });
    const detail = () =>
      app.call(routes.readCampaign, { token: district.token, params: { campaignId: body.id } }).then((one) => one.body);
    const { units, counts } = await detail();
    expect(counts).toEqual({ onTime: 1, late: 0, missing: 2 });
    expect(units.map(({ status }: { status: string }) => status).toSorted()).toEqual(['not_due', 'not_due', 'on_time']);
    const remind = () =>
      app.call(routes.remindCampaign, {
        token: district.token,
        params: { campaignId: body.id },
        key: crypto.randomUUID(),
        body: { unitIds: communes.map((one) => one.village.communeId) },
      });
    expect((await remind()).body).toEqual({ reminded: 2, skipped: 1, act: null });
    expect((await remind()).body).toEqual({ reminded: 0, skipped: 3, act: null });
    const after = (await detail()).units;
    const byHand = after.map(({ reminded }: { reminded: { byHandOn: string | null } }) => reminded.byHandOn);
    expect(byHand.filter(Boolean)).toHaveLength(2);
    const focalAsks = await app.call(routes.readCampaign, { token: focal.token, params: { campaignId: body.id } });
    expect(focalAsks.status).toBe(403);
  });

  it('is previewed, refused for days that cannot be meant, and asked for once only', async () => {
    const preview = (query: Record<string, string>) =>
      app.call(routes.previewCampaign, { token: district.token, params: { unitId: districtId }, query });
    expect((await preview({ startsOn: '2022-06-20', dueBefore: '2022-07-01' })).body).toEqual({
      units: 3,
      without: 0,
      dueOn: '2022-06-30',
      same: null,
    });
    expect((await preview({ startsOn: '2020-06-20', dueBefore: '2020-07-01' })).body.code).toBe(
      'campaign.startTooEarly',
    );
    expect((await start({ startsOn: '2020-06-20', dueBefore: '2020-07-01' })).body).toMatchObject({
      code: 'campaign.startTooEarly',
      details: [{ path: 'startsOn' }],
    });
    expect((await start({ dueBefore: '2099-07-01' })).body.code).toBe('campaign.dueTooFar');
    expect((await start({ directiveId: crypto.randomUUID() })).body.code).toBe('campaign.directiveUnknown');
    const first = await start();
    expect((await start()).body.code).toBe('campaign.alreadyAsked');
    expect((await preview({ startsOn: '2022-06-20', dueBefore: '2022-07-01' })).body.same.id).toBe(first.body.id);
  });

  it('taken back is owed by nobody, keeps what was sent, and can be asked for again', async () => {
    const { body } = await start();
    const { village, focal } = communes[0]!;
    const ofCommune = async () =>
      (await app.call(routes.listReports, { token: focal.token, params: { unitId: village.communeId } })).body.filter(
        (one: { kind: string }) => one.kind === 'roster',
      );
    await send(app, focal, (await ofCommune())[0].id);
    const cancel = (token: string | undefined) =>
      app.call(routes.cancelCampaign, {
        token,
        params: { campaignId: body.id },
        key: crypto.randomUUID(),
        body: { reason: 'Mở nhầm' },
      });
    expect((await cancel(focal.token)).status).toBe(403);
    expect((await cancel(district.token)).body).toEqual({ withdrawn: 2, kept: 1 });
    expect((await cancel(district.token)).body.code).toBe('campaign.notFound');
    expect(await ofCommune()).toMatchObject([{ state: 'submitted' }]);
    const list = await app.call(routes.listCampaigns, { token: district.token, params: { unitId: districtId } });
    expect(list.body).toEqual([]);
    expect((await start()).status).toBe(201);
  });
});
