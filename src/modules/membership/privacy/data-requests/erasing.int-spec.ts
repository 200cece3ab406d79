/** A person who asks is erased: what they were known by stands nowhere in the database any more, and no sum has changed. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { foldTone } from '#i18n/fold';
import { sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { buildMember, buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { openReport } from '../../../../../test/support/reports.ts';
import { whereIs } from '../../../../../test/support/search-database.ts';
import { ANONYMOUS } from '../../people/people/anonymous.ts';

const NAME = 'Hà Thị Lành Phương';
const PHONE = '+84512987654';
const EMAIL = 'lanh.phuong@example.test';
const ACCOUNT = '7788990011223344';
const known = [NAME, foldTone(NAME), PHONE, '84512987654', '0512987654', '0512 987 654', EMAIL, ACCOUNT];

let app: TestApp;
let village: Village;
let focal: TestPerson;
let person: TestPerson;
let photo: string;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-22T03:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
  person = await buildMember(app, {
    teamId: village.teams[0]!.id,
    role: 'deputy',
    position: 'Bí thư Chi đoàn',
    fullName: NAME,
    phone: PHONE,
    email: EMAIL,
  });
  await life();
  await copies();
});
afterAll(stopApps);

/** Work, a photo, a difficulty, and what is told of them. */
async function life(): Promise<void> {
  const {
    taskIds: [taskId],
  } = await issueOrder(app, village);
  await act(app, person, 'acceptTask', taskId!);
  const note = `Gọi ${NAME}, 0512 987 654`;
  await act(app, person, 'reportProgress', taskId!, part(7, { happenedOn: '2022-06-22', note }));
  await act(app, person, 'completeTask', taskId!, {});
  await act(app, village.officer, 'confirmTask', taskId!);
  await app.call(routes.reportDifficulty, {
    token: person.token,
    key: randomUUID(),
    params: { teamId: village.teams[0]!.id },
    body: { kind: 'signal', text: `Sóng yếu ở nhà ${NAME}`, spot: `gần ${NAME}` },
  });
  photo = await app.get(FileStore).put(Buffer.from('a face'));
  await app.database.rows(
    sql`insert into photos (id, entry_id, position, content_hash, width, height, bytes, taken_by, announced_at, stored_at)
      select ${v7()}, e.id, 1, ${photo}, 10, 10, 6, e.actor_id, ${app.clock.now()}, ${app.clock.now()} from progress_entries e
       where e.actor_id = ${person.id} limit 1`,
  );
  await app.drain();
}

