import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { type Commune, days, FormsWorld, said, whole } from '../../../../test/support/forms/forms-world.ts';
import { buildDirective } from '../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../test/support/people.ts';
import { RemindSheets } from './rounds/remind-sheets.ts';

let app: TestApp;
let world: FormsWorld;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  world = await FormsWorld.build(app);
});

describe('A form that is asked', () => {
  it('says before whom it asks and until when, and asks every commune below', async () => {
    const form = await world.written();
    const { dueBefore, shift } = days;
    const preview = async (day = dueBefore as string) =>
      (await world.call('previewRound', world.district, { formId: form.id }, undefined, { dueBefore: day, shift }))
        .body;
    expect(await preview()).toMatchObject({ units: 3, dueOn: '2022-06-27', isDayOff: false, same: null });
    // Before Monday is by the end of Sunday.
    expect((await preview('2022-06-27')).isDayOff).toBe(true);
    expect((await world.ask(form, { dueBefore: '2022-06-20' })).body.details[0]).toMatchObject({
      path: 'round.dueBefore',
      code: 'form.dueInPast',
    });
    const directiveId = await buildDirective(app, world.districtId, '12/UBND-VHTT');
    const { status, body } = await world.ask(form, { directiveId, note: 'Gửi cả số chưa đủ.' });
    expect([status, body.units, body.version]).toEqual([201, 3, 1]);
    expect((await world.ask(form, { directiveId: crypto.randomUUID() })).body.code).toBe('form.directiveUnknown');
    const [round] = (await world.call('readForm', world.district, { formId: form.id })).body.rounds;
    expect(round).toMatchObject({
      state: 'running',
      dueOn: '2022-06-27',
      closesOn: '2022-06-30',
      counts: { notDue: 3 },
    });
    const twin = await world.written();
    const same = (await world.call('previewRound', world.district, { formId: twin.id }, undefined, { dueBefore })).body
      .same;
    expect(same).toEqual({ id: body.id, title: form.title });
  });

  it('is answered in part, then whole, and judged as the screen judges', async () => {
    const { sheets, roundId } = await world.asked();
    const [sheetId = ''] = sheets;
    const { focal, village } = world.communes[0]!;
    const list = (await world.call('listForms', focal, { unitId: village.communeId })).body;
    expect([list.own, list.mayAsk]).toEqual([[], false]);
    expect(list.asked[0]).toMatchObject({ sheetId, sheetState: 'open', status: 'not_due', answered: 0, questions: 4 });
    const half = { edit: 0, answers: { visits: 5, done: 9, hours: 3, stray: 1 }, reasons: {} };
    expect((await world.call('keepAnswers', focal, { sheetId }, half)).body.details[0]).toMatchObject({
      path: 'answers.stray',
      code: 'form.questionUnknown',
    });
    const { stray: _, ...known } = half.answers;
    const kept = (await world.call('keepAnswers', focal, { sheetId }, { ...half, answers: known })).body;
    // What is hidden is not kept either: whether there is a desk was not said.
    expect([kept.answers, kept.edit, kept.mayAnswer]).toEqual([{ visits: 5, done: 9 }, 1, true]);
    expect(kept.findings.map(({ question, code }: Record<string, string>) => [question, code])).toEqual([
      ['done', 'notAbove'],
      ['desk', 'missing'],
    ]);
    const wrong = await world.send(focal, sheetId, 1, { ...whole, visits: 5, desk: false });
    expect(said(wrong)).toEqual([['answers.done', 'question.finding.notAbove']]);
    expect(wrong.body.details[0].params).toMatchObject({ value: 20, other: 5, sentence: 'Không nhiều hơn số lượt.' });
    const stale = await world.send(focal, sheetId, 0, whole);
    expect([stale.body.code, stale.body.details[0].params.by]).toEqual(['form.answersChanged', focal.fullName]);
    const sent = (await world.send(focal, sheetId, 1, whole)).body;
    expect(sent).toMatchObject({ state: 'sent', status: 'on_time', answers: whole, mayAnswer: false });
    expect((await world.send(focal, sheetId, 2, whole)).body.code).toBe('form.alreadySent');
    // Whoever asks reads it and does not answer in the place of whoever is asked.
    expect((await world.send(world.district, sheets[1] as string, 0, whole)).status).toBe(403);
    expect((await world.table(roundId, focal)).status).toBe(403);
    expect((await world.call('readSheet', world.communes[1]!.focal, { sheetId })).status).toBe(403);
    expect((await world.call('readSheet', world.district, { sheetId })).body).toMatchObject({
      answers: whole,
      mayAnswer: false,
    });
  });

  it('is one table whose sums are those of its rows, and a workbook of the same', async () => {
    const { sheets, roundId } = await world.asked();
    await world.send(world.communes[0]!.focal, sheets[0]!, 0, whole);
    await world.send(world.communes[1]!.focal, sheets[1]!, 0, { visits: 3, done: 0, desk: false });
    const { body } = await world.table(roundId);
    expect(body.counts).toEqual({ onTime: 2, late: 0, returned: 0, missing: 0, notDue: 1 });
    expect(body.totals.map(({ answered }: { answered: number }) => answered)).toEqual([2, 2, 2, 1, 1]);
    expect([body.totals[0].number.sum, body.totals[3].number.sum]).toEqual([31, 7.5]);
    expect(body.totals[2].choices).toEqual({ yes: 1, no: 1 });
    const { raw, status } = await world.call('exportRound', world.district, { roundId });
    expect([status, raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('gives a cell back, which is left out of the sum until it comes anew, and nothing else changes', async () => {
    const { sheets, roundId } = await world.asked();
    const [sheetId = ''] = sheets;
    const { focal } = world.communes[0]!;
    await world.send(focal, sheetId, 0, whole);
    await world.send(world.communes[1]!.focal, sheets[1]!, 0, { ...whole, visits: 100 });
    const cells = [{ question: 'visits', sentence: 'Có lẫn số tháng 5 không?', isApart: true }];
    const giveBack = (who: TestPerson, body: object = { cells }) => world.call('returnCells', who, { sheetId }, body);
    expect((await giveBack(focal)).status).toBe(403);
    expect((await giveBack(world.district, { cells: [{ question: 'nothing', sentence: 'Xem lại.' }] })).body.code).toBe(
      'form.questionUnknown',
    );
    expect((await giveBack(world.district)).body).toMatchObject({ state: 'returned', status: 'returned' });
    const apart = (await world.table(roundId)).body;
    expect([apart.apart, apart.totals[0].number.sum, apart.totals[1].number.sum]).toEqual([1, 100, 40]);
    const open = (await world.call('readSheet', focal, { sheetId })).body;
    expect(open.returned).toMatchObject([
      { question: 'visits', sentence: cells[0]!.sentence, by: { id: world.district.id } },
    ]);
    const other = await world.send(focal, sheetId, open.edit, { ...whole, visits: 30, words: 'Khác' });
    expect(other.body.details[0]).toMatchObject({ path: 'answers.words', code: 'form.notReturned' });
    // What is checked together with it may follow, and it may come after the round is closed.
    on('2022-07-05');
    const again = await world.send(focal, sheetId, open.edit, { ...whole, visits: 18, done: 18 });
    expect(again.body).toMatchObject({ state: 'sent', status: 'on_time', returned: [] });
    const { units, totals, apart: left } = (await world.table(roundId)).body;
    const row = units.find((one: { sheetId: string }) => one.sheetId === sheetId);
    expect([row.before, left, totals[0].number.sum]).toEqual([{ visits: 28, done: 20 }, 0, 118]);
    const back = await world.call('askSheetBack', focal, { sheetId }, { reason: 'Nhầm số' });
    expect(back.body.revisionReason).toBe('Nhầm số');
  });

  it('takes late answers for some days, marks them, and then no more', async () => {
    const { sheets, roundId } = await world.asked();
    on('2022-06-29');
    expect((await world.send(world.communes[0]!.focal, sheets[0]!, 0, whole)).body).toMatchObject({
      status: 'late',
      daysLate: 2,
    });
    on('2022-07-01');
    const late = await world.send(world.communes[1]!.focal, sheets[1]!, 0, whole);
    expect([late.status, late.body.code]).toEqual([409, 'form.closed']);
    const { state, counts } = (await world.table(roundId)).body;
    expect([state, counts.late, counts.missing]).toEqual(['closed', 1, 2]);
  });

  it('shows what was answered the time before', async () => {
    const { form, sheets } = await world.asked();
    await world.send(world.communes[0]!.focal, sheets[0]!, 0, whole);
    on('2022-07-10');
    const { body } = await world.ask(form, { dueBefore: '2022-07-20' });
    const sheetId = await world.sheetOf(world.communes[0], body.id);
    const { last, answers } = (await world.call('readSheet', world.communes[0]!.focal, { sheetId })).body;
    expect([last, answers]).toEqual([{ dueOn: '2022-06-27', answers: whole }, {}]);
  });

  it('reminds whoever has not answered, by the clock once and by hand once a day', async () => {
    const { sheets, roundId } = await world.asked();
    await world.send(world.communes[0]!.focal, sheets[0]!, 0, whole);
    on('2022-06-27');
    const reminder = app.get(RemindSheets);
    await reminder.run();
    expect(await reminder.run()).toBe(0);
    const unitIds = world.communes.map(({ village }) => village.communeId);
    const remind = () => world.call('remindRound', world.district, { roundId }, { unitIds });
    expect((await remind()).body).toMatchObject({ reminded: 2, skipped: 1 });
    expect((await remind()).body).toMatchObject({ reminded: 0, skipped: 3 });
    const { units } = (await world.table(roundId)).body;
    expect(units.map(({ reminded }: { reminded: object }) => reminded)).toContainEqual({
      steps: [0],
      byHandOn: '2022-06-27',
    });
  });

  it('is taken back: what was sent stays, nobody else need answer', async () => {
    const { sheets, roundId } = await world.asked();
    await world.send(world.communes[0]!.focal, sheets[0]!, 0, whole);
    const recall = () => world.call('recallRound', world.district, { roundId }, { reason: 'Hỏi nhầm kỳ' });
    expect((await recall()).body).toEqual({ withdrawn: 2, kept: 1 });
    expect((await recall()).body.code).toBe('form.recalled');
    expect((await world.send(world.communes[1]!.focal, sheets[1]!, 0, whole)).body.code).toBe('form.recalled');
    expect(
      (
        await world.call(
          'remindRound',
          world.district,
          { roundId },
          { unitIds: [world.communes[1]!.village.communeId] },
        )
      ).body.code,
    ).toBe('form.recalled');
    expect((await world.table(roundId)).body).toMatchObject({
      state: 'recalled',
      totals: [{ number: { sum: 28 } }, {}, {}, {}, {}],
    });
    const open = async ({ focal, village }: Commune) =>
      (await world.call('listForms', focal, { unitId: village.communeId })).body.asked.length;
    expect([await open(world.communes[0]!), await open(world.communes[1]!)]).toEqual([1, 0]);
    on('2022-06-27');
    expect(await app.get(RemindSheets).run()).toBe(0);
  });
});
