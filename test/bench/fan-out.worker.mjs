/**
 * The worker process of the fan-out bench: the product as built, with ROLE=worker and a channel that counts. Its parent
 * tells it to issue the order; it answers when the last state is written.
 */
import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { DeliveryChannels } from '#modules/notifications';
import { Clock } from '#platform/clock';
import { loadEnv } from '#platform/config';
import { Database } from '#platform/database';
import { createApp } from '../../dist/src/create-app.js';
import { IssueAssignment } from '../../dist/src/modules/tasks/assignments/issue-assignment.js';
import { CountingChannel } from './counting-channel.mjs';

const POLL_MS = 20;
const channel = new CountingChannel(Number(process.argv[2]));
const app = await createApp(loadEnv({ ...process.env, ROLE: 'worker', HOLD_SECONDS: '0', LOG_LEVEL: 'error' }));
app.get(DeliveryChannels, { strict: false }).use([channel]);
await app.init();
const database = app.get(Database);

let rssPeak = 0;
setInterval(() => {
  rssPeak = Math.max(rssPeak, process.memoryUsage.rss());
}, 50).unref();

async function issue({ districtId, officerId, directiveId, teamIds }, people) {
  const actor = { personId: officerId, fullName: 'Cán bộ', language: 'vi', sessionId: officerId, posts: [{ id: officerId, role: 'district_officer', unitId: districtId, teamId: null }] };
  const dueOn = new Date(Date.parse(app.get(Clock).today()) + 20 * 86_400_000).toISOString().slice(0, 10);
  const [template] = await database.rows('select code, indicators from task_templates order by code limit 1');
  return app.get(IssueAssignment, { strict: false }).execute(actor, {
    unitId: districtId, templateCode: template.code, title: `Đo ${people} người`, work: 'Việc để đo tốc độ gửi tin.', indicatorCode: template.indicators[0], target: teamIds.length, dueOn, directiveId,
    evidence: ['count'], shares: teamIds.map((teamId) => ({ teamId, target: 1 })), priority: 'normal', knowsOfSimilar: [],
  });
}

async function run({ seeded, people }) {
  const issuedFrom = performance.now();
  const assignmentId = await issue(seeded, people);
  const startedAt = performance.now();
  while (channel.sent < people) await wait(POLL_MS);
  for (let open = 1; open > 0; ) {
    [{ n: open }] = await database.rows(`select count(*)::int as n from delivery_chunks where state <> 'done'`);
    if (open > 0) await wait(POLL_MS);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const states = await database.rows('select d.state, count(*)::int as n from deliveries d join messages m on m.id = d.message_id where m.assignment_id = $1 group by 1', [assignmentId]);
  const [{ n: inbox }] = await database.rows('select count(*)::int as n from notifications n join messages m on m.id = n.message_id where m.assignment_id = $1', [assignmentId]);
  return { seconds, issueSeconds: (startedAt - issuedFrom) / 1000, sent: channel.sent, duplicates: channel.duplicates, states: Object.fromEntries(states.map(({ state, n }) => [state, n])), inbox, rssPeakMb: rssPeak / 1e6 };
}

process.on('message', (message) => {
  const work = message === 'stop' ? app.close().then(() => process.exit(0)) : run(message).then((result) => process.send(result));
  work.catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
});
process.send('ready');
