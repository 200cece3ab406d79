/** Two records of one person become one: what goes along, what both have, who may do it, and that nothing is lost or counted twice. */
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { sql } from '#platform/database';
import { Sweep } from '#modules/notifications';
import { startSmtpEmulator, type SmtpEmulator } from '../../../../../test/emulators/smtp.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import {
  buildMember,
  buildOfficer,
  buildPerson,
  buildTeam,
  signIn,
  type TestPerson,
} from '../../../../../test/support/people.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';
import { answer, buildSchool, invitationsOf, publish } from '../../../../../test/support/training/training-acts.ts';
import { buildPlace } from '../../../../../test/support/units.ts';
import { AnonymisePerson } from '../../privacy/erasing/anonymise-person.ts';

const TODAY = '2022-06-21';
let smtp: SmtpEmulator;
let app: TestApp;
let village: Village;
let admin: TestPerson;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z`, SMTP_URL: smtp.url });
  app.drainables.push(() => app.get(Sweep).run());
});
afterAll(async () => {
  await stopApps();
  await smtp.stop();
});
beforeEach(async () => {
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
});

const preview = async (survivor: TestPerson, absorbed: TestPerson, by = admin) =>
  app.call(routes.previewMerge, {
    token: by.token,
    params: { personId: survivor.id },
    query: { absorbedId: absorbed.id },
  });
const merge = (survivor: TestPerson, absorbed: TestPerson, by = admin) =>
  app.call(routes.mergePeople, {
    token: by.token,
    params: { personId: survivor.id },
    body: {
      absorbedId: absorbed.id,
      reason: 'Nhập trùng',
      survivorProof: 'met',
      absorbedProof: 'called',
    },
  });
const teamOf = (at = 0) => village.teams[at] as Village['teams'][number];
const member = (at: number, more: object = {}) => buildMember(app, { teamId: teamOf(at).id, ...more });
const rowsOf = (query: ReturnType<typeof sql>) => app.database.rows<Record<string, unknown>>(query);
const placesOf = ({ id }: TestPerson) =>
  rowsOf(
    sql`select m.team_id as team, m.role, m.validity::text as days from team_members m where m.person_id = ${id} order by days`,
  );
const link = async ({ id }: TestPerson, phone: string | null = null): Promise<string> => {
  const account = v7();
  await app.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, phone_e164, linked_at)
      values (${account}, ${id}, 'zalo-app', 'app', ${account}, 'phone', ${phone}, ${app.clock.now()})`,
  );
  return account;
};

describe('two records of one person', () => {
  it('become one with all that the one had: work counts once, the other session ends, the old id leads on', async () => {
    const order = await issueOrder(app, village);
    const team = teamOf(0);
    const kept = team.member;
    const gone = await member(0, { phone: '+84512700001' });
    const account = await link(gone);
    const taskId = order.taskIds[0] as string;
    await act(app, team.leader, 'acceptTask', taskId);
    expect((await act(app, gone, 'reportProgress', taskId, part(3))).status).toBeLessThan(300);

    const seen = (await preview(kept, gone)).body;
    expect(seen).toMatchObject({ refusal: null, anew: [], sessions: 1 });
    expect(seen.goes).toEqual(
      expect.arrayContaining([
        { kind: 'work', count: 1 },
        { kind: 'number', count: 1 },
        { kind: 'account', count: 1 },
      ]),
    );
    expect(seen.conflicts).toMatchObject([{ kind: 'sameTeam', blocks: false }]);

    expect((await merge(kept, gone)).status).toBe(204);
    expect((await app.call(routes.me, { token: gone.token })).status).toBe(401);
    expect((await app.call(routes.me, { token: kept.token })).status).toBe(200);
    expect(await rowsOf(sql`select distinct actor_id as by from progress_entries where team_id = ${team.id}`)).toEqual([
      { by: kept.id },
    ]);
    expect(await rowsOf(sql`select person_id as of from linked_accounts where id = ${account}`)).toEqual([
      { of: kept.id },
    ]);
    expect(
      await rowsOf(sql`select e164, is_primary as main from phones where person_id = ${kept.id} order by is_primary`),
    ).toMatchObject([{ e164: '+84512700001', main: false }, { main: true }]);
    expect(await placesOf(kept)).toEqual([{ team: team.id, role: 'member', days: '[2022-01-01,)' }]);
    expect(await placesOf(gone)).toEqual([]);
    const invite = await app.call(routes.createInvite, { token: village.officer.token, params: { personId: gone.id } });
    expect(invite.body.fullName).toBe(kept.fullName);
    expect(await merge(kept, gone)).toMatchObject({ status: 404 });
  });

  it('keep the higher role of each day, and the days that only the one has', async () => {
    const kept = await member(0, { validity: '[2022-02-01,)' });
    const gone = await member(0, { role: 'deputy', validity: '[2022-01-01,2022-04-01)' });
    await merge(kept, gone);
    expect(await placesOf(kept)).toEqual([
      { team: teamOf(0).id, role: 'deputy', days: '[2022-01-01,2022-04-01)' },
      { team: teamOf(0).id, role: 'member', days: '[2022-04-01,)' },
    ]);
  });

  it('are told each by its own way, and what is told to the old id later reaches the one that stays', async () => {
    const kept = await member(0, { email: 'giu@example.vn' });
    const gone = await member(1, { email: 'nhap@example.vn' });
    await merge(kept, gone);
    await app.drain();
    for (const address of ['giu@example.vn', 'nhap@example.vn']) {
      const mails = smtp.mails.filter(({ to }) => to === address);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).toContain('Hai hồ sơ của mình vừa được gộp làm một.');
    }
    expect(
      await rowsOf(sql`select email from contactable_at(${app.clock.now()}) where person_id = ${gone.id}`),
    ).toEqual([{ email: 'nhap@example.vn' }]);
    expect(await rowsOf(sql`select address from emails where person_id = ${kept.id} order by is_primary`)).toEqual([
      { address: 'nhap@example.vn' },
      { address: 'giu@example.vn' },
    ]);
  });

  it('are refused in one transaction while both hold a post today; past days of it count once', async () => {
    const unitId = village.communeId;
    const kept = await buildOfficer(app, { role: 'committee_member', unitId, title: 'Ủy viên' });
    const gone = await buildOfficer(app, { role: 'committee_member', unitId, title: 'Ủy viên' });
    expect((await preview(kept, gone)).body.conflicts).toEqual([{ kind: 'postNow', label: 'Ủy viên', blocks: true }]);
    expect((await merge(kept, gone)).body).toMatchObject({
      code: 'merge.postNow',
      details: [{ path: 'absorbedId', params: { name: 'Ủy viên' } }],
    });
    expect(await rowsOf(sql`select merged_into_id as into from people where id = ${gone.id}`)).toEqual([
      { into: null },
    ]);
    await app.database.rows(
      sql`update posts set validity = daterange('2021-01-01', ${TODAY}::date) where id = ${gone.postId}`,
    );
    expect((await preview(kept, gone)).body.conflicts).toMatchObject([{ kind: 'samePost', blocks: false }]);
    expect((await merge(kept, gone)).status).toBe(204);
    expect(await rowsOf(sql`select validity::text as days from posts where person_id = ${kept.id} order by 1`)).toEqual(
      [{ days: '[2021-01-01,2022-01-01)' }, { days: '[2022-01-01,)' }],
    );
  });
});

