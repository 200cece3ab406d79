/** A quarter asked for of two communes: each report is drafted from the months, and every sum equals its parts. */
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, buildLine, figure, onReport, openReport, send } from '../../../../../test/support/reports.ts';

let app: TestApp;
let village: Village;
let other: Village;
let focal: TestPerson;
let otherFocal: TestPerson;
let district: TestPerson;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
const CODE = 'CQ02';
const months = ['2022-04', '2022-05', '2022-06'] as const;

const start = (changes: Record<string, unknown> = {}) =>
  app.call(routes.startCampaign, {
    token: district.token,
    params: { unitId: village.districtId },
    key: crypto.randomUUID(),
    body: {
      kind: 'months',
      title: 'Kết quả quý II năm 2022',
      startsOn: '2022-03-15',
      endsOn: '2022-06-14',
      dueBefore: '2022-06-25',
      ...changes,
    },
  });

async function reportOf(person: TestPerson, unitId: string): Promise<string> {
  const { body } = await app.call(routes.listReports, { token: person.token, params: { unitId } });
  return body.find(({ kind }: { kind: string }) => kind === 'months').id;
}
const numberOf = (body: Parameters<typeof figure>[0]) => figure(body, CODE)?.now.numerator;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-04-16T03:00:00Z' });
  village = await buildVillage(app, { commune: 'Minh Sơn' });
  other = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
  focal = await buildFocal(app, village.communeId);
  otherFocal = await buildFocal(app, other.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  for (const [day, value] of [
    ['2022-03-20', 5],
    ['2022-04-20', 7],
    ['2022-05-20', 11],
  ] as const) {
    await buildLine(app, village, village.teams[0]!, { code: CODE, value, happenedOn: day });
    await buildLine(app, other, other.teams[0]!, { code: CODE, value: value * 10, happenedOn: day });
  }
  for (const [day, month] of [
    ['2022-04-16', months[0]],
    ['2022-05-16', months[1]],
  ] as const) {
    on(day);
    const { id } = await openReport(app, focal, village.communeId, month);
    expect((await send(app, focal, id)).status).toBeLessThan(300);
  }
  on('2022-06-16');
});
afterAll(stopApps);

it('offers the periods that end now, with the days of their months and the usual due day', async () => {
  const { body } = await app.call(routes.listLongPeriods, {
    token: district.token,
    params: { unitId: village.districtId },
  });
  expect(body[0]).toEqual({
    code: 'Q2',
    year: 2022,
    startsOn: '2022-03-15',
    endsOn: '2022-06-14',
    dueBefore: '2022-06-25',
  });
});

it('refuses days that cut a month, naming the day on which months begin', async () => {
  const { status, body } = await start({ startsOn: '2022-03-14' });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'campaign.notWholeMonths', details: [{ path: 'startsOn', params: { day: 15 } }] });
  expect((await start({ endsOn: '2022-06-13' })).body.code).toBe('campaign.notWholeMonths');
});

describe('Once it is asked for', () => {
  beforeAll(async () => {
    expect((await start()).body.units).toBe(2);
  });

  it('is asked for once, whatever it is called', async () => {
    const again = await start({ title: 'Báo cáo quý II' });
    expect(again).toMatchObject({ status: 409, body: { code: 'campaign.samePeriod' } });
  });

  it('is the sum of months, sent or still read from the records, and opens them', async () => {
    const id = await reportOf(focal, village.communeId);
    const { body } = await onReport(app, focal, 'readReport', id);
    expect(numberOf(body)).toBe(23);
    expect(body.months.map(({ month, state }: { month: string; state: string | null }) => [month, state])).toEqual([
      ['2022-04', 'submitted'],
      ['2022-05', 'submitted'],
      ['2022-06', null],
    ]);
    const source = await app.call(routes.figureSource, {
      token: focal.token,
      params: { reportId: id },
      query: { code: CODE },
    });
    expect(source.body).toMatchObject({ kind: 'months' });
    const parts: { name: string; pair: { numerator: number } }[] = source.body.parts;
    expect(parts.map(({ name, pair }) => [name, pair.numerator])).toEqual([
      ['2022-04', 5],
      ['2022-05', 7],
      ['2022-06', 11],
    ]);
  });

  it('takes what stands as the last month has it, and an active team once', async () => {
    const { body } = await onReport(app, focal, 'readReport', await reportOf(focal, village.communeId));
    expect(figure(body, 'TC01')?.now.numerator).toBe(village.teams.length);
    expect(figure(body, 'TC07')?.now.numerator).toBe(1);
  });

  it('is sent, kept as it was, and summed by the district from what the communes sent', async () => {
    for (const [person, unitId] of [
      [focal, village.communeId],
      [otherFocal, other.communeId],
    ] as const)
      expect((await send(app, person, await reportOf(person, unitId))).body).toMatchObject({ state: 'submitted' });
    const sum = await onReport(app, district, 'readReport', await reportOf(district, village.districtId));
    expect(numberOf(sum.body)).toBe(23 + 230);
    // Work told of later belongs to a month that is open, not to what was sent.
    await buildLine(app, village, village.teams[0]!, { code: CODE, value: 100, happenedOn: '2022-05-21' });
    const { body } = await onReport(app, focal, 'readReport', await reportOf(focal, village.communeId));
    expect(numberOf(body)).toBe(23);
  });

  it('is drafted with the name of the period, and printed under its own', async () => {
    const { body } = await onReport(app, otherFocal, 'readReport', await reportOf(otherFocal, other.communeId));
    expect(JSON.stringify(body.words)).toContain('quý II năm 2022');
  });
});
