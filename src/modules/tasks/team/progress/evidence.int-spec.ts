import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { type Answer, startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, orderInput, part, type Village } from '../../../../../test/support/orders.ts';
import { judgedByPhone, type Typed } from '../../../../../test/support/phone-form.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
/** An accepted order that asks for this. */
async function order(changes: Record<string, unknown>): Promise<string> {
  const earlier = await app.database.rows<{ id: string }>(sql`select id from assignments`);
  const { taskIds } = await issueOrder(app, village, { ...changes, knowsOfSimilar: earlier.map(({ id }) => id) });
  await act(app, team().leader, 'acceptTask', taskIds[0]!);
  return taskIds[0]!;
}
const report = (taskId: string, changes: Record<string, unknown>, who = team().leader) =>
  act(app, who, 'reportProgress', taskId, part(20, changes));
const entries = async (taskId: string) =>
  (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body.entries;

describe('handing in what an order asks evidence for', () => {
  it('is refused until it is there, with every kind that is missing', async () => {
    const taskId = await order({ evidence: ['count', 'photo', 'link', 'application_codes'] });
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
    const taskId = await order({ evidence: ['photo'] });
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
    const taskId = await order({ evidence: ['photo'] });
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
    const taskId = await order({ evidence: ['photo', 'link'] });
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

describe('what every part says beside its number', () => {
  const whole = [
    { by: 'level', kind: 'muc_4', value: 20 },
    { by: 'beneficiary', kind: 'cao_tuoi', value: 9 },
    { by: 'minutes_spent', kind: '', value: 60 },
  ];
  const asking = (asks: string[], more: Record<string, unknown> = {}) => order({ asks, ...more });
  const codes = ({ body }: Answer) =>
    body.details.map(({ code, path }: { code: string; path: string }) => [code, path]);

  it('is refused until it is said, in the words of the day of the work, and stands with the entry', async () => {
    const taskId = await asking(['level', 'beneficiary', 'minutes_spent']);
    expect(codes(await report(taskId, {}))).toEqual([
      ['progress.breakdownMissing', 'breakdown.level'],
      ['progress.breakdownMissing', 'breakdown.beneficiary'],
      ['progress.minutesSpentMissing', 'breakdown.minutes_spent'],
    ]);
    const short = [{ by: 'level', kind: 'muc_4', value: 19 }, ...whole.slice(1)];
    const differs = await report(taskId, { breakdown: short });
    expect(differs.body.details).toMatchObject([{ code: 'progress.breakdownDiffers', params: { left: 1 } }]);
    const later = [{ by: 'level', kind: 'toan_trinh', value: 20 }, ...whole.slice(1)];
    expect(codes(await report(taskId, { breakdown: later }))[0]).toEqual([
      'progress.breakdownUnknown',
      'breakdown.level',
    ]);
    const sent = await report(taskId, { breakdown: whole });
    expect(sent.body.task.entries[0].breakdown).toEqual([
      { by: 'beneficiary', kind: 'cao_tuoi', value: 9, name: 'Người cao tuổi', nameEn: 'Older people' },
      { by: 'level', kind: 'muc_4', value: 20, name: 'Mức độ 4', nameEn: 'Level 4' },
      { by: 'minutes_spent', kind: '', value: 60, name: '', nameEn: '' },
    ]);
    expect(sent.body.task).toMatchObject({ asks: ['level', 'beneficiary', 'minutes_spent'], words: [{}, {}] });
  });

  it('is taken over by a correction where it is clear, and asked for again where it is not', async () => {
    const taskId = await asking(['level']);
    const [entry] = (await report(taskId, { breakdown: whole.slice(0, 1) })).body.task.entries;
    const correct = (entryId: string, value: number, more: Record<string, unknown> = {}) =>
      app.call(routes.correctProgress, {
        token: team().leader.token,
        params: { entryId },
        key: randomUUID(),
        body: part(value, more),
      });
    const four = (await correct(entry.id, 4)).body.task.entries.at(-1);
    expect(four.breakdown).toMatchObject([{ by: 'level', kind: 'muc_4', value: 4 }]);
    const breakdown = ['muc_3', 'muc_4'].map((kind) => ({ by: 'level', kind, value: 3 }));
    const six = (await correct(four.id, 6, { breakdown })).body.task.entries.at(-1);
    expect((await correct(six.id, 5)).body.code).toBe('progress.breakdownMissing');
    expect((await correct(six.id, 0)).status).toBe(200);
  });

  it('is not asked of a quick report, which counts apart from an order of another number', async () => {
    const taskId = await asking(['level']);
    const { status, body } = await app.call(routes.quickReport, {
      token: team().member.token,
      params: { teamId: team().id },
      key: randomUUID(),
      body: { kind: 'public_services', value: 20, happenedOn: '2022-06-21', taskId },
    });
    expect([status, body.taskId, body.entry.value]).toEqual([201, null, 20]);
    expect(await entries(taskId)).toEqual([]);
  });

  it('wants a link for each shop, at the marketplace that is named', async () => {
    const taskId = await asking(['marketplace', 'link_each'], { templateCode: 'NV08', indicatorCode: 'KT02' });
    const breakdown = [{ by: 'marketplace', kind: 'voso', value: 2 }];
    const shops = (links: string[]) => act(app, team().leader, 'reportProgress', taskId, part(2, { breakdown, links }));
    expect((await shops(['https://voso.vn/a'])).body.code).toBe('progress.linksMissing');
    expect((await shops(['https://voso.vn/a', 'https://postmart.vn/b'])).body.code).toBe('progress.linkElsewhere');
    expect((await shops(['https://voso.vn/a', 'https://ban.voso.vn/b'])).status).toBe(200);
  });

  it('can be asked for only where the indicator knows it; codes are kept to four signs, and may be several', async () => {
    const refused = await app.call(routes.issueAssignment, {
      token: village.officer.token,
      body: orderInput(village, { asks: ['level', 'marketplace'] }),
    });
    expect(codes(refused)).toEqual([['assignment.askUnknown', 'asks.1']]);
    const taskId = await order({ evidence: ['application_codes', 'note'], minimumCodes: 2 });
    const sent = await report(taskId, { applicationCodes: ['000.00.12.h56-220620-48a1'] });
    expect(sent.body.task.entries[0].applicationCodes).toEqual(['48A1']);
    expect((await act(app, team().leader, 'completeTask', taskId, {})).body.details).toMatchObject([
      { code: 'task.codesMissing', params: { least: 2 } },
      { code: 'task.workNoteMissing' },
    ]);
    await report(taskId, { applicationCodes: ['7733'], note: 'Ở nhà văn hóa' });
    expect((await act(app, team().leader, 'completeTask', taskId, {})).status).toBe(200);
  });
});

describe('an entry', () => {
  const kindsOf = {
    level: ['muc_3', 'muc_4'],
    beneficiary: ['cao_tuoi', 'dan_toc'],
  };
  const division = (by: keyof typeof kindsOf) =>
    fc.option(
      fc.oneof(
        fc.constantFrom(...kindsOf[by]),
        fc.dictionary(fc.constantFrom(...kindsOf[by]), fc.integer({ min: 0, max: 7 }), { maxKeys: 2 }),
      ),
      { nil: undefined },
    );
  const asked = fc.record({
    asks: fc.subarray(['level', 'beneficiary', 'minutes_spent']),
    evidence: fc.subarray(['photo', 'link', 'application_codes', 'minutes', 'note']),
    minimumCodes: fc.integer({ min: 1, max: 3 }),
  });
  const typed = fc.record({
    value: fc.integer({ min: 0, max: 7 }),
    complete: fc.boolean(),
    note: fc.constantFrom('', '   ', 'Ở nhà văn hóa'),
    link: fc.constantFrom('', 'vi-du.vn/a', 'chưa có', 'https://vi-du.vn/a vi-du.vn/b'),
    codes: fc.constantFrom('', '48A1', '000.00-48a1, 7733', '48a1 48A1 7733 0019'),
    kinds: fc
      .record({ level: division('level'), beneficiary: division('beneficiary') })
      .map((kinds) => Object.fromEntries(Object.entries(kinds).filter(([, one]) => one !== undefined))),
    amounts: fc.option(fc.record({ minutes_spent: fc.integer({ min: 0, max: 120 }) }), { nil: {} }),
  });
  /** What the server holds against it, by the names of the phone's fields. */
  const fields: Record<string, string> = {
    value: 'count',
    photoIds: 'photo',
    links: 'links',
    applicationCodes: 'codes',
    note: 'note',
  };
  const fieldOf = (path: string) => fields[path] ?? path.replace(/^breakdown\./, '');

  /** What the one says and what the other answers; what was taken stands in the task for the next. */
  async function isJudgedAlike(taskId: string, entry: Typed, photos: number): Promise<void> {
    const task = (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body;
    const { missing, body } = judgedByPhone(task, entry, { day: '2022-06-21', photos });
    const answer = await act(app, team().leader, 'reportProgress', taskId, body);
    const held = answer.status === 200 ? [] : answer.body.details.map(({ path }: { path: string }) => fieldOf(path));
    // The server names breakdowns first, evidence once those are there: what it names the phone has named too.
    expect([answer.status === 200, missing]).toEqual([missing.length === 0, expect.arrayContaining(held)]);
    if (answer.status !== 200) expect(held).not.toEqual([]);
  }

  it('is judged alike on the phone and on the server, whatever is asked, typed and there already', () =>
    fc.assert(
      fc.asyncProperty(
        asked,
        fc.array(fc.tuple(typed, fc.integer({ min: 0, max: 1 })), { maxLength: 6 }),
        async (asks, all) => {
          const shares = [{ teamId: team().id, target: 5 }];
          const taskId = await order({ ...asks, evidence: ['count', ...asks.evidence], target: 5, shares });
          for (const [entry, photos] of all) await isJudgedAlike(taskId, entry as Typed, photos);
        },
      ),
      { numRuns: 12 },
    ));
});
