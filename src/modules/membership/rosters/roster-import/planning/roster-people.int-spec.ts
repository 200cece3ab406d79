/** Whom an import takes for whom, and what becomes of those who were in the register before. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildOfficer } from '../../../../../../test/support/people.ts';
import {
  type Commune,
  decision,
  fileOf,
  Officers,
  tidyFile,
} from '../../../../../../test/support/files/roster-imports.ts';
import { header, team } from '../../../../../../test/support/files/rosters.ts';
import { buildPlace } from '../../../../../../test/support/units.ts';

let app: TestApp;
let officers: Officers;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2022-06-17T02:00:00Z'));
  officers = new Officers(app);
});
afterAll(stopApps);

describe('people', () => {
  it('are matched inside the commune only', async () => {
    const [one, two] = [await officers.commune(1), await officers.commune(1)];
    for (const commune of [one, two]) await officers.import(commune, await tidyFile());
    const [first, second] = [await officers.membersOf(one.communeId), await officers.membersOf(two.communeId)];
    expect(first.map((row) => row.e164)).toEqual(second.map((row) => row.e164));
    expect(first.filter((row) => second.some((other) => other.person_id === row.person_id))).toEqual([]);
  });

  it('who serve in two teams of one list are one person', async () => {
    const commune = await officers.commune(2);
    const rows = [header, ...team(), [2, 'Thôn 2', 1, 'Trịnh Đình Cường', 'Tổ trưởng', '0512345603']];
    const { body } = await officers.upload(commune, await fileOf(rows));
    expect((await officers.confirm(commune, body.id)).body).toMatchObject({ added: 4 });
    const cuong = (await officers.membersOf(commune.communeId)).filter(
      ({ full_name: name }) => name === 'Trịnh Đình Cường',
    );
    expect(new Set(cuong.map((row) => row.person_id)).size).toBe(1);
    expect(cuong.map(({ hamlet, role }) => [hamlet, role])).toEqual([
      ['Thôn 1', 'member'],
      ['Thôn 2', 'leader'],
    ]);
  });

  it('who changed the team leave the old one', async () => {
    const commune = await officers.commune(2);
    await officers.import(commune, await tidyFile(), { from: '2022-05-01' });
    const { body } = await officers.upload(
      commune,
      await fileOf([header, [1, 'Thôn 2', 1, 'Trịnh Đình Cường', 'Tổ trưởng', '0512345603']]),
    );
    expect((await officers.confirm(commune, body.id)).body).toMatchObject({ added: 0, changed: 1 });
    const rows = (await officers.membersOf(commune.communeId)).filter(
      ({ full_name: name }) => name === 'Trịnh Đình Cường',
    );
    expect(rows).toMatchObject([{ hamlet: 'Thôn 2', role: 'leader', from: '2022-06-17' }]);
    const told = await app.database.rows(
      sql`select 1 from outbox where name = 'membership.member-left' and payload->>'personId' = ${rows[0]?.person_id}`,
    );
    expect(told).toHaveLength(1);
  });

  it('keep their history when two of a team change places', async () => {
    const commune = await officers.commune(1);
    await officers.import(commune, await tidyFile(), { from: '2022-05-01' });
    const { body } = await officers.upload(commune, await tidyFile({ E1: 'Tổ phó', E2: 'Tổ trưởng' }));
    expect((await officers.confirm(commune, body.id)).body).toMatchObject({ changed: 2, unchanged: 1 });
    const history = await app.database.rows<object>(
      sql`select p.full_name, m.role, m.validity::text as validity from team_members m join people p on p.id = m.person_id
        join teams t on t.id = m.team_id
        where t.unit_id = ${commune.hamletIds[0]} and m.role = 'leader' order by lower(m.validity)`,
    );
    expect(history).toEqual([
      { full_name: 'Lê Văn Thịnh', role: 'leader', validity: '[2022-05-01,2022-06-17)' },
      { full_name: 'Nguyễn Thị Hương', role: 'leader', validity: '[2022-06-17,)' },
    ]);
  });

  it('are not put beside a leader whom the list does not name until the officer says so', async () => {
    const commune = await officers.commune(1);
    await officers.import(commune, await tidyFile());
    const { body } = await officers.upload(commune, await tidyFile({ D1: 'Bùi Văn Sáu', F1: '0512345677' }));
    const finding = body.findings.find((one: { code: string }) => one.code === 'team.otherLeader');
    expect(finding).toMatchObject({
      cell: 'E2',
      severity: 'must_fix',
      settled: false,
      params: { other: 'Lê Văn Thịnh', name: 'Bùi Văn Sáu' },
    });
    expect(
      (await officers.choose(commune, body.id, [{ cell: 'E2', code: 'team.otherLeader', choice: 'take' }])).body
        .canConfirm,
    ).toBe(true);
    expect((await officers.confirm(commune, body.id)).body).toMatchObject({ added: 1, changed: 0 });
    expect(
      (await officers.membersOf(commune.communeId)).filter(({ role }) => role === 'leader').map((row) => row.full_name),
    ).toEqual(['Bùi Văn Sáu']);
  });

  it('of a row that is left out are not written', async () => {
    const commune = await officers.commune(1);
    const { body } = await officers.upload(commune, await tidyFile({ F3: null }));
    expect(body.canConfirm).toBe(false);
    const chosen = await officers.choose(commune, body.id, [
      { cell: 'F4', code: 'phone.missing', choice: 'leave_out' },
    ]);
    expect(chosen.body).toMatchObject({ canConfirm: true });
    expect((await officers.confirm(commune, body.id)).body).toMatchObject({ added: 2 });
  });

  it('who share a number with a reason keep both', async () => {
    const commune = await officers.commune(1);
    const { body } = await officers.upload(commune, await tidyFile({ F3: '0512345602' }));
    await officers.choose(commune, body.id, [{ cell: 'F4', code: 'phone.shared', choice: 'keep', value: 'vợ chồng' }]);
    await officers.confirm(commune, body.id);
    const rows = await officers.membersOf(commune.communeId);
    expect(rows.map((row) => [row.full_name, row.e164])).toEqual(
      expect.arrayContaining([
        ['Nguyễn Thị Hương', '+84512345602'],
        ['Trịnh Đình Cường', '+84512345602'],
      ]),
    );
    expect(
      await app.database.rows(
        sql`select shared_reason from phones where person_id = ${rows.find((row) => row.full_name === 'Trịnh Đình Cường')?.person_id}`,
      ),
    ).toEqual([{ shared_reason: 'vợ chồng' }]);
  });
});

describe('hamlets after a merger', () => {
  it('of one name are told apart by the former commune', async () => {
    const commune = await officers.commune(1);
    const other = await buildPlace(app, { hamlets: 1, commune: 'Dân Lý', districtId: commune.districtId });
    const admin = (await buildOfficer(app, { role: 'admin', unitId: commune.provinceId })).token;
    const change = (unitId: string, body: object) =>
      app.call(routes.changeUnit, { token: admin, params: { unitId }, body, key: randomUUID() });
    await change(other.hamletIds[0] ?? '', {
      kind: 'move',
      parentId: commune.communeId,
      from: '2022-06-01',
      basis: 'Nghị quyết sáp nhập',
    });
    await change(other.communeId, {
      kind: 'close',
      to: '2022-06-01',
      basis: 'Nghị quyết sáp nhập',
      successorIds: [commune.communeId],
    });
    const unsure = await officers.upload(commune, await tidyFile());
    const finding = unsure.body.findings.find((one: { code: string }) => one.code === 'hamlet.ambiguous');
    expect(finding).toMatchObject({
      cell: 'B2',
      severity: 'must_fix',
      options: expect.arrayContaining(['Thôn 1 (Dân Lý cũ)']),
    });
    const chosen = await officers.choose(commune, unsure.body.id, [
      { cell: 'B2', code: 'hamlet.ambiguous', choice: 'typed', value: 'Thôn 1 (Dân Lý cũ)' },
    ]);
    expect(chosen.body).toMatchObject({ canConfirm: true, teams: [{ unitId: other.hamletIds[0], isNewUnit: false }] });
    const old = await officers.upload(
      commune,
      await fileOf([['Tên đơn vị: UBND xã Dân Lý'], header, ...team({ F1: '0512345699' })]),
    );
    expect(old.body.teams).toMatchObject([{ unitId: other.hamletIds[0] }]);
  });
});

describe('the composition of the teams of a list', () => {
  const whole = (hamlet: string, n: number) => [
    [1, hamlet, 3, `Lê Văn An ${n}`, 'Trưởng thôn - Tổ trưởng', `051234570${n}`],
    [null, null, null, `Bùi Thị Ổn ${n}`, 'Bí thư chi đoàn - Tổ phó', `051234571${n}`],
    [null, null, null, `Hà Văn Sáu ${n}`, 'Thành viên', `051234572${n}`],
  ];
  const short = (hamlet: string, n: number) => whole(hamlet, n).slice(0, 1);
  const statusOf = async (commune: Commune) => {
    const { body } = await app.call(routes.listTeams, { token: commune.token, params: { unitId: commune.communeId } });
    return Object.fromEntries(body.items.map(({ name, status }: { name: string; status: string }) => [name, status]));
  };

  it('is shown by name before it is written; who lacks somebody stays a draft unless the officer has seen it', async () => {
    const commune = await officers.commune(3);
    const rows = [...whole('Thôn 1', 1), ...short('Thôn 2', 2), ...short('Thôn 3', 3)];
    const { body } = await officers.upload(commune, await fileOf([header, ...rows]));
    const gaps = await officers.gaps(commune, body.id);
    expect(gaps.body).toMatchObject([{ name: 'Thôn 2' }, { name: 'Thôn 3' }]);
    expect(gaps.body[0].gaps).toContainEqual(expect.objectContaining({ kind: 'min_members', have: 1, need: 3 }));
    expect(gaps.body[0].gaps[0]).not.toHaveProperty('fits');
    const knowsOfGaps = [gaps.body[1].key];
    const result = await officers.confirm(commune, body.id, { decision, knowsOfGaps });
    expect(result.body).toMatchObject({ teamsCreated: 3, added: 5, activated: 2, leftDraft: 1 });
    expect(await statusOf(commune)).toEqual({ 'Thôn 1': 'active', 'Thôn 2': 'draft', 'Thôn 3': 'active' });
    const events = await app.database.rows<{ lacking: string[] | null }>(
      sql`select o.changes->'lacking' as lacking from outbox o join unit_closure c on c.descendant_id = o.unit_id
        where o.name = 'membership.team-activated' and c.ancestor_id = ${commune.communeId} order by o.changes ? 'lacking'`,
    );
    expect(events.map(({ lacking }) => lacking?.length ?? 0)).toEqual([0, gaps.body[1].gaps.length]);
  });

  it('is that of the day of signature, with those who are in the register already', async () => {
    const commune = await officers.commune(1);
    await officers.import(commune, await fileOf([header, ...short('Thôn 1', 4)]));
    const rows = [
      [1, 'Thôn 1', 3, 'Bùi Thị Ổn 4', 'Bí thư chi đoàn - Tổ phó', '0512345714'],
      [null, null, null, 'Hà Văn Sáu 4', 'Thành viên', '0512345724'],
    ];
    const { body } = await officers.upload(commune, await fileOf([header, ...rows]));
    expect((await officers.gaps(commune, body.id)).body).toEqual([]);
    expect((await officers.gaps(commune, body.id, '2022-06-18')).body.code).toBe('membership.decisionInFuture');
    expect((await officers.confirm(commune, body.id, { decision })).body).toMatchObject({ activated: 1, leftDraft: 0 });
    // A team that works already is not set up again.
    const again = await officers.upload(commune, await fileOf([header, ...short('Thôn 1', 4)]));
    expect((await officers.gaps(commune, again.body.id)).body).toEqual([]);
  });
});
