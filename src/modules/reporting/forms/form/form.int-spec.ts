import type { Question } from '#contracts/questions/question-kinds';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { days, FormsWorld, questions, said, whole } from '../../../../../test/support/forms/forms-world.ts';
import { buildVillage } from '../../../../../test/support/orders.ts';
import { buildOfficer } from '../../../../../test/support/people.ts';

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

describe('A form', () => {
  it('is kept whole or not, and two who write at once do not lose each other’s', async () => {
    const half: Question = { id: 'a', kind: 'oneOf', label: '', required: true };
    const form = await world.written([half]);
    expect(form).toMatchObject({ edit: 1, version: 0, isChanged: true, mayAsk: true });
    expect(form.faults.map(({ code }: { code: string }) => code)).toEqual(['noLabel', 'noChoices']);
    const other = await buildOfficer(app, { role: 'district_officer', unitId: world.districtId });
    const late = await world.call(
      'writeForm',
      other,
      { formId: form.id },
      { edit: 0, title: 'Bản khác', questions: [] },
    );
    expect([late.status, late.body.code, late.body.details[0].params.by]).toEqual([
      409,
      'form.changed',
      world.district.fullName,
    ]);
    expect(said(await world.ask(form))).toEqual([
      ['questions.a', 'question.fault.noLabel'],
      ['questions.a', 'question.fault.noChoices'],
    ]);
    expect((await world.call('dropForm', world.district, { formId: form.id })).status).toBe(204);
    expect((await world.call('readForm', world.district, { formId: form.id })).body.code).toBe('form.notFound');
  });

  it('does not ask for papers of a person, nor an office for photos', async () => {
    const form = await world.written([
      { id: 'id', kind: 'text', label: 'Số căn cước của chủ hộ', required: true },
      { id: 'photo', kind: 'photo', label: 'Ảnh buổi ra quân', required: true },
    ]);
    expect(said(await world.ask(form))).toEqual([
      ['questions.id', 'question.personal.identity'],
      ['questions.photo', 'form.photoOfOffice'],
    ]);
    expect((await world.call('listForms', world.district, { unitId: world.districtId })).body.own[0]).toMatchObject({
      version: 0,
      round: null,
    });
  });

  it('is a record once it was asked: it grows, and takes nothing back', async () => {
    const { form, roundId, sheets } = await world.asked();
    const { formId } = (await world.table(roundId)).body;
    await world.send(world.communes[0]!.focal, sheets[0]!, 0, whole);
    expect((await world.call('dropForm', world.district, { formId })).body.code).toBe('form.alreadyAsked');
    expect((await world.call('publishForm', world.district, { formId }, { edit: form.edit })).body.code).toBe(
      'form.nothingNew',
    );
    const write = async (asked: Question[], edit: number) =>
      (await world.call('writeForm', world.district, { formId }, { edit, title: form.title, questions: asked })).body;
    const fewer = await write(questions.slice(1), form.edit);
    expect(said(await world.call('publishForm', world.district, { formId }, { edit: fewer.edit }))).toContainEqual([
      'questions.visits',
      'question.version.removed',
    ]);
    const more: Question = { id: 'more', kind: 'whole', label: 'Bao nhiêu người già?', required: true };
    const added = await write([...questions, more], fewer.edit);
    const { body } = await world.call('publishForm', world.district, { formId }, { edit: added.edit });
    expect([body.version, body.isChanged, body.rounds[0].version]).toEqual([2, false, 2]);
    // What was sent stays as it was answered; who answers now answers what was added.
    const second = await world.send(world.communes[1]!.focal, sheets[1]!, 0, whole);
    expect(said(second)).toEqual([['answers.more', 'question.finding.missing']]);
    await world.send(world.communes[1]!.focal, sheets[1]!, 0, { ...whole, more: 4 });
    const { units, totals } = (await world.table(roundId)).body;
    expect(units.map(({ sheet }: { sheet: { version: number } | null }) => sheet?.version ?? null).toSorted()).toEqual([
      1,
      2,
      null,
    ]);
    expect(totals.at(-1)).toMatchObject({ question: 'more', answered: 1, number: { sum: 4 } });
    await expect(
      app.database.rows(sql`update form_versions set questions = '[]' where form_id = ${formId} and version = 1`),
    ).rejects.toThrow('never changes');
  });

  it('is a copy of another, and is seen by whom it concerns alone', async () => {
    const form = await world.written();
    const copy = await world.call(
      'makeForm',
      world.district,
      { unitId: world.districtId },
      { title: 'Bản chép', copyOf: form.id },
    );
    expect([copy.body.questions, copy.body.edit]).toEqual([questions, 0]);
    const { village, focal } = world.communes[0]!;
    expect((await world.call('makeForm', focal, { unitId: village.communeId }, { title: 'Của xã' })).status).toBe(403);
    expect((await world.call('readForm', focal, { formId: form.id })).status).toBe(403);
    const elsewhere = await buildVillage(app, { commune: 'Hợp Lý' });
    const other = await buildOfficer(app, { role: 'district_officer', unitId: elsewhere.districtId });
    for (const route of ['readForm', 'previewRound'] as const)
      expect(
        (await world.call(route, other, { formId: form.id }, undefined, route === 'readForm' ? {} : days)).status,
      ).toBe(route === 'readForm' ? 403 : 422);
  });
});
