/** Asking about figures of past years: a file of commune A, which each route finds as it needs it. */
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { A, type Ask, atUnit, type Probe } from './probe.ts';
import type { World } from './world.ts';

const columns = [{ at: 'B', head: 'CQ02', code: 'CQ02', part: 'count' }];
const lines = [{ row: 2, unit: 'Minh Sơn', code: '', period: '2019', cells: ['5'] }];

async function imported({ app, units }: World): Promise<string> {
  const importId = v7();
  await app.database.rows(
    sql`insert into past_imports (id, unit_id, file_name, source, by_id, at)
      select ${importId}, ${units.A}, 'tong-hop.xlsx', 'Báo cáo 88/BC-STTTT', p.id, now() from people p limit 1`,
  );
  return importId;
}

const ofImport = (more: Partial<Ask> = {}): Probe => ({
  at: A,
  ask: async (world) => ({ params: { unitId: world.units.A, importId: await imported(world) }, ...more }),
});

export const pastFigures = {
  pastFigureForm: atUnit(A, { query: { period: '2019' } }),
  readPastFigures: atUnit(A, { query: {}, body: Buffer.from('Don vi,CQ02\nMinh Son,5\n') }),
  importPastFigures: atUnit(A, { body: { fileName: 'tong-hop.xlsx', period: null, columns, lines } }),
  pastImports: atUnit(A, { query: {} }),
  pastImportFigures: ofImport({ query: {} }),
  takeBackPastImport: ofImport({ body: { reason: 'Nhầm bản chưa ký' } }),
  yearAgo: atUnit(A, { query: { month: '2022-06' } }),
} satisfies Partial<Record<RouteId, Probe>>;
