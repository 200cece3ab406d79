/** The process that issues the bench's order, as an API process would: through the use case, once, and is gone. */
import 'reflect-metadata';
import { Clock } from '#platform/clock';
import { loadEnv } from '#platform/config';
import { Database, sql } from '#platform/database';
import { createApp } from '../../dist/src/create-app.js';
import { IssueAssignment } from '../../dist/src/modules/tasks/orders/assignments/issue-assignment.js';

const app = await createApp(loadEnv({ ...process.env, ROLE: 'api', PORT: '0', HOLD_SECONDS: '0', LOG_LEVEL: 'error' }));
await app.init();

async function issue({ districtId, officerId, directiveId, teamIds }) {
  const actor = {
    personId: officerId,
    fullName: 'Cán bộ',
    language: 'vi',
    sessionId: officerId,
    posts: [{ id: officerId, role: 'district_officer', unitId: districtId, teamId: null }],
  };
  const dueOn = new Date(Date.parse(app.get(Clock).today()) + 20 * 86_400_000).toISOString().slice(0, 10);
  const [template] = await app
    .get(Database)
    .rows(sql`select code, indicators from task_templates order by code limit 1`);
  return app.get(IssueAssignment, { strict: false }).execute(actor, {
    unitId: districtId,
    templateCode: template.code,
    title: 'Việc để đo',
    work: 'Việc để đo tốc độ gửi tin.',
    indicatorCode: template.indicators[0],
    target: teamIds.length,
    dueOn,
    directiveId,
    evidence: ['count'],
    shares: teamIds.map((teamId) => ({ teamId, target: 1 })),
    priority: 'normal',
    knowsOfSimilar: [],
  });
}

process.on('message', (seeded) => {
  issue(seeded)
    .then((assignmentId) =>
      process.send({ assignmentId, at: Date.now() }, () => app.close().then(() => process.exit(0))),
    )
    .catch((error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    });
});
process.send('ready');