describe('what they learned and taught', () => {
  it('one attendance, one certificate and one credit count, and the better answer to an invitation holds', async () => {
    const school = await buildSchool(app);
    const owner = await buildOfficer(app, { role: 'admin', unitId: school.provinceId });
    const [kept, gone] = [school.teams[0]?.member, school.teams[1]?.member] as [TestPerson, TestPerson];
    const session = await publish(app, school);
    await answer(app, gone, session, 'take');
    for (const { id, fullName } of [kept, gone]) {
      await app.database.rows(
        sql`insert into check_ins (id, session_id, person_id, full_name, method, at, received_at, state)
          values (${v7()}, ${session}, ${id}, ${fullName}, 'scanned', ${app.clock.now()}, ${app.clock.now()}, 'counted')`,
      );
      await app.database.rows(
        sql`insert into certificates (id, code, session_id, person_id, full_name, title, topic_code, provider, hours, held_on, issued_by, issued_at)
          select ${v7()}, ${id}, s.id, ${id}, ${fullName}, s.title, s.topic_code, 'VNPT', 2, ${TODAY}, ${school.trainer.id}, ${app.clock.now()}
            from training_sessions s where s.id = ${session}`,
      );
      await app.database.rows(
        sql`insert into training_credits (id, person_id, course, organiser, topic_code, hours, completed_on, state, recorded_at)
          values (${v7()}, ${id}, 'Kỹ năng số', 'Bộ', 'public_services', 4, ${TODAY}, 'accepted', ${app.clock.now()})`,
      );
    }
    expect((await preview(kept, gone, owner)).body.conflicts).toMatchObject([
      { kind: 'sameSession', label: 'Dịch vụ công trực tuyến', blocks: false },
      { kind: 'sameCredit', label: 'Kỹ năng số', blocks: false },
    ]);
    expect((await merge(kept, gone, owner)).status).toBe(204);
    const counted = await rowsOf(
      sql`select (select count(*)::int from trained_at_sessions where session_id = ${session}) as attended,
          (select count(*)::int from certificates where session_id = ${session} and revoked_at is null) as papers,
          (select count(*)::int from training_credits where person_id = ${kept.id} and state = 'accepted') as credits`,
    );
    expect(counted).toEqual([{ attended: 1, papers: 1, credits: 1 }]);
    expect((await invitationsOf(app, session)).filter((one) => one.person_id === kept.id)).toMatchObject([
      { state: 'seated' },
    ]);
  });

  it('who teach at one time in two places are two people until that is put right', async () => {
    const school = await buildSchool(app);
    const owner = await buildOfficer(app, { role: 'admin', unitId: school.provinceId });
    const { districtId, trainer } = school;
    const other = await buildTrainer(app, {
      providerId: await buildProvider(app, { coverage: [districtId] }),
      unitId: districtId,
    });
    await publish(app, school);
    await publish(app, { ...school, trainer: other }, { place: 'Nhà văn hóa Thôn 2', title: 'Ví điện tử' });
    await app.database.rows(sql`update posts set validity = '[2021-01-01,2022-01-01)' where id = ${other.postId}`);
    expect((await merge(trainer, other, owner)).body).toMatchObject({
      code: 'merge.trainsTwice',
      details: [{ params: { name: 'Ví điện tử' } }],
    });
  });
});

