/** The main street and the channels at the most talkative level of real processes: no line tells who, which number, or what. */
import { randomUUID } from 'node:crypto';
import { pathTo, type RouteId, routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { databaseForSuite } from '../support/database.ts';
import { buildVillage, orderInput, type TestTeam, type Village } from '../support/orders.ts';
import { until } from '../support/platform.ts';
import { killProcesses, type ServerProcess, startProcess } from '../support/processes.ts';

const TITLE = 'Giúp bà con nộp hồ sơ trực tuyến';
const NOTE = 'Nhà bà Tư chưa có mạng';
const PHONE = '0512 388 777';
const PASSWORD = 'mat-khau-rat-dai-1';
let app: TestApp;
let server: ServerProcess;
let village: Village;

beforeAll(async () => {
  const databaseUrl = await databaseForSuite();
  const CLOCK = '2022-06-21T02:00:00.000Z';
  app = await startApp({ ROLE: 'api', DATABASE_URL: databaseUrl, CLOCK });
  village = await buildVillage(app, { hamlets: 1 });
  server = await startProcess({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug', CLOCK, HOLD_SECONDS: '0' });
});
afterAll(async () => {
  await killProcesses();
  await stopApps();
});

const team = () => village.teams[0] as TestTeam;

async function call(route: RouteId, token: string, params: Record<string, string> = {}, body?: unknown) {
  const { method } = routes[route];
  const url = `${server.url}/api/v1${pathTo(routes[route], params)}`;
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      'idempotency-key': randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

it('is silent about people, numbers, tokens, codes, passwords and words of messages', async () => {
  const { officer } = village;
  const { body: invite } = await call('createInvite', officer.token, { personId: team().member.id });
  const code = String(invite.url).split('/').at(-1) as string;
  const { body: session } = await call('acceptInvite', '', { code }, { device: 'Điện thoại của Mơ' });
  const again = await call('acceptInvite', '', { code }, {});
  const wrong = await call('signInWithPassword', '', {}, { login: PHONE, password: PASSWORD });
  const newcomer = { fullName: 'Hà Thị Mơ', phone: PHONE, role: 'member', from: '2022-06-21' };
  const joined = await call('addMember', officer.token, { teamId: team().id }, newcomer);
  expect([again.status, wrong.status, typeof session.token, joined.status]).toEqual([410, 401, 'string', 201]);

  const { body: order } = await call('issueAssignment', officer.token, {}, orderInput(village, { title: TITLE }));
  const inbox = async () => (await call('inbox', session.token)).body.items as { taskId: string }[];
  await until(async () => (await inbox()).length > 0);
  const taskId = (await inbox())[0]?.taskId as string;
  const entry = { happenedOn: '2022-06-21', value: 20, note: NOTE };
  const moves = [
    await call('acceptTask', session.token, { taskId }),
    await call('reportProgress', session.token, { taskId }, entry),
    await call('reportProgress', session.token, { taskId }, { ...entry, value: -1 }),
    await call('completeTask', team().leader.token, { taskId }),
    await call('confirmTask', officer.token, { taskId }),
  ];
  expect(moves.map(({ status }) => status)).toEqual([200, 200, 422, 200, 200]);
  await call('deliveryStatus', officer.token, { assignmentId: order.id });
  expect(await server.stop()).toBe(0);

  const log = server.log();
  expect(log).toContain('"level":"info"');
  const secrets = [officer.token, team().leader.token, session.token, code, PASSWORD, TITLE, NOTE, 'Hà Thị Mơ'];
  for (const { fullName } of [officer, team().leader, team().member]) secrets.push(fullName);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  expect(log.match(/(?<![\w-])(?:\+?84|0)5[\s.-]?\d(?:[\s.-]?\d){7}(?![\w-])/g)).toBeNull();
});
