/**
 * A whole day is told again, as after a queue that lost its place, a database put back beside a queue that went on, or phones
 * that send everything they still hold: every event to every subscriber, every tick, every command under its key. Nobody hears
 * anything twice, and no row anywhere is another one.
 */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { Sweep } from '#modules/notifications';
import { type SmtpEmulator, startSmtpEmulator } from '../emulators/smtp.ts';
import { type Answer, startApp, stopApps, type TestApp } from '../support/app.ts';
import { orderInput, part } from '../support/orders.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { buildLine } from '../support/reports.ts';
import { runTicks } from '../support/ticks.ts';
import { buildSchool, membersOf, planFor, type School } from '../support/training/training-acts.ts';

/** What the machine notes of its own work: who took which turn, what was offered when, who was last seen. It tells nobody anything. */
const NOTES = ['event_handlings', 'ticks', 'process_clocks', 'outbox', 'sessions', 'system_samples'];
const MORNING = '2022-06-21T01:30:00Z';
let app: TestApp;
let smtp: SmtpEmulator;
let school: School;
let district: TestPerson;
const commands: { route: RouteId; options: Parameters<TestApp['call']>[1]; answer: Answer }[] = [];

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  app = await startApp({ CLOCK: MORNING, SMTP_URL: smtp.url });
  app.drainables.push(() => app.get(Sweep).run());
  app.clock.set(new Date(MORNING));
  school = await buildSchool(app, { hamlets: 3 });
  district = await buildOfficer(app, { role: 'district_officer', unitId: school.districtId });
  for (const { id } of [...membersOf(school), school.officer, school.focal, school.trainer, district])
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${id}, ${`${id}@xa.example`}, true, ${app.clock.now()})`,
    );
});
afterAll(async () => {
  await stopApps();
  await smtp?.stop();
});

/** A command as a screen sends it, kept so that it can be sent again. */
async function act(route: RouteId, by: TestPerson, params: Record<string, string> = {}, body?: unknown) {
  const options = { token: by.token, key: randomUUID(), params, ...(body !== undefined && { body }) };
  const answer = await app.call(routes[route], options);
  if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
  commands.push({ route, options, answer });
  return answer.body;
}
/** The time passes, and with it whatever runs by the clock. */
async function until(time: string): Promise<void> {
  app.clock.set(new Date(time));
  await app.drain();
  await runTicks(app);
  await app.drain();
}

async function orders(): Promise<void> {
  const [first, second, third] = school.teams as [School['teams'][0], School['teams'][0], School['teams'][0]];
  const order = await act('issueAssignment', school.officer, {}, orderInput(school));
  await until('2022-06-21T02:00:00Z');
  const rows = await app.database.rows<{ id: string; team_id: string }>(
    sql`select id, team_id from tasks where assignment_id = ${order.id}`,
  );
  const taskOf = ({ id }: School['teams'][0]) => ({ taskId: rows.find(({ team_id }) => team_id === id)?.id as string });
  await act('acceptTask', first.member, taskOf(first));
  await act('declineTask', second.leader, taskOf(second), { reason: 'other', note: 'Cả Tổ đi gặt' });
  await act('acceptTask', third.leader, taskOf(third));
  await act('askExtension', third.leader, taskOf(third), { until: '2022-07-20', reason: 'Mưa to' });
  await until('2022-06-21T03:00:00Z');
  await act('answerDecline', school.officer, taskOf(second), { kind: 'keep', note: 'Vẫn cần, xã cử người giúp' });
  await act('delegateTask', first.leader, taskOf(first), { personId: first.member.id });
  await act('reportProgress', first.member, taskOf(first), part(20));
  await act('completeTask', first.member, taskOf(first), {});
  await until('2022-06-21T04:00:00Z');
  await act('returnTask', school.officer, taskOf(first), { reasons: ['link_missing'], comment: 'thiếu đường dẫn' });
  await act('completeTask', first.member, taskOf(first), {});
  await act('confirmTask', school.officer, taskOf(first), {});
}

async function difficultiesAndTraining(): Promise<void> {
  const [first] = school.teams as [School['teams'][0]];
  const told = await act('reportDifficulty', first.leader, { teamId: first.id }, { kind: 'signal', text: 'Sóng yếu' });
  await act('answerDifficulty', school.officer, { difficultyId: told.id }, { answer: 'Đã báo nhà mạng.' });
  const report = { kind: 'public_services', value: 6, happenedOn: '2022-06-21' };
  const { entry } = await act('quickReport', first.member, { teamId: first.id }, report);
  await act('confirmEntry', school.officer, { entryId: entry.id }, {});
  const session = await act('proposeSession', school.trainer, {}, planFor(app, school));
  await until('2022-06-21T06:00:00Z');
  const params = { sessionId: session.id };
  await act('decideSession', school.officer, params, { outcome: 'confirm', version: 1 });
  await act('answerInvitation', first.leader, params, { answer: 'take' });
  await until('2022-06-21T08:00:00Z');
}

async function reports(): Promise<void> {
  await buildLine(app, school, school.teams[0]!, { code: 'CQ02', value: 4, happenedOn: '2022-06-01' });
  const open = await act('openReport', school.focal, { unitId: school.communeId }, { month: '2022-06' });
  const params = { reportId: open.id };
  const send = async () => {
    const { body } = await app.call(routes.readReport, { token: school.focal.token, params });
    return { wordsVersion: body.words.version, figuresHash: body.figuresHash };
  };
  await act('submitReport', school.focal, params, await send());
  await until('2022-06-21T09:00:00Z');
  const comments = [{ cell: 'CQ02', comment: '4 hay 14?' }];
  await act('returnReport', district, params, { version: 1, note: '', comments });
  await act('submitReport', school.focal, params, await send());
  await act('acceptReport', district, params, { version: 2 });
  const asked = { title: 'Phụ lục 1', startsOn: '2022-06-21', dueBefore: '2022-06-25' };
  await act('startCampaign', district, { unitId: school.districtId }, asked);
}

/** What stands in each table, as one short value: what differs is named. */
async function everything(): Promise<Map<string, string>> {
  const tables = await app.database.rows<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not relispartition order by 1`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables.filter((table) => !NOTES.includes(table.name))) {
    const [row] = await app.database.source.query<{ n: string; hash: string }[]>(
      `select count(*) as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t`,
    );
    found.set(name, `${row?.n} ${row?.hash}`);
  }
  return found;
}
const eventsThere = async () => (await app.database.rows(sql`select 1 from outbox`)).length;
const mails = () => [...smtp.counts.entries()].toSorted(([a], [b]) => a.localeCompare(b));

