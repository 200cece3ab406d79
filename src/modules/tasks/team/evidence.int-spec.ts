import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../test/support/orders.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
/** An accepted order that asks for this evidence. */
async function order(...evidence: string[]): Promise<string> {
  const earlier = await app.database.rows<{ id: string }>(sql`select id from assignments`);
  const { taskIds } = await issueOrder(app, village, { evidence, knowsOfSimilar: earlier.map(({ id }) => id) });
  await act(app, team().leader, 'acceptTask', taskIds[0]!);
  return taskIds[0]!;
}
const report = (taskId: string, changes: Record<string, unknown>, who = team().leader) =>
  act(app, who, 'reportProgress', taskId, part(20, changes));
const entries = async (taskId: string) =>
  (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body.entries;

describe('handing in what an order asks evidence for', () => {
  it('is refused until it is there, with every kind that is missing', async () => {
    const taskId = await order('count', 'photo', 'link', 'application_codes');
    await report(taskId, {});
    const refused = await act(app, team().leader, 'completeTask', taskId, {});
    expect([refused.status, refused.body.code]).toEqual([422, 'task.photoMissing']);
    expect(refused.body.details.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['task.photoMissing', 'photoIds'],
      ['task.linkMissing', 'links'],
      ['task.codesMissing', 'applicationCodes'],
    ]);
    await report(taskId, { links: ['https://vi-du.vn/gian-hang'], applicationCodes: ['4821'] });
    expect((await act(app, team().leader, 'completeTask', taskId, {})).body.code).toBe('task.photoMissing');
    const shown = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect(shown.body).toMatchObject({ state: 'accepted', evidenceMissing: ['photo'] });
  });

  it('is refused with the part that says "done", and nothing of that part is kept', async () => {
    const taskId = await order('photo');
    expect((await report(taskId, { complete: true })).body.code).toBe('task.photoMissing');
    expect(await entries(taskId)).toEqual([]);
    const [entry] = (await report(taskId, {})).body.task.entries;
    const corrected = await app.call(routes.correctProgress, {
      token: team().leader.token,
      params: { entryId: entry.id },
      key: randomUUID(),
      body: part(21, { complete: true }),
    });
    expect(corrected.body.code).toBe('task.photoMissing');
  });

  it('takes a photo that the phone has announced and not sent yet; the commune sees that it is on its way', async () => {
    const taskId = await order('photo');
    const photoId = randomUUID();
    const sent = await report(taskId, { complete: true, photoIds: [photoId] });
    expect([sent.status, sent.body.task.state]).toEqual([200, 'submitted']);
    const waiting = async () =>
      (
        await app.call(routes.resultsToConfirm, {
          token: village.officer.token,
          params: { unitId: village.communeId },
        })
      ).body.items.find((row: { task: { id: string } | null }) => row.task?.id === taskId);
    expect(await waiting()).toMatchObject({
      task: { evidence: ['photo'] },
      entries: [{ photosPending: 1, photos: [] }],
    });
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#37a' } })
      .jpeg()
      .toBuffer();
    await app.call(routes.addPhoto, {
      token: team().leader.token,
      params: { entryId: sent.body.task.entries[0].id, photoId },
      body: bytes,
    });
    expect(await waiting()).toMatchObject({ entries: [{ photosPending: 0, photos: [{ id: photoId }] }] });
  });

  it('counts the evidence of an entry that was corrected, and of a member who may not hand in', async () => {
    const taskId = await order('photo', 'link');
    const first = await report(taskId, { photoIds: [randomUUID()], complete: true }, team().member);
    expect(first.body.task.state).toBe('accepted');
    await app.call(routes.correctProgress, {
      token: team().member.token,
      params: { entryId: first.body.task.entries[0].id },
      key: randomUUID(),
      body: part(19, { links: ['https://vi-du.vn/bai-viet'] }),
    });
    expect((await act(app, team().leader, 'completeTask', taskId, {})).body.task.state).toBe('submitted');
  });
});
