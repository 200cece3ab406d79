/** Contact cards in use: pages of them, a number that nobody answers, the question twice a year, and what others read of a card. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildMember, buildOfficer, buildTeam, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';
import { AskForChecks } from './ask-for-checks.ts';

const CLOCK = '2026-11-20T03:00:00Z';
let app: TestApp;
let place: Place;
let others: Place[];
let admin: TestPerson;
let focal: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date(CLOCK));
  place = await buildPlace(app, { commune: 'Minh Sơn' });
  others = [];
  for (const commune of ['Thọ Bình', 'Dân Lý', 'Hợp Tiến'])
    others.push(await buildPlace(app, { commune, districtId: place.districtId, hamlets: 0 }));
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId, fullName: 'Lê Quang Hải' });
});

const blank = { phone: null, email: null, hours: null, address: null, answeredBy: null };
const set = (unitId: string, body: object, { token } = admin) =>
  app.call(routes.setOffice, { token, key: randomUUID(), params: { unitId }, body: { ...blank, ...body } });
const cards = async (query: Record<string, string> = {}) =>
  (await app.call(routes.officeCards, { token: admin.token, params: { unitId: place.districtId }, query })).body;
const card = async (unitId = place.communeId, { token } = focal) =>
  (await app.call(routes.officeCard, { token, params: { unitId } })).body;
const press = (route: 'officeUnanswered' | 'checkOffice', unitId: string, { token } = admin) =>
  app.call(routes[route], { token, key: randomUUID(), params: { unitId } });
const namesOf = (view: { items: { unit: { name: string } }[] }) => view.items.map(({ unit }) => unit.name);
const kindsOf = async ({ token }: TestPerson): Promise<string[]> => {
  await app.drain();
  return (await app.call(routes.inbox, { token })).body.items.map(({ kind }: { kind: string }) => kind);
};

describe('the list', () => {
  it('comes in pages, those that lack most first, with counts of each filter', async () => {
    await set(place.communeId, { phone: '0512 000 678' });
    await set(others[0]!.communeId, { phone: '0512 000 679' });
    await set(others[1]!.communeId, { phone: '0512 000 679' });
    const first = await cards({ limit: '2' });
    expect(first).toMatchObject({ total: 5, counts: { all: 5, none: 2, look: 2 } });
    const seen = [...namesOf(first)];
    for (let { nextCursor } = first; nextCursor; ) {
      const next = await cards({ limit: '2', cursor: nextCursor });
      seen.push(...namesOf(next));
      nextCursor = next.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(seen.slice(0, 2).toSorted()).toEqual(['Hợp Tiến', 'Triệu Sơn']);
    expect(seen.slice(2)).toEqual(['Thọ Bình', 'Dân Lý', 'Minh Sơn']);
  });

  it('finds by a part of a name without marks, by a code and by digits, within a filter', async () => {
    await set(place.communeId, { phone: '0512 000 678' });
    await set(others[0]!.communeId, { phone: '0512 111 679' });
    expect(namesOf(await cards({ q: 'tho binh' }))).toEqual(['Thọ Bình']);
    expect(namesOf(await cards({ q: '111 6' }))).toEqual(['Thọ Bình']);
    expect(await cards({ q: 'xã', filter: 'none' })).toMatchObject({ total: 2, counts: { all: 4, none: 2, look: 0 } });
    const { items } = await cards({ q: 'Dân Lý' });
    expect(namesOf(await cards({ q: items[0].code }))).toEqual(['Dân Lý']);
  });

  it('names the other office of a shared number, and a number that is a person’s', async () => {
    await set(place.communeId, { phone: '0512 000 679' });
    await set(others[0]!.communeId, { phone: '0512 000 679' });
    await set(others[1]!.communeId, { phone: '0912 345 678', isOffice: true });
    await app.database.rows(sql`update offices set is_office = false where unit_id = ${others[1]!.communeId}`);
    const { items } = await cards({ filter: 'look' });
    expect(items).toMatchObject([
      { unit: { name: 'Minh Sơn' }, doubts: ['shared'], sharedWith: 'Xã Thọ Bình' },
      { unit: { name: 'Thọ Bình' }, doubts: ['shared'], sharedWith: 'Xã Minh Sơn' },
      { unit: { name: 'Dân Lý' }, doubts: ['personal'] },
    ]);
  });
});

it('judges a number once, by the networks of the library, in the list as when it was typed', async () => {
  for (const [index, phone] of ['0121 012 345', '+84 912 345 678', '0512 000 678'].entries()) {
    const { communeId } = others[index]!;
    const isPersonal = (await set(communeId, { phone })).body?.code === 'organization.officePersonal';
    await set(communeId, { phone, isOffice: true });
    expect(await card(communeId, admin)).toMatchObject({ isOffice: true, doubts: [] });
    await app.database.rows(sql`update offices set is_office = false where unit_id = ${communeId}`);
    expect([phone, (await card(communeId, admin)).doubts]).toEqual([phone, isPersonal ? ['personal'] : []]);
  }
});

describe('a number that nobody answers', () => {
  it('is marked by who called, told to whose card it is, and right again when they say so or change it', async () => {
    await set(place.communeId, { phone: '0512 000 678' });
    expect((await press('officeUnanswered', place.communeId)).status).toBe(204);
    expect(await card()).toMatchObject({ unansweredOn: '2026-11-20', doubts: ['unanswered'] });
    expect(await kindsOf(focal)).toContain('officeUnanswered');
    expect(await kindsOf(admin)).not.toContain('officeUnanswered');
    await press('checkOffice', place.communeId, focal);
    expect(await card()).toMatchObject({ unansweredOn: null, doubts: [] });
    await press('officeUnanswered', place.communeId);
    await set(place.communeId, { phone: '0512 000 690' }, focal);
    expect(await card()).toMatchObject({ phone: '0512 000 690', unansweredOn: null, doubts: [] });
  });

  it('is said of a number that stands there, by whoever may see the card', async () => {
    expect((await press('officeUnanswered', place.communeId)).body.code).toBe('organization.officeNone');
    await set(place.communeId, { phone: '0512 000 678' });
    const stranger = await buildOfficer(app, { role: 'focal_officer', unitId: others[0]!.communeId });
    expect((await press('officeUnanswered', place.communeId, stranger)).status).toBe(403);
  });
});

it('is asked about twice a year, once each time, of those whose card it is', async () => {
  await set(place.communeId, { phone: '0512 000 678' }, focal);
  expect(await app.get(AskForChecks).run()).toBe(0);
  app.clock.set(new Date(`${addDays('2026-11-20', 184)}T03:00:00Z`));
  expect(await app.get(AskForChecks).run()).toBeGreaterThanOrEqual(1);
  expect(await app.get(AskForChecks).run()).toBe(0);
  expect((await kindsOf(focal)).filter((kind) => kind === 'officeCheckDue')).toHaveLength(1);
  expect(await card()).toMatchObject({ doubts: ['unchecked'] });
  await press('checkOffice', place.communeId, focal);
  expect(await card()).toMatchObject({ doubts: [] });
});

describe('what others read of a card', () => {
  const contact = async () =>
    (await app.call(routes.contactCard, { token: focal.token, params: { unitId: place.communeId } })).body;

  it('is when somebody answers and who does today, by post', async () => {
    await set(place.communeId, { phone: '0512 000 678', hours: '7:00 đến 11:30', answeredBy: 'focal_officer' });
    expect(await contact()).toMatchObject({ phone: '0512 000 678', hours: '7:00 đến 11:30', holder: 'Lê Quang Hải' });
    await app.database.rows(sql`update posts set validity = '[2022-01-01,2026-11-01)' where id = ${focal.postId}`);
    await buildOfficer(app, {
      role: 'focal_officer',
      unitId: place.communeId,
      fullName: 'Mai Thị Hoa',
      validity: '[2026-11-01,)',
    });
    focal = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    expect(await contact()).toMatchObject({ holder: 'Mai Thị Hoa' });
  });

  it('is the next office above that can be called, where the own card has no number', async () => {
    await set(place.districtId, { phone: '0512 000 700' });
    await set(place.communeId, { email: 'minhson@xa.example' });
    expect(await contact()).toMatchObject({ phone: '0512 000 700' });
  });

  it('is counted: members on whose cards the number stands', async () => {
    const teamId = await buildTeam(app, { unitId: place.hamletIds[0]! });
    for (const role of ['leader', 'member', 'member'] as const) await buildMember(app, { teamId, role });
    await set(place.districtId, { phone: '0512 000 700' });
    expect(await card(place.districtId, admin)).toMatchObject({ members: 3 });
    await set(place.communeId, { phone: '0512 000 678' });
    expect(await card()).toMatchObject({ members: 3 });
    expect(await card(place.districtId, admin)).toMatchObject({ members: 0 });
  });
});