it('says nothing new and changes no row: neither by its events nor by its ticks nor by its commands', async () => {
  await orders();
  await difficultiesAndTraining();
  await reports();
  // The evening's reminders and the digest, the night in which nobody is woken, and the morning after.
  for (const time of ['2022-06-21T11:30:00Z', '2022-06-21T15:00:00Z', '2022-06-22T01:30:00Z']) await until(time);
  const [{ kinds = 0 } = {}] = await app.database.rows<{ kinds: number }>(
    sql`select count(distinct name)::int as kinds from outbox`,
  );
  expect(kinds).toBeGreaterThanOrEqual(20);
  expect(mails().reduce((sum, [, n]) => sum + n, 0)).toBeGreaterThan(30);
  const [before, heard, events] = [await everything(), mails(), await eventsThere()];

  await app.database.rows(sql`delete from event_handlings`);
  await app.database.rows(sql`update outbox set published_at = null, claimed_until = null`);
  await app.drain();
  for (const { route, options, answer } of commands) {
    const again = await app.call(routes[route], options);
    expect([route, again.status, again.body]).toEqual([route, answer.status, answer.body]);
  }
  expect(await runTicks(app)).toBeGreaterThan(20);
  await app.drain();

  expect(mails()).toEqual(heard);
  const after = await everything();
  expect(await eventsThere()).toBe(events);
  expect([...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name)).toEqual([]);
});