describe('whose accounts sign in afterwards', () => {
  it('a post carries more than the other record had: its password and accounts are proven anew', async () => {
    const kept = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    const gone = await member(0);
    const account = await link(gone);
    await app.database.rows(
      sql`update people set login_email = 'nhap@example.vn', password_hash = 'x' where id = ${gone.id}`,
    );
    expect((await preview(kept, gone)).body.anew).toEqual(['absorbed']);
    await merge(kept, gone);
    expect(
      await rowsOf(
        sql`select person_id as of, doubted_at is not null as doubted from linked_accounts where id = ${account}`,
      ),
    ).toEqual([{ of: gone.id, doubted: true }]);
    expect(
      await rowsOf(sql`select login_email as login, password_hash as hash from people where id = ${kept.id}`),
    ).toEqual([{ login: 'nhap@example.vn', hash: null }]);
  });

  it('who comes to a post by it signs in anew', async () => {
    const kept = await member(0);
    const gone = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    expect((await preview(kept, gone)).body.anew).toEqual(['survivor']);
    await merge(kept, gone);
    expect((await app.call(routes.me, { token: kept.token })).status).toBe(401);
    const { body } = await app.call(routes.me, { token: await signIn(app, kept.id) });
    expect(body.posts.map(({ role }: { role: string }) => role).sort()).toEqual(['focal_officer', 'member']);
  });
});

describe('who may say that two are one', () => {
  it('the committee, of members with one proved number and one name; else an administrator above both', async () => {
    const { officer } = village;
    const phone = '+84512700077';
    const kept = await member(0, { fullName: 'Hà Thị Xuân', phone });
    const gone = await member(1, { fullName: 'Hà Thị Xuân', phone });
    expect((await preview(kept, gone, officer)).body.refusal).toBe('merge.notLinked');
    expect((await merge(kept, gone, officer)).body.code).toBe('merge.notLinked');
    await link(gone, phone);
    const found = await app.call(routes.mergeCandidates, { token: officer.token, params: { personId: kept.id } });
    expect(found.body[0]).toMatchObject({ person: { id: gone.id }, sameNumber: true, sameName: true });
    expect((await merge(kept, gone, officer)).status).toBe(204);
  });

  it('nobody of their own record, no committee of a post, and nobody for a place that is not theirs', async () => {
    const { officer } = village;
    const kept = await member(0);
    const focal = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    expect((await merge(kept, focal, officer)).body.code).toBe('merge.administratorDecides');
    expect((await merge(kept, admin)).body.code).toBe('merge.yourself');
    const elsewhere = await buildPlace(app, { hamlets: 1 });
    const far = await buildMember(app, { teamId: await buildTeam(app, { unitId: elsewhere.hamletIds[0] as string }) });
    expect((await preview(kept, far, officer)).status).toBe(403);
    expect((await merge(kept, far, officer)).status).toBe(403);
    expect((await merge(kept, await buildPerson(app))).status).toBe(404);
    expect((await merge(kept, kept)).body.code).toBe('merge.same');
    const found = await app.call(routes.mergeCandidates, {
      token: officer.token,
      params: { personId: kept.id },
      query: { q: far.fullName },
    });
    expect(found.body.map(({ person }: { person: { id: string } }) => person.id)).not.toContain(far.id);
  });
});

it('is one with a third when the record that stayed goes on, and is made unknown as a whole', async () => {
  const [first, second, third] = [
    await member(0),
    await member(1),
    await member(0, { validity: `[${addDays(TODAY, -9)},)` }),
  ];
  await merge(second, first);
  await merge(third, second);
  expect(await rowsOf(sql`select merged_into_id as into from people where id = ${first.id}`)).toEqual([
    { into: third.id },
  ]);
  await app.database.rows(sql`update person_merges set reason = 'x' where absorbed_id = ${first.id}`).then(
    () => expect('changed').toBe('refused'),
    (error: Error) => expect(error.message).toMatch('history'),
  );
  const actor = {
    personId: admin.id,
    posts: [{ id: admin.postId, role: 'admin', unitId: village.provinceId, teamId: null }],
  };
  await app.database.tx((tx) => app.get(AnonymisePerson).execute(tx, actor as Actor, third.id));
  const left = await rowsOf(
    sql`select count(*)::int as n from people where id = any(${[first.id, second.id, third.id]}::uuid[]) and anonymised_at is null`,
  );
  expect(left).toEqual([{ n: 0 }]);
});
