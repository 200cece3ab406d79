// @everyday
/** The Appendix 1 import over HTTP and PostgreSQL: xã Minh Sơn's untidy list from upload to register, and who may do it. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { minhSonTeams } from '../../../../../apps/demo/seed/minh-son-people.ts';
import { buildUntidyWorkbook, untidyFileName } from '../../../../../apps/demo/seed/untidy-workbook.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildMember, buildTeam } from '../../../../../test/support/people.ts';
import {
  type Commune,
  decision,
  Officers,
  tidyFile,
  typedChoices,
} from '../../../../../test/support/files/roster-imports.ts';

let app: TestApp;
let officers: Officers;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2022-06-17T02:00:00Z'));
  officers = new Officers(app);
});
afterAll(stopApps);

const counts = (findings: { severity: string }[]) =>
  ['must_fix', 'choose', 'auto_fixed'].map((severity) => findings.filter((one) => one.severity === severity).length);

describe('the untidy list of xã Minh Sơn', () => {
  let commune: Commune;
  let importId: string;
  beforeAll(async () => {
    commune = await officers.commune();
    await officers.register(commune);
    importId = (await officers.upload(commune, await buildUntidyWorkbook(), untidyFileName)).body.id;
  });

  it('is read with 31 doubts and writes nothing', async () => {
    const { status, body } = await officers.look(commune, importId);
    expect(status).toBe(200);
    expect(counts(body.findings)).toEqual([2, 6, 23]);
    expect(body).toMatchObject({
      headerRow: 4,
      sheetName: 'Sheet1',
      status: 'staged',
      canConfirm: false,
      alreadyImported: false,
      fileName: untidyFileName,
      declared: { members: 43 },
    });
    expect(body.rows.filter((row: { kind: string }) => row.kind === 'member')).toHaveLength(45);
    expect(body.findings.filter((one: { group: string | null }) => one.group === 'text.tcvn3:.VnTime')).toHaveLength(5);
    expect(await officers.membersOf(commune.communeId)).toHaveLength(43);
  });

  it('cannot be confirmed while two cells must be fixed', async () => {
    expect(await officers.confirm(commune, importId)).toMatchObject({
      status: 409,
      body: { code: 'roster.unsettled', details: [{ params: { left: 2 } }] },
    });
  });

  it('comes to 3 new, 5 changed, 37 the same and 1 who is not in it, once the officer has chosen', async () => {
    const { body } = await officers.choose(commune, importId, typedChoices);
    expect(body.canConfirm).toBe(true);
    expect([body.diff.added.length, body.diff.changed.length, body.diff.unchanged, body.diff.missing]).toEqual([
      3,
      5,
      37,
      ['Vi Thị Ấm (Thôn 9)'],
    ]);
    expect(body.findings.filter((one: { settled: boolean }) => !one.settled)).toEqual([]);
    expect(body.teams).toHaveLength(11);
    expect(
      body.teams.every(
        (one: { isNewUnit: boolean; existingTeamId: string | null }) => !one.isNewUnit && one.existingTeamId,
      ),
    ).toBe(true);
  });

  it('takes a choice back', async () => {
    const { body } = await officers.choose(commune, importId, [{ cell: 'F12', code: 'phone.missing', choice: null }]);
    expect(body.canConfirm).toBe(false);
    expect(
      (
        await officers.choose(commune, importId, [
          { cell: 'F12', code: 'phone.missing', choice: 'typed', value: '0512020378' },
        ])
      ).body.canConfirm,
    ).toBe(true);
  });

  it('gives one result when it is confirmed twice at once, and the same later', async () => {
    const answers = await Promise.all([officers.confirm(commune, importId), officers.confirm(commune, importId)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual({
      teamsCreated: 0,
      unitsCreated: 0,
      added: 3,
      changed: 5,
      unchanged: 37,
      activated: 0,
    });
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await officers.confirm(commune, importId)).body).toEqual(answers[0]?.body);
  });

  it('has written what the list means, and removed nobody', async () => {
    const rows = await officers.membersOf(commune.communeId);
    const expected = minhSonTeams.flatMap(({ hamlet, people }) =>
      people.map(({ fullName, role, position, phone }) => ({
        hamlet,
        fullName,
        role,
        position,
        phone: `+84${phone.slice(1)}`,
      })),
    );
    const found = rows.map(({ hamlet, full_name, role, position, e164 }) => ({
      hamlet,
      fullName: full_name,
      role,
      position,
      phone: e164,
    }));
    expect(found).toHaveLength(46);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(rows.find(({ full_name: name }) => name === 'Bùi Thị Ổn')).toMatchObject({
      affiliation: 'youth_union',
      from: '2022-06-17',
    });
  });

  it('keeps the second number and the text of the file', async () => {
    const phones = await app.database.rows<{ e164: string; is_primary: boolean }>(
      sql`select h.e164, h.raw, h.is_primary from phones h join people p on p.id = h.person_id
        where p.full_name = 'Trịnh Đình Cường' order by is_primary desc`,
    );
    expect(phones.map((phone) => [phone.e164, phone.is_primary])).toEqual([
      ['+84512010478', true],
      ['+84512010499', false],
    ]);
  });

  it('tells of it in the outbox', async () => {
    const [event] = await app.database.rows<object>(
      sql`select unit_id, changes from outbox where name = 'membership.roster-imported' and payload->>'importId' = ${importId}`,
    );
    expect(event).toMatchObject({ unit_id: commune.communeId, changes: { added: 3, changed: 5, from: '2022-06-17' } });
    const joined = await app.database.rows(
      sql`select 1 from outbox where name = 'membership.member-joined' and unit_id = any(${commune.hamletIds})`,
    );
    expect(joined).toHaveLength(3);
    await app.drain();
  });

  it('says that the same file has been imported, and changes nothing when confirmed again', async () => {
    const again = await officers.upload(commune, await buildUntidyWorkbook());
    expect(again.body).toMatchObject({ status: 'staged', alreadyImported: true, canConfirm: true });
    expect([again.body.diff.added, again.body.diff.changed, again.body.diff.unchanged]).toEqual([[], [], 45]);
    expect((await officers.confirm(commune, again.body.id)).body).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 45,
    });
    expect(await officers.membersOf(commune.communeId)).toHaveLength(46);
  });

  it('gives the file back with notes, without what is settled', async () => {
    const other = await officers.commune(11);
    const { body } = await officers.upload(other, await buildUntidyWorkbook());
    const answer = await officers.annotated(other, body.id);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const sheet = (await readWorkbook(answer.raw)).sheets[0];
    expect(sheet?.rows[3]?.at(-1)?.text).toBe('Ghi chú lỗi');
    expect(sheet?.rows[11]?.at(-1)?.text).toBe('F12: Lê Ngọc Ẩn chưa có số điện thoại (bắt buộc)');
  });
});

describe('a list for a commune without teams', () => {
  it('makes hamlets and drafts, and a decision makes them active from its day', async () => {
    const commune = await officers.commune(0);
    const { body } = await officers.upload(commune, await tidyFile());
    expect(body.teams).toMatchObject([{ name: 'Thôn 1', unitId: null, isNewUnit: true, existingTeamId: null }]);
    const result = await officers.activate(commune, body.id);
    const added = { teamsCreated: 1, unitsCreated: 1, added: 3, changed: 0, unchanged: 0 };
    expect(result.body).toEqual({ ...added, activated: 1, leftDraft: 0 });
    const list = await app.call(routes.listTeams, { token: commune.token, params: { unitId: commune.communeId } });
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ name: 'Thôn 1', status: 'active', members: 3, leader: { fullName: 'Lê Văn Thịnh' } }],
    });
    expect((await officers.membersOf(commune.communeId)).map(({ from }) => from)).toEqual([
      '2022-04-13',
      '2022-04-13',
      '2022-04-13',
    ]);
  });

  it('stays a draft without a decision, and the same file with one activates it', async () => {
    const commune = await officers.commune(1);
    const file = await tidyFile();
    expect((await officers.import(commune, file)).body).toMatchObject({
      teamsCreated: 1,
      unitsCreated: 0,
      added: 3,
      activated: 0,
    });
    const again = await officers.upload(commune, file);
    expect((await officers.activate(commune, again.body.id)).body).toMatchObject({
      teamsCreated: 0,
      added: 0,
      unchanged: 3,
      activated: 1,
    });
    expect(
      await app.database.rows(
        sql`select number from establishing_decisions d join teams t on t.id = d.team_id where t.unit_id = ${commune.hamletIds[0]}`,
      ),
    ).toEqual([{ number: '42/QĐ-UBND' }]);
  });

  it('is dated from the day that is given, never after today', async () => {
    const commune = await officers.commune(1);
    const { body } = await officers.upload(commune, await tidyFile());
    expect(await officers.confirm(commune, body.id, { from: '2022-06-18' })).toMatchObject({
      status: 422,
      body: { code: 'roster.fromInFuture' },
    });
    expect(
      await officers.confirm(commune, body.id, { decision: { ...decision, signedOn: '2022-06-18' } }),
    ).toMatchObject({ status: 422, body: { code: 'membership.decisionInFuture' } });
    expect((await officers.activate(commune, body.id, { from: '2022-04-20' })).status).toBe(200);
    const [row] = await app.database.rows<{ from: string }>(
      sql`select lower(validity)::text as from from teams where unit_id = ${commune.hamletIds[0]}`,
    );
    expect(row?.from).toBe('2022-04-20');
  });
});

describe('what else happens in the commune', () => {
  it('two lists that name one unknown hamlet make it once', async () => {
    const commune = await officers.commune(0);
    const ids = [
      (await officers.upload(commune, await tidyFile())).body.id,
      (await officers.upload(commune, await tidyFile({ D3: 'Bùi Thị Ổn', F3: '0512345644' }))).body.id,
    ];
    const answers = await Promise.all(ids.map((id) => officers.confirm(commune, id)));
    expect(answers.map(({ body }) => [body.unitsCreated, body.teamsCreated, body.added]).toSorted()).toEqual([
      [0, 0, 1],
      [1, 1, 3],
    ]);
    expect(await officers.membersOf(commune.communeId)).toHaveLength(4);
  });

  it('a team that was dissolved keeps its days: the new one begins after it', async () => {
    const commune = await officers.commune(1);
    const teamId = await buildTeam(app, { unitId: commune.hamletIds[0] ?? '' });
    await app.database.rows(
      sql`update teams set status = 'dissolved', validity = '[2022-01-01,2022-06-01)' where id = ${teamId}`,
    );
    const { body } = await officers.upload(commune, await tidyFile());
    expect(body.teams[0].existingTeamId).toBeNull();
    expect(await officers.activate(commune, body.id)).toMatchObject({
      status: 409,
      body: { code: 'membership.hamletHasTeam', details: [{ params: { teamId } }] },
    });
    expect(await officers.membersOf(commune.communeId)).toEqual([]);
    expect((await officers.activate(commune, body.id, { from: '2022-06-01' })).body).toMatchObject({
      teamsCreated: 1,
      activated: 1,
    });
  });
});

describe('rights', () => {
  it('another commune cannot see, settle, confirm, discard or download the import', async () => {
    const [own, other] = [await officers.commune(1), await officers.commune(1)];
    const { id } = (await officers.upload(own, await tidyFile())).body;
    const answers = await Promise.all([
      officers.look(other, id),
      officers.choose(other, id, []),
      officers.confirm(other, id),
      officers.discard(other, id),
      officers.annotated(other, id),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'platform.denied']));
    expect((await officers.upload({ ...own, token: other.token }, await tidyFile())).body.code).toBe('platform.denied');
    expect((await officers.look(own, id)).status).toBe(200);
  });

  it('a member of a team cannot import, and a list belongs to a commune', async () => {
    const commune = await officers.commune(1);
    const member = await buildMember(app, {
      teamId: await buildTeam(app, { unitId: commune.hamletIds[0] ?? '' }),
      role: 'leader',
    });
    expect((await officers.upload({ ...commune, token: member.token }, await tidyFile())).body.code).toBe(
      'platform.denied',
    );
    expect(
      (await officers.upload({ ...commune, communeId: commune.hamletIds[0] ?? '' }, await tidyFile())).body.code,
    ).toBe('membership.notACommune');
    const template = await app.call(routes.rosterTemplate, { token: member.token });
    expect((await readWorkbook(template.raw)).sheets[0]?.rows[0]?.[0]?.text).toBe('PHỤ LỤC 1');
  });
});
