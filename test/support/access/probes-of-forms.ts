/** Asking about forms: one of district D1, asked of the communes below, and what commune A answers. */
import type { Question } from '#contracts/questions/question-kinds';
import { sql } from '#platform/database';
import type { Spot } from './facts.ts';
import { A, type Ask, atUnit, type Probe } from './probe.ts';
import { ownA } from './probes-of-reporting.ts';
import type { World } from './world.ts';

const D1: Spot = { unit: 'D1' };
const questions: Question[] = [{ id: 'visits', kind: 'whole', label: 'Bao nhiêu lượt hướng dẫn?', required: true }];
const answers = { visits: 5 };
const days = { dueBefore: '2022-07-01' };

/** With a question, never asked. */
async function written(world: World): Promise<{ formId: string; edit: number }> {
  const unitId = world.units.D1;
  const {
    id: formId,
    title,
    edit,
  } = await world.must('makeForm', 'district', { params: { unitId }, body: { title: 'Ra quân' } });
  const body = { edit, title, questions };
  const form = await world.must('writeForm', 'district', { params: { formId }, body });
  return { formId, edit: form.edit };
}
async function asked(world: World): Promise<{ roundId: string; formId: string; edit: number }> {
  const { formId, edit } = await written(world);
  const { id: roundId } = await world.must('askForm', 'district', { params: { formId }, body: { edit, round: days } });
  return { roundId, formId, edit };
}
async function sheetAt(world: World, isSent: boolean): Promise<string> {
  const { roundId } = await asked(world);
  const row = await world.app.database.one<{ id: string }>(
    sql`select id from form_sheets where round_id = ${roundId} and unit_id = ${world.units.A}`,
  );
  const sheetId = row?.id as string;
  if (isSent) await world.must('sendSheet', 'focal', { params: { sheetId }, body: { edit: 0, answers } });
  return sheetId;
}

const ofForm = (more: (edit: number) => Partial<Ask> = () => ({})): Probe => ({
  at: D1,
  ask: async (world) => {
    const { formId, edit } = await written(world);
    return { params: { formId }, ...more(edit) };
  },
});
const ofRound = (more: (world: World) => Partial<Ask> = () => ({})): Probe => ({
  at: D1,
  ask: async (world) => ({ params: { roundId: (await asked(world)).roundId }, ...more(world) }),
});
const ofSheet = (at: Spot, isSent: boolean, more: Partial<Ask> = {}): Probe => ({
  at,
  ask: async (world) => ({ params: { sheetId: await sheetAt(world, isSent) }, ...more }),
});
const reminded = { ...ofRound((world) => ({ body: { unitIds: [world.units.A] } })), made: ['unitIds'] };

export const forms = {
  listForms: atUnit(A),
  makeForm: atUnit(D1, { body: { title: 'Ra quân' } }),
  readForm: ofForm(),
  writeForm: ofForm((edit) => ({ body: { edit, title: 'Ra quân', questions } })),
  dropForm: ofForm(),
  publishForm: ofForm((edit) => ({ body: { edit } })),
  previewRound: ofForm(() => ({ query: days })),
  askForm: ofForm((edit) => ({ body: { edit, round: days } })),
  readRound: ofRound(),
  exportRound: ofRound(),
  remindRound: reminded,
  previewRoundReminder: reminded,
  recallRound: ofRound(() => ({ body: { reason: 'Hỏi nhầm kỳ' } })),
  readSheet: ofSheet(A, false),
  keepAnswers: ofSheet(ownA, false, { body: { edit: 0, answers: {} } }),
  sendSheet: ofSheet(ownA, false, { body: { edit: 0, answers } }),
  askSheetBack: ofSheet(ownA, true, { body: { reason: 'Nhầm số' } }),
  returnCells: ofSheet(D1, true, { body: { cells: [{ question: 'visits', sentence: 'Xem lại số này.' }] } }),
};
