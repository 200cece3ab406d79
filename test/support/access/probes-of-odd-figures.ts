/** Asking about odd figures: one of commune A's sent report, as it is kept; its receiver is district D1. */
import { v7 } from 'uuid';
import { sql } from '#platform/database';
import type { Spot } from './facts.ts';
import { A, atUnit, type Probe } from './probe.ts';
import { ownA, reportAt } from './probes-of-reporting.ts';
import type { World } from './world.ts';

const month = '2022-06';

async function oddFigureOf(world: World, isAsked: boolean): Promise<{ params: { oddFigureId: string } }> {
  const { reportId } = await reportAt(world, 'submitted');
  const { database, clock } = world.app;
  const oddFigureId = v7();
  const [question, by, at] = isAsked ? ['Có thừa một số 0 không?', world.people.district.id, clock.now()] : [];
  await database.rows(sql`delete from odd_figures where unit_id = ${world.units.A}`);
  await database.rows(
    sql`insert into odd_figures (id, unit_id, month, code, report_id, version, value, checks, reasons, total, found_at, question,
          asked_by, asked_at)
      values (${oddFigureId}, ${world.units.A}, ${`${month}-01`}, 'CQ02', ${reportId}, 1, 2340, '{ownPast}', '[]', 2340, ${clock.now()},
        ${question ?? null}, ${by ?? null}, ${at ?? null})`,
  );
  return { params: { oddFigureId } };
}

const ofOdd = (at: Spot, body?: object, isAsked = false): Probe => ({
  at,
  ask: async (world) => ({ ...(await oddFigureOf(world, isAsked)), ...(body && { body }) }),
});
const D1: Spot = { unit: 'D1' };

export const oddFigures = {
  oddFigures: atUnit(A, { query: { month } }),
  reportOddFigures: {
    at: A,
    ask: async (world) => ({ params: { reportId: (await reportAt(world, 'submitted')).reportId } }),
  },
  readOddFigure: ofOdd(A),
  askOddFigure: ofOdd(D1, { question: 'Có thừa một số 0 không?' }),
  answerOddFigure: ofOdd(ownA, { answer: 'Đúng: điểm lưu động.' }, true),
  dismissOddFigure: ofOdd(D1, { reason: 'Có điểm lưu động' }),
} satisfies Record<string, Probe>;
