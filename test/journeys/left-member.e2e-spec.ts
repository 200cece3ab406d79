/**
 * Work that is sent after its owner left the team. Of a day on which they were in it, it counts for that day and the old
 * team; of a later day it is refused with the day of the end, kept for the phone's retries, and recorded by the leader
 * instead. What was counted before stays counted.
 */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { isFinalRefusal } from '../../libs/client/command.ts';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { act, buildVillage, issueOrder, part, type TestTeam, type Village } from '../support/orders.ts';

let app: TestApp;
let village: Village;
let taskId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  village = await buildVillage(app, { hamlets: 1 });
  taskId = (await issueOrder(app, village)).taskIds[0] as string;
  await act(app, team().leader, 'acceptTask', taskId);
});
afterAll(stopApps);

const team = () => village.teams[0] as TestTeam;
const late = { status: 403, body: { code: 'task.notMember', details: [{ params: { since: '2022-06-20' } }] } };

it('is refused with the day for every kind of work, in the same words at each try, and nothing of it is written', async () => {
  const { member } = team();
  const photoId = randomUUID();
  const before = await act(app, member, 'reportProgress', taskId, part(5, { photoIds: [photoId] }));
  expect(before.status).toBe(200);
  await act(app, team().leader, 'delegateTask', taskId, { personId: member.id });

  const ended = await app.call(routes.endMember, {
    token: village.officer.token,
    key: randomUUID(),
    params: { teamId: team().id, memberId: member.postId },
    // Of a day on which the end is entered the work would still count (docs/decisions/0267).
    body: { lastDay: '2022-06-19', reason: 'Chuyển đi nơi khác' },
  });
  expect(ended.status).toBe(200);
  await app.drain();

  const key = randomUUID();
  const first = await act(app, member, 'reportProgress', taskId, part(7), key);
  expect(first).toMatchObject(late);
  expect(await act(app, member, 'reportProgress', taskId, part(7), key)).toMatchObject({
    status: 403,
    body: first.body,
  });
  expect(isFinalRefusal(first.status)).toBe(true);
  expect(await act(app, member, 'completeTask', taskId, {})).toMatchObject(late);
  const quick = { kind: 'payment', value: 3, happenedOn: '2022-06-21' };
  expect(
    await app.call(routes.quickReport, {
      token: member.token,
      key: randomUUID(),
      params: { teamId: team().id },
      body: quick,
    }),
  ).toMatchObject(late);
  const photo = { entryId: before.body.task.entries.at(-1).id, photoId };
  expect(
    await app.call(routes.addPhoto, { token: member.token, params: photo, body: Buffer.alloc(64, 0xff) }),
  ).toMatchObject(late);
  expect(await app.database.rows(sql`select 1 from progress_entries`)).toHaveLength(1);
});

it('counts for the old team when it is of a day on which they were in it', async () => {
  const { member } = team();
  const sent = await app.call(routes.quickReport, {
    token: member.token,
    key: randomUUID(),
    params: { teamId: team().id },
    body: { kind: 'payment', value: 3, happenedOn: '2022-06-19' },
  });
  expect(sent.status).toBe(201);
});

it('is recorded by the leader instead, and the task waits for another doer', async () => {
  const { body } = await act(app, team().leader, 'reportProgress', taskId, part(7, { note: 'Ghi giúp người đã nghỉ' }));
  expect(body.task).toMatchObject({ state: 'accepted', doer: null, figures: { reported: 12 } });
});