/** Accounts, messages of a chat, a list that waits, a course: what stands behind the screens. */
async function copies(): Promise<void> {
  const { database } = app;
  const now = app.clock.now();
  const row = { name: NAME, phone: '0512 987 654' };
  for (const statement of [
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, phone_e164, linked_at)
      values (${v7()}, ${person.id}, 'zalo-oa', 'oa', ${ACCOUNT}, 'phone', ${PHONE}, ${now})`,
    sql`insert into address_states (channel, address, changed_at) values ('zalo-oa', ${ACCOUNT}, ${now})`,
    sql`insert into chat_said (channel, address, person_id, entries, said_at) values ('zalo-oa', ${ACCOUNT}, ${person.id}, '[]', ${now})`,
    sql`insert into webhook_events (id, channel, kind, chat, body, received_at, due_at)
      values (${v7()}, 'zalo-oa', 'text', ${ACCOUNT}, ${JSON.stringify({ from: ACCOUNT, text: NAME })}, ${now}, ${now})`,
    sql`insert into notification_preferences (person_id, changed_at) values (${person.id}, ${now})`,
    sql`insert into roster_imports (id, unit_id, file_name, file_hash, status, workbook, uploaded_by, uploaded_at, expires_at)
      values (${v7()}, ${village.communeId}, 'to.xlsx', 'f', 'staged', ${JSON.stringify({ rows: [row] })}, ${focal.id}, ${now}, ${now})`,
    sql`insert into training_credits (id, person_id, course, organiser, topic_code, hours, completed_on, recorded_at, proof_url)
      select ${v7()}, ${person.id}, 'Kỹ năng số', 'UBND tỉnh', code, 4, '2022-05-01', ${now}, ${`https://hoc.example/${EMAIL}`}
        from training_topics limit 1`,
    sql`insert into card_reports (id, team_id, commune_id, text, at, from_hash)
      values (${v7()}, ${village.teams[0]!.id}, ${village.communeId}, ${`Có người xưng là ${NAME}`}, ${now}, '')`,
  ])
    await database.rows(statement);
  // What an officer's command was answered names the members of the team.
  await app.call(routes.changeMember, {
    token: village.officer.token,
    key: randomUUID(),
    params: { teamId: village.teams[0]!.id, personId: person.id },
    body: { position: 'Bí thư Chi đoàn thôn' },
  });
}

const sums = () =>
  app.database.rows(
    sql`select e.commune_id, l.indicator_code, sum(l.value)::int as reported, sum(l.confirmed_value)::int as confirmed,
        count(distinct e.id)::int as entries from progress_entries e join progress_lines l on l.entry_id = e.id group by 1, 2`,
  );
/** Of what was done. How many are in a team today is one fewer, as with everybody who leaves. */
const figures = async () => {
  const report = await openReport(app, focal, village.communeId, '2022-07');
  return report.figures.filter(
    ({ indicator }: { indicator: { pillar: string } }) => indicator.pillar !== 'organization',
  );
};

it('stands in many places before, and in none afterwards; numbers stay as they were', async () => {
  const before = await whereIs(app, known);
  for (const column of [
    'people.full_name',
    'phones.e164',
    'emails.address',
    'linked_accounts.external_id',
    'progress_entries.note',
    'difficulties.text',
    'messages.params',
    'command_answers.answer',
    'roster_imports.workbook',
    'webhook_events.body',
    'card_reports.text',
    'training_credits.proof_url',
  ])
    expect(before).toContain(column);
  const [sumsBefore, figuresBefore] = [await sums(), await figures()];

  const filed = await app.call(routes.fileDataRequest, {
    token: person.token,
    key: randomUUID(),
    body: { kind: 'erase', words: `Tôi là ${NAME}, xin xóa` },
  });
  expect(filed).toMatchObject({ status: 201, body: { code: 'YC-0001', dueOn: '2022-06-24', outcome: null } });
  const params = { requestId: filed.body.id };
  const open = await app.call(routes.readDataRequest, { token: focal.token, params });
  expect(open.body).toMatchObject({ verified: true, phoneEnd: '654', erasing: null, owner: { id: focal.id } });
  const held = Object.fromEntries(open.body.holds.map((one: { kind: string }) => [one.kind, one]));
  expect(held).toMatchObject({
    contact: { count: 2, erasure: 'erase' },
    work: { count: 1, erasure: 'unname' },
    photos: { count: 1, erasure: 'erase' },
    papers: { count: 1, erasure: 'keep' },
  });
  const answer = `Đã xóa tên của ${NAME}. Kết quả giữ lại dưới dạng tổng.`;
  const erased = await app.call(routes.eraseOnRequest, {
    token: focal.token,
    key: randomUUID(),
    params,
    body: { answer },
  });
  expect(erased).toMatchObject({
    status: 200,
    body: { outcome: 'answered', person: { fullName: ANONYMOUS }, words: null },
  });
  await app.drain();

  expect(await whereIs(app, known)).toEqual([]);
  expect(await sums()).toEqual(sumsBefore);
  expect(figuresBefore).toContainEqual(
    expect.objectContaining({
      indicator: expect.objectContaining({ code: 'CQ02' }),
      now: { numerator: 7, denominator: null },
    }),
  );
  expect(await figures()).toEqual(figuresBefore);
  expect(await app.database.rows(sql`select 1 from photos where taken_by = ${person.id}`)).toEqual([]);
  expect(await app.get(FileStore).get(photo)).toBeUndefined();
  expect((await app.call(routes.me, { token: person.token })).status).toBe(401);
});
