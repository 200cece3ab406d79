/** The log of an installation: looks, lists, changes, sign-ins and refusals in one list, read by who may. */
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from '#documents';
import { routes } from '#contracts';
import { logVi } from '#i18n/words/log.vi';
import { sql } from '#platform/database';
import { definedEvents } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { type BuiltTeam, buildOfficer, buildWholeTeam, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

const DAY = { from: '2022-06-21', to: '2022-06-21' };
/** Half past eleven at night in Viet Nam. */
const NIGHT = '2022-06-21T16:30:00Z';
const MORNING = '2022-06-21T01:00:00Z';
/** After all looks of the night. */
const LATER = '2022-06-21T16:45:00Z';

let app: TestApp;
let place: Place;
let other: Place;
let admin: TestPerson;
let focal: TestPerson;
let stranger: TestPerson;
let team: BuiltTeam;

beforeAll(async () => {
  app = await startApp({ CLOCK: MORNING });
  place = await buildPlace(app, { hamlets: 1 });
  other = await buildPlace(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
  stranger = await buildOfficer(app, { role: 'focal_officer', unitId: other.communeId });
  team = await buildWholeTeam(app, place.hamletIds[0] as string);
});
afterAll(stopApps);

const look = (by: TestPerson, personId: string) =>
  app.call(routes.revealPhones, { token: by.token, params: { personId }, body: { purpose: 'check_roster' } });
const read = async (by: TestPerson, unitId: string, query: Record<string, string> = {}) =>
  app.call(routes.readLog, { token: by.token, params: { unitId }, query: { ...DAY, ...query } });
const whats = async (by: TestPerson, unitId: string, query: Record<string, string> = {}) =>
  ((await read(by, unitId, query)).body.items as { what: string }[]).map(({ what }) => what);

it('has a word for each kind of event', () => {
  const missing = [...definedEvents().keys()].filter((name) => !(`log.what.${name}` in logVi));
  expect(missing).toEqual([]);
});

describe('the log of a commune', () => {
  it('tells who looked at whose number, from which screen and session, and what for', async () => {
    await app.call(routes.revealPhones, {
      token: admin.token,
      params: { personId: team.member.id },
      body: { purpose: 'call_about_task' },
      headers: { 'x-screen': '/teams' },
    });
    const { items } = (await read(focal, place.communeId, { kind: 'look' })).body;
    expect(items).toMatchObject([
      {
        what: 'phone.read',
        by: { id: admin.id },
        unit: { id: place.hamletIds[0] },
        people: 1,
        purpose: 'call_about_task',
        screen: '/teams',
      },
    ]);
  });

  it('writes it down when the names behind a number are read', async () => {
    const [entry] = (await read(focal, place.communeId, { kind: 'look' })).body.items;
    const params = { unitId: place.communeId, entryId: entry.id };
    expect((await app.call(routes.logNames, { token: focal.token, params })).body).toMatchObject({
      people: [{ id: team.member.id, unit: { id: place.hamletIds[0] } }],
      total: 1,
    });
    expect(await whats(focal, place.communeId, { kind: 'look' })).toEqual(['log.names', 'phone.read']);
  });

  it('has changes and refusals, each refusal once however often it is asked', async () => {
    const asked = { token: focal.token, params: { unitId: other.communeId }, query: DAY };
    for (const _ of [1, 2, 3]) expect((await app.call(routes.readLog, asked)).status).toBe(403);
    await app.call(routes.createInvite, { token: focal.token, params: { personId: team.member.id } });
    expect((await read(focal, place.communeId, { kind: 'refused' })).body.items).toMatchObject([
      { what: 'platform.denied', by: { id: focal.id }, route: 'GET /units/{unitId}/log' },
    ]);
    expect((await read(focal, place.communeId, { kind: 'change' })).body.items).toMatchObject([
      { what: 'access.invite-created', by: { id: focal.id }, person: { id: team.member.id } },
    ]);
  });

  it('is of its own unit: another commune reads nothing of it, the province all', async () => {
    expect(await whats(stranger, other.communeId)).toEqual([]);
    expect((await read(stranger, place.communeId)).status).toBe(403);
    expect(await whats(admin, place.provinceId)).toEqual(
      expect.arrayContaining(['phone.read', 'access.invite-created']),
    );
  });

  it('is paged: one row after the other, none twice', async () => {
    const all = await whats(focal, place.communeId);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { what: string }[]; nextCursor: string | null } = (
        await read(focal, place.communeId, { limit: '1', ...(cursor && { cursor }) })
      ).body;
      paged.push(...page.items.map(({ what }) => what));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('is found by person: what they did, and looks at their number', async () => {
    expect(await whats(focal, place.communeId, { personId: team.member.id })).toEqual(['phone.read']);
    expect(await whats(focal, place.communeId, { personId: admin.id })).toEqual(['phone.read']);
    expect(await whats(focal, place.communeId, { purpose: 'check_roster' })).toEqual([]);
  });

  it('cannot be rewritten by the application', async () => {
    await expect(app.database.rows(sql`update access_acts set people = 0`)).rejects.toThrow('history');
    await expect(app.database.rows(sql`delete from access_acts`)).rejects.toThrow('24 months');
    await expect(app.database.rows(sql`update outbox set place_id = null`)).rejects.toThrow('history');
  });
});

it('calls out looks at night, and says so to the commune whose numbers they were', async () => {
  app.clock.set(new Date(NIGHT));
  for (let n = 0; n < 10; n++) await look(admin, team.leader.id);
  const { body } = await app.call(routes.unusualUse, { token: focal.token, params: { unitId: place.communeId } });
  expect(body).toMatchObject([{ use: 'night', person: { id: admin.id }, count: 10 }]);
  app.clock.set(new Date(MORNING));
});

it('goes out as a sheet for a purpose, and that stands in it', async () => {
  const body = { ...DAY, reason: 'audit' };
  const params = { unitId: place.communeId };
  const { raw } = await app.call(routes.exportLog, { token: focal.token, params, body });
  const [sheet] = (await readWorkbook(raw)).sheets;
  expect(JSON.stringify(sheet)).toContain('Xem số điện thoại');
  const [line] = (await read(focal, place.communeId, { kind: 'export' })).body.items;
  expect(line).toMatchObject({ what: 'log.export', purpose: 'audit', by: { id: focal.id } });
  expect(line.trace).toMatch(/^TS-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2}$/);
  const parts = Object.entries(unzipSync(raw)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  expect(parts.filter(([, xml]) => xml.includes(line.trace)).map(([name]) => name)).toEqual(
    expect.arrayContaining(['docProps/core.xml', 'xl/worksheets/sheet1.xml']),
  );
});

it('is found by the code of a file, as somebody typed it, and only by who reads the log that it stands in', async () => {
  const [{ trace, id }] = (await read(focal, place.communeId, { kind: 'export' })).body.items;
  const find = (by: TestPerson, unitId: string, code: string) =>
    app.call(routes.logByTrace, { token: by.token, params: { unitId }, query: { code } });
  const typed = trace.toLowerCase().replaceAll('-', ' ');
  expect((await find(focal, place.communeId, typed)).body).toMatchObject({ id, by: { id: focal.id } });
  expect((await find(admin, place.provinceId, trace)).body).toMatchObject({ id });
  expect((await find(stranger, other.communeId, trace)).body).toMatchObject({ code: 'log.traceNotFound' });
  expect((await find(focal, place.communeId, 'Phụ lục 1')).body).toMatchObject({ code: 'log.traceNotFound' });
});

describe('a line that is asked about', () => {
  const ask = (by: TestPerson, entryId: string) =>
    app.call(routes.askLogReason, { token: by.token, params: { unitId: place.communeId, entryId } });
  const inbox = async (of: TestPerson) => {
    await app.drain();
    return (await app.call(routes.inbox, { token: of.token })).body.items;
  };
  const newest = async (what: string, by: TestPerson) =>
    (await read(focal, place.communeId)).body.items.find(
      (line: { what: string; by: { id: string } }) => line.what === what && line.by.id === by.id,
    );

  it('is answered once, by whoever did it, and the answer stands with it', async () => {
    app.clock.set(new Date(LATER));
    await look(admin, team.member.id);
    const { id } = await newest('phone.read', admin);
    expect((await ask(focal, id)).status).toBe(204);
    expect((await ask(focal, id)).body).toMatchObject({ code: 'log.askedAlready' });
    const [asked] = await inbox(admin);
    expect(asked).toMatchObject({ kind: 'reasonAsked', mandatory: true, question: { open: true } });
    const params = { questionId: asked.question.questionId };
    expect(asked.page).toBe(`/why/${params.questionId}`);
    const answer = (by: TestPerson) =>
      app.call(routes.answerLogQuestion, { token: by.token, params, body: { text: 'Xã nhờ gọi giúp.' } });
    expect((await answer(focal)).body).toMatchObject({ code: 'log.questionNotFound' });
    expect((await newest('phone.read', admin)).question).toMatchObject({ askedBy: { id: focal.id }, answer: null });
    expect((await answer(admin)).status).toBe(204);
    expect((await answer(admin)).body).toMatchObject({ code: 'log.answeredAlready' });
    expect((await newest('phone.read', admin)).question).toMatchObject({ answer: 'Xã nhờ gọi giúp.' });
    expect((await inbox(focal))[0]).toMatchObject({ kind: 'reasonAnswered', page: asked.page });
    const own = (by: TestPerson) => app.call(routes.ownLogQuestion, { token: by.token, params });
    expect((await own(focal)).body).toMatchObject({ answer: 'Xã nhờ gọi giúp.', isOpen: false, act: { people: 1 } });
    expect((await own(team.leader)).body).toMatchObject({ code: 'log.questionNotFound' });
  });

  it('is answered in the inbox itself by who holds no office', async () => {
    await look(team.leader, team.member.id);
    expect((await ask(focal, (await newest('phone.read', team.leader)).id)).status).toBe(204);
    expect((await inbox(team.leader))[0]).toMatchObject({ kind: 'reasonAsked', page: null, question: { open: true } });
  });

  it('is never asked of oneself, nor about what looked at nobody', async () => {
    await look(focal, team.member.id);
    expect((await ask(focal, (await newest('phone.read', focal)).id)).body).toMatchObject({ code: 'log.ownAct' });
    expect((await ask(focal, (await newest('log.reason-asked', focal)).id)).body).toMatchObject({
      code: 'log.entryNotFound',
    });
  });
});

describe('the session behind a line', () => {
  const cut = (by: TestPerson, unitId: string, entryId: string) =>
    app.call(routes.cutLoggedSession, { token: by.token, params: { unitId, entryId } });
  const lineOf = async (reader: TestPerson, unitId: string, by: TestPerson) =>
    (await read(reader, unitId, { personId: by.id })).body.items.find(
      (one: { by: { id: string } }) => one.by.id === by.id,
    );

  it('is ended by who may invite the person, who is told; not by who may not', async () => {
    const officer = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    await look(officer, team.member.id);
    await look(admin, team.member.id);
    const ofAdmin = await lineOf(focal, place.communeId, admin);
    expect(ofAdmin.session).toMatchObject({ canEnd: false });
    expect((await cut(focal, place.communeId, ofAdmin.id)).body).toMatchObject({ code: 'platform.denied' });
    const ofOfficer = await lineOf(admin, place.provinceId, officer);
    expect(ofOfficer.session).toMatchObject({ canEnd: true });
    expect((await cut(admin, place.provinceId, ofOfficer.id)).status).toBe(204);
    expect((await app.call(routes.me, { token: officer.token })).status).toBe(401);
    expect((await cut(admin, place.provinceId, ofOfficer.id)).body).toMatchObject({ code: 'access.sessionNotFound' });
    expect((await lineOf(admin, place.provinceId, officer)).session).toMatchObject({ canEnd: false });
    await app.drain();
    const told = sql`select m.kind from notifications n join messages m on m.id = n.message_id where n.person_id = ${officer.id}`;
    expect(await app.database.rows(told)).toEqual([{ kind: 'sessionCut' }]);
    expect(await whats(admin, place.provinceId, { kind: 'change', personId: admin.id })).toContain(
      'access.session-cut',
    );
  });
});
