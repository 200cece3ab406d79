import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  act,
  buildDirective,
  buildVillage,
  orderInput,
  part,
  type Village,
} from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { SettleAllotments } from './settle-allotments.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

interface District {
  id: string;
  officer: TestPerson;
  first: Village;
  second: Village;
  numbers: (first: number, second: number) => Record<string, unknown>;
}

/** Two communes of one district, and an officer of the district. */
async function buildDistrict(): Promise<District> {
  const first = await buildVillage(app, { commune: 'Minh Sơn' });
  const second = await buildVillage(app, { commune: 'Dân Lý', districtId: first.districtId });
  const officer = await buildOfficer(app, { role: 'district_officer', unitId: first.districtId });
  const directiveId = await buildDirective(app, first.districtId, '12/KH-UBND');
  const { shares: _, unitId: __, ...order } = orderInput(first);
  const numbers = (one: number, other: number) => ({
    ...order,
    directiveId,
    target: one + other,
    shares: [
      { unitId: first.communeId, target: one },
      { unitId: second.communeId, target: other },
    ],
  });
  return { id: first.districtId, officer, first, second, numbers };
}

const allot = ({ id, officer }: District, body: Record<string, unknown>) =>
  app.call(routes.allot, { token: officer.token, params: { unitId: id }, body: body as never });
const read = async (by: TestPerson, allotmentId: string) =>
  (await app.call(routes.readAllotment, { token: by.token, params: { allotmentId } })).body;
const handOn = (village: Village, originId: string, changes: Record<string, unknown> = {}) =>
  app.call(routes.issueAssignment, {
    token: village.officer.token,
    body: orderInput(village, { originId, ...changes }) as never,
  });
const inbox = async (by: TestPerson) => (await app.call(routes.inbox, { token: by.token })).body.items;
const change = (by: TestPerson, allotmentId: string, body: Record<string, unknown>) =>
  app.call(routes.changeAllotment, { token: by.token, params: { allotmentId }, body: body as never });

