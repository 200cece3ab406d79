import { randomUUID } from 'node:crypto';
import { keepingTerms } from '#contracts/organization/keeping-terms';
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { rowsOf, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Queues } from '#platform/queue';
import { EraseOld } from '#platform/retention';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { ListJobStore } from './list-job-store.ts';
import { ListQueue, MakeOneList } from './make-list.ts';
import { UnitTree } from '../../../organization/units/unit-tree.ts';
import { PrintAppendix } from '../documents/print-appendix.ts';

let app: TestApp;
let village: Village;
let officer: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T02:00:00Z'));
  village = await buildVillage(app, { commune: 'Minh Sơn' });
  await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
  officer = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
});

const ask = (by = officer, body = {}) =>
  app.call(routes.makeList, {
    token: by.token,
    params: { unitId: village.provinceId },
    key: randomUUID(),
    body: { purpose: 'report', ...body },
  });
const look = async (jobId: string, by = officer) => app.call(routes.readList, { token: by.token, params: { jobId } });
const file = (jobId: string, by = officer) => app.call(routes.listFile, { token: by.token, params: { jobId } });
const mine = async (by = officer) => (await app.call(routes.myLists, { token: by.token })).body;

/** Jobs stay where they are until the test has them made. */
async function heldBack<T>(work: () => Promise<T>): Promise<T> {
  const queues = app.get(Queues);
  const add = queues.addMany;
  queues.addMany = async () => {};
  try {
    return await work();
  } finally {
    queues.addMany = add;
  }
}

it("makes a province's list in the background and tells whoever asked", async () => {
  const { status, body: job } = await ask();
  expect([status, job.unit.id, job.at]).toEqual([202, village.provinceId, '2022-06-21']);
  await app.drain();
  const { body: done } = await look(job.id);
  expect(done).toMatchObject({ state: 'ready', percent: 100, teams: 4, keptUntil: expect.any(String) });
  const answer = await file(job.id);
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('Phụ lục 1 - ');
  const { sheets } = await readWorkbook(answer.raw);
  const texts = sheets[0]!.rows.flat().map((cell) => cell?.text ?? '');
  expect(texts).toEqual(expect.arrayContaining(['Xã Minh Sơn', 'Xã Dân Lý']));
  const direct = await app.call(routes.appendix1, {
    token: officer.token,
    params: { unitId: village.provinceId },
    query: { format: 'xlsx', purpose: 'report' },
  });
  expect(direct.status).toBe(200);
  const inbox = await app.call(routes.inbox, { token: officer.token });
  expect(inbox.body.items.map(({ title }: { title: string }) => title)).toEqual([
    `Đã làm xong: ${done.name.replace('.xlsx', '')}`,
  ]);
  expect(await mine()).toEqual([done]);
});

it('is the only way to a list that is too long to be waited for', async () => {
  await app.database.rows(
    sql`with hamlets as (
       insert into units (id, kind, validity) select gen_random_uuid(), 'hamlet', '[2022-01-01,)' from generate_series(1, 1500)
         returning id),
     named as (
       insert into unit_versions (id, unit_id, name, type, parent_id, validity)
       select gen_random_uuid(), id, 'Thôn ' || row_number() over (), 'thôn', ${village.communeId}, '[2022-01-01,)' from hamlets)
     insert into teams (id, unit_id, status, validity, created_at)
     select gen_random_uuid(), id, 'active', '[2022-01-01,)', now() from hamlets`,
  );
  await app.database.tx(async (tx) => {
    const made = await rowsOf<{ id: string }>(
      tx,
      sql`select unit_id as id from unit_versions where parent_id = ${village.communeId}`,
    );
    await app.get(UnitTree).place(
      tx,
      made.map(({ id }) => id),
    );
  });
  const direct = (format: string) =>
    app.call(routes.appendix1, {
      token: officer.token,
      params: { unitId: village.provinceId },
      query: { format, purpose: 'report' },
    });
  expect((await direct('xlsx')).body).toMatchObject({
    code: 'papers.tooLongNow',
    details: [{ params: { teams: 1504, most: 1500 } }],
  });
  expect((await direct('pdf')).body.code).toBe('papers.tooLong');
  const { body: job } = await ask();
  await app.drain();
  expect((await look(job.id)).body).toMatchObject({ state: 'ready', teams: 1504 });
});

