/**
 * Row 85 of the feature map, from end to end: phones are masked on every screen that lists people, a full number is shown for a
 * purpose and stands in the log that its owner reads, and a list leaves only for a purpose and carries a code that leads to who took it.
 */
import { strFromU8, unzipSync } from 'fflate';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { textOfPdf } from '../../../../../test/support/files/pdf-text.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal } from '../../../../../test/support/reports.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
});
afterAll(stopApps);

const ask = async (route: RouteId, params: Record<string, string>, more: object = {}) =>
  app.call(routes[route], { token: focal.token, params, ...more });

/** Every number of the commune's people, as digits. */
const numbers = async () =>
  (await app.database.rows<{ e164: string }>(sql`select e164 from phones`)).map(({ e164 }) => e164.replace('+84', ''));

it('masks phones wherever people are listed, in all that the server answers', async () => {
  const order = await issueOrder(app, village);
  const teamId = village.teams[0]!.id;
  const unitId = village.communeId;
  const answers = await Promise.all([
    ask('getTeam', { teamId }),
    ask('listTeams', { unitId }),
    ask('getCommittee', { unitId }),
    ask('assignmentTasks', { assignmentId: order.id }),
    ask('search', {}, { query: { q: village.teams[0]!.leader.fullName } }),
    ask('readLog', { unitId }, { query: { from: '2022-06-01', to: '2022-06-30' } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  const known = await numbers();
  expect(known.length).toBeGreaterThan(5);
  const said = JSON.stringify(answers.map(({ body }) => body)).replace(/(?<=\d)[ .](?=\d)/g, '');
  expect(known.filter((number) => said.includes(number))).toEqual([]);
  expect(answers[0]!.body.members[0].phoneMasked).toMatch(/•/);
});

it('shows a full number for a purpose only, and its owner reads who looked and why', async () => {
  const { member } = village.teams[0]!;
  const params = { personId: member.id };
  expect((await ask('revealPhones', params, { body: {} })).status).toBe(422);
  expect((await ask('revealPhones', params, { body: { purpose: 'call_about_task' } })).status).toBe(200);
  const { body } = await app.call(routes.ownLooks, { token: member.token });
  expect(JSON.stringify(body)).toContain(focal.fullName);
  expect(JSON.stringify(body)).toContain('call_about_task');
});

it.each(['pdf', 'xlsx'])(
  'lets a list go as %s for a purpose only, with a code on it that leads to who took it',
  async (format) => {
    const params = { unitId: village.communeId };
    expect((await ask('appendix1', params, { query: { format } })).status).toBe(422);
    const { status, raw } = await ask('appendix1', params, { query: { format, purpose: 'report' } });
    expect(status).toBe(200);
    const [line] = (await ask('readLog', params, { query: { kind: 'export', from: '2022-06-01', to: '2022-06-30' } }))
      .body.items;
    expect(line).toMatchObject({ by: { id: focal.id }, purpose: 'report' });
    const written = format === 'pdf' ? textOfPdf(raw) : Object.values(unzipSync(raw)).map((part) => strFromU8(part));
    expect(written.join(' ')).toContain(line.trace);
    const found = await ask('logByTrace', params, { query: { code: line.trace } });
    expect(found.body).toMatchObject({ id: line.id, by: { id: focal.id } });
  },
);