/** The commune ends today, and its hamlets are the heir's from now on. */
async function merge(ending: Village, heir: Village): Promise<void> {
  const admin = await buildOfficer(app, { role: 'admin', unitId: heir.provinceId });
  await app.database.rows(
    sql`update posts set validity = daterange(lower(validity), '2022-06-21') where unit_id = ${ending.communeId}`,
  );
  const { status, body } = await app.call(routes.changeUnit, {
    token: admin.token,
    params: { unitId: ending.communeId },
    body: {
      kind: 'close',
      to: '2022-06-21',
      basis: '11/NQ-HĐND',
      successorIds: [heir.communeId],
      partsToId: heir.communeId,
    } as never,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

describe('numbers that an office gives to communes', () => {
  it('reach each commune as its own, are handed on by its own order and come back beside the result', async () => {
    const district = await buildDistrict();
    const { officer, first, second } = district;
    const params = { unitId: district.id, draftId: randomUUID() };
    await app.call(routes.saveDraft, { token: officer.token, params, body: { title: 'Nháp', content: {} } });
    const given = await allot(district, { ...district.numbers(50, 30), draftId: params.draftId });
    expect((await app.call(routes.listDrafts, { token: officer.token, params })).body).toEqual([]);
    expect(given).toMatchObject({
      status: 201,
      body: { communes: 2, waiting: 2, figures: { target: 80, reported: 0 } },
    });
    const { id } = given.body;
    await app.drain();
    expect((await inbox(first.officer))[0]).toMatchObject({
      kind: 'communeAsked',
      title: expect.stringContaining('50 hồ sơ'),
      page: `/allotments/${id}`,
    });

    const order = await handOn(first, id);
    expect(order.body).toMatchObject({ origin: { id, issuer: { id: district.id } } });
    const [task] = await app.database.rows<{ id: string }>(
      sql`select id from tasks where assignment_id = ${order.body.id} and team_id = ${first.teams[0]?.id as string}`,
    );
    const { leader } = first.teams[0] as Village['teams'][number];
    await act(app, leader, 'acceptTask', task?.id as string);
    await act(app, leader, 'reportProgress', task?.id as string, part(7));

    const whole = await read(officer, id);
    expect(whole).toMatchObject({
      communes: 2,
      waiting: 2,
      handedOn: 40,
      isOwn: true,
      figures: { target: 80, reported: 7 },
    });
    expect(whole.shares).toMatchObject([
      { commune: { name: 'Dân Lý' }, target: 30, handedOn: 0, orders: [] },
      {
        commune: { name: 'Minh Sơn' },
        target: 50,
        handedOn: 40,
        teams: 2,
        figures: { reported: 7 },
        orders: [{ id: order.body.id }],
      },
    ]);
    const own = await read(first.officer, id);
    expect(own).toMatchObject({ communes: 1, isOwn: false, versions: [], figures: { target: 50, reported: 7 } });
    expect(own.shares).toHaveLength(1);
    expect(await read(second.officer, id)).toMatchObject({ figures: { target: 30, reported: 0 } });
    const waiting = await app.call(routes.listAllotments, {
      token: first.officer.token,
      params: { unitId: first.communeId },
      query: { waiting: 'true' },
    });
    expect(waiting.body).toMatchObject({ total: 1, items: [{ id, handedOn: 40, figures: { target: 50 } }] });
    const neighbour = await app.call(routes.listAllotments, {
      token: second.officer.token,
      params: { unitId: second.communeId },
      query: {},
    });
    expect(neighbour.body).toMatchObject({ items: [{ id, handedOn: 0, figures: { target: 30, reported: 0 } }] });
  });

  it('are refused by row: what does not add up, a commune of elsewhere, one twice, and what a commune was not given', async () => {
    const district = await buildDistrict();
    const elsewhere = await buildDistrict();
    const body = district.numbers(50, 30);
    const wrong = await allot(district, {
      ...body,
      target: 100,
      shares: [
        ...(body.shares as unknown[]),
        { unitId: elsewhere.first.communeId, target: 5 },
        (body.shares as unknown[])[0],
      ],
    });
    expect(wrong.body.details).toMatchObject([
      { path: 'shares', code: 'allotment.sharesDiffer', params: { difference: -35 } },
      { path: 'shares.2.unitId', code: 'allotment.communeOutside' },
      { path: 'shares.3.unitId', code: 'allotment.communeTwice' },
    ]);
    const { id } = (await allot(district, body)).body;
    expect((await handOn(elsewhere.first, id)).body.details).toMatchObject([{ code: 'assignment.originElsewhere' }]);
    const other = await handOn(district.first, id, { templateCode: 'NV09', indicatorCode: 'KT04' });
    expect(other.body.details).toMatchObject([{ code: 'assignment.originCountsOther' }]);
    const communes = { token: district.first.officer.token, params: { unitId: district.first.communeId } };
    const within = await app.call(routes.allot, {
      ...communes,
      body: { ...body, directiveId: district.first.directiveId } as never,
    });
    expect(within.body.code).toBe('allotment.notAbove');
  });

  it('change as a version of which only the touched hear, and are taken back with the reason', async () => {
    const district = await buildDistrict();
    const { officer, first, second } = district;
    const { id } = (await allot(district, district.numbers(50, 30))).body;
    await app.drain();
    const shares = [
      { unitId: first.communeId, target: 50 },
      { unitId: second.communeId, target: 45 },
    ];
    const both = await Promise.all([0, 1].map(() => change(officer, id, { version: 1, reason: 'Thêm hộ', shares })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)?.body).toMatchObject({
      version: 2,
      figures: { target: 95 },
      versions: [
        { version: 2, reason: 'Thêm hộ', before: { target: 80 }, after: { target: 95 }, by: { id: officer.id } },
      ],
    });
    expect((await change(officer, id, { version: 2, reason: 'Thêm hộ', shares })).body.code).toBe(
      'allotment.nothingChanged',
    );
    await app.drain();
    expect((await inbox(second.officer))[0]).toMatchObject({
      kind: 'communeNumberChanged',
      body: expect.stringContaining('Thêm hộ'),
    });
    expect((await inbox(first.officer))[0]).toMatchObject({ kind: 'communeAsked' });

    await handOn(first, id);
    app.clock.advance(61_000);
    const cancel = () =>
      app.call(routes.cancelAllotment, {
        token: officer.token,
        params: { allotmentId: id },
        body: { reason: 'Tỉnh dừng' },
      });
    expect((await cancel()).body).toMatchObject({ cancelReason: 'Tỉnh dừng', handedOn: 40 });
    expect((await cancel()).body.code).toBe('allotment.alreadyCancelled');
    expect((await handOn(second, id)).body.details).toMatchObject([{ code: 'assignment.originCancelled' }]);
    await app.drain();
    expect((await inbox(first.officer))[0]).toMatchObject({ kind: 'communeNumberWithdrawn' });
  });

  it('were never told where they are taken back at once', async () => {
    const district = await buildDistrict();
    const { body } = await allot(district, district.numbers(50, 30));
    await app.drain();
    expect((await inbox(district.first.officer))[0]).toMatchObject({ kind: 'communeAsked' });
    await app.call(routes.cancelAllotment, {
      token: district.officer.token,
      params: { allotmentId: body.id },
      body: { reason: 'Giao nhầm' },
    });
    await app.drain();
    app.clock.advance(61_000);
    await app.drain();
    for (const { officer } of [district.first, district.second]) expect(await inbox(officer)).toEqual([]);
    const gone = await app.database.rows(
      sql`select 1 from deliveries d join messages m on m.id = d.message_id
        where m.subject like ${`allotment ${body.id}%`} and d.state not in ('cancelled', 'skipped')`,
    );
    expect(gone).toEqual([]);
  });

  it('keep the whole when communes are merged: the heir has what both had, with what is done for it', async () => {
    const district = await buildDistrict();
    const { officer, first, second } = district;
    const { id } = (await allot(district, district.numbers(50, 30))).body;
    await handOn(first, id);
    await merge(second, first);
    expect(await app.get(SettleAllotments).run()).toBe(1);
    const whole = await read(officer, id);
    expect(whole).toMatchObject({
      communes: 1,
      handedOn: 40,
      figures: { target: 80 },
      versions: [{ by: null, reason: null }],
    });
    expect(whole.shares).toMatchObject([{ commune: { id: first.communeId }, target: 80, handedOn: 40 }]);
    expect(await app.get(SettleAllotments).run()).toBe(0);
    await app.drain();
    expect((await inbox(first.officer))[0]).toMatchObject({ kind: 'communeNumberChanged' });
  });
});