it('gives the same job while it is being made, whoever presses how often, and a new one afterwards', async () => {
  const [first, second] = await heldBack(() => Promise.all([ask(), ask()]));
  expect(second!.body.id).toBe(first!.body.id);
  expect((await ask(officer, { at: '2022-06-01' })).body.id).not.toBe(first!.body.id);
  const colleague = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
  expect((await ask(colleague)).body.id).not.toBe(first!.body.id);
  await app.get(ListQueue).run();
  await app.drain();
  expect((await look(first!.body.id)).body.state).toBe('ready');
  expect((await heldBack(() => ask())).body.id).not.toBe(first!.body.id);
});

it('says how far it is, and that there is no file yet', async () => {
  const { body: job } = await heldBack(() => ask());
  await app.get(ListJobStore).claim(job.id);
  await app.get(ListJobStore).tell(job.id, 50, 3);
  expect((await look(job.id)).body).toMatchObject({ state: 'running', percent: 50, teams: 3, keptUntil: null });
  expect((await file(job.id)).body).toMatchObject({ code: 'list.notReady', details: [{ params: { percent: 50 } }] });
  app.clock.advance(6 * 60_000);
  await app.get(ListQueue).run();
  await app.drain();
  expect((await look(job.id)).body.state).toBe('ready');
});

it('gives up after three tries and says so', async () => {
  const { body: job } = await heldBack(() => ask());
  const appendix = app.get(PrintAppendix);
  const { print } = appendix;
  appendix.print = () => Promise.reject(platformErrors.notFound());
  try {
    for (let i = 0; i < 3; i++) await app.get(MakeOneList).execute(job.id);
  } finally {
    appendix.print = print;
  }
  const [row] = await app.database.rows<{ state: string; failure_code: string }>(
    sql`select state, failure_code from list_jobs where id = ${job.id}`,
  );
  expect(row).toEqual({ state: 'failed', failure_code: 'platform.notFound' });
  expect((await file(job.id)).body.code).toBe('list.failed');
  expect((await ask()).body.id).not.toBe(job.id);
  await app.drain();
});

it('is only for whoever asked, while they may have such lists, and for some days', async () => {
  const { body: job } = await ask();
  await app.drain();
  const colleague = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
  for (const call of [look, file]) expect((await call(job.id, colleague)).body.code).toBe('list.notFound');
  expect(await mine(colleague)).toEqual([]);
  expect((await ask(village.teams[0]!.leader)).status).toBe(403);
  expect((await ask(village.officer)).status).toBe(403);
  app.clock.advance(keepingTerms.keepLists.usual * 86_400_000 + 60_000);
  await app.get(EraseOld).run();
  const again = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
  expect(await mine(again)).toEqual([]);
  expect(await app.database.rows(sql`select 1 from list_jobs where id = ${job.id}`)).toEqual([]);
});

it('takes a few of each person and no more than can be made, and tells the rest when to come again', async () => {
  const days = Array.from({ length: 50 }, (_, i) => `2022-05-${String((i % 31) + 1).padStart(2, '0')}`);
  const flood = await heldBack(() => Promise.all(days.map((at) => ask(officer, { at }))));
  const taken = flood.filter(({ status }) => status === 202);
  expect(new Set(taken.map(({ body }) => body.id)).size).toBe(3);
  const refused = flood.filter(({ status }) => status !== 202);
  expect(
    new Set(refused.map(({ status, body, headers }) => [status, body.code, headers['retry-after']].join(' '))),
  ).toEqual(new Set(['429 list.tooMany 60']));
  // A person's flood leaves the line to the others; a line that is full takes nobody.
  const colleague = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
  expect((await heldBack(() => ask(colleague))).status).toBe(202);
  await app.database.rows(
    sql`insert into list_jobs (id, unit_id, asked_by, on_day, asked_at)
       select gen_random_uuid(), ${village.provinceId}, ${village.officer.id}, '2022-01-01'::date + n, now()
         from generate_series(1, 36) as n`,
  );
  const late = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
  expect((await heldBack(() => ask(late))).body.code).toBe('list.lineFull');
  await app.database.rows(sql`delete from list_jobs`);
});
