/** Asking about reforms of communes, within the province. */
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { addDays } from '#contracts/reporting/periods';
import { buildDirective } from '../orders.ts';
import { A, type Ask, atUnit, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

const P = { unit: 'P' } as const;
const B = { unit: 'B' } as const;
let made = 0;

const input = () => ({ title: `Sắp xếp xã lần ${++made}`, onDate: addDays(TODAY, 90) });
async function reform(world: World): Promise<string> {
  const params = { unitId: world.units.P };
  return (await world.must('createReform', 'admin', { params, body: input() })).id;
}
/** Commune B under another name, and a part of it that goes to a new one. */
async function divided(world: World): Promise<string> {
  const reformId = await reform(world);
  const edits = [
    { do: 'unit', unitId: world.units.B, type: 'xã', name: 'Dân Lực' },
    { do: 'unit', type: 'xã', name: 'Thọ Phú', parentId: world.units.D1 },
    { do: 'part', unitId: world.units.B, intoPosition: 2, whole: false },
  ];
  await world.must('editReform', 'admin', { params: { reformId }, body: { version: 1, edits } });
  return reformId;
}
/** A hamlet of commune B is to be called otherwise. */
async function named(world: World): Promise<string> {
  const reformId = await reform(world);
  const edits = [
    { do: 'unit', unitId: world.units.B, type: 'xã', name: 'Dân Lực' },
    { do: 'name', unitId: world.units.b1, type: 'thôn', name: `Đông ${++made}` },
  ];
  await world.must('editReform', 'admin', { params: { reformId }, body: { version: 1, edits } });
  return reformId;
}
const asking = { version: 2, position: 1, answerBy: addDays(TODAY, 7) };
/** Commune B is asked about it. */
async function asked(world: World): Promise<Record<'reformId' | 'unitId', string>> {
  const reformId = await named(world);
  await world.must('askCommunes', 'admin', { params: { reformId }, body: asking });
  return { reformId, unitId: world.units.B };
}
/** A commune of its own gets another name: nothing stands against that. */
async function settled(world: World, onDate = input().onDate): Promise<string> {
  const params = { unitId: world.units.P };
  const name = `Hợp Lý ${++made}`;
  const unit = { kind: 'commune', type: 'xã', name, parentId: world.units.D2, from: '2022-01-01' };
  const { id: unitId } = await world.must('createUnit', 'admin', { body: unit });
  const directiveId = await buildDirective(world.app, world.units.P, `${made}/NQ-UBTVQH15`);
  const { id: reformId } = await world.must('createReform', 'admin', {
    params,
    body: { ...input(), onDate, directiveId },
  });
  const edits = [{ do: 'unit', unitId, type: 'xã', name: `Hợp Tiến ${made}` }];
  await world.must('editReform', 'admin', { params: { reformId }, body: { version: 1, edits } });
  return reformId;
}
/** A new commune that takes nothing over yet. */
async function placed(world: World): Promise<string> {
  const reformId = await reform(world);
  const edits = [{ do: 'unit', type: 'xã', name: 'Thọ Phú', parentId: world.units.D1 }];
  await world.must('editReform', 'admin', { params: { reformId }, body: { version: 1, edits } });
  return reformId;
}
/** Its day has come, and what follows it has not begun. */
async function applied(world: World): Promise<string> {
  const reformId = await settled(world, TODAY);
  await world.must('scheduleReform', 'admin', { params: { reformId }, body: { version: 2 } });
  return reformId;
}
/** Nobody works on what is left of it: a process died. */
async function underWay(world: World): Promise<string> {
  const reformId = await applied(world);
  await world.app.drain();
  await world.app.database.rows(
    sql`update reorganisation_steps set finished_at = null where reorganisation_id = ${reformId}`,
  );
  return reformId;
}
const ofReform = (more: Ask = {}): Probe => ({
  at: P,
  ask: async (world) => ({ params: { reformId: await reform(world) }, ...more }),
});

/** A commune that is to go into a new one, and later wants to put two hamlets together that will not be its own any more. */
async function obstructed(world: World): Promise<Record<'reformId' | 'reorganisationId', string>> {
  const commune = await world.unit('commune', 'xã', `Dân Quyền ${++made}`, world.units.D1);
  const hamletIds = [
    await world.unit('hamlet', 'thôn', 'Thôn 1', commune),
    await world.unit('hamlet', 'thôn', 'Thôn 2', commune),
  ];
  const { id: reorganisationId } = await world.must('createMerger', 'admin', {
    params: { unitId: commune },
    body: {
      title: 'Nhập thôn',
      hamletIds,
      type: 'thôn',
      name: 'Tân Minh',
      onDate: addDays(TODAY, 100),
      directiveId: await buildDirective(world.app, world.units.P, `${made}/NQ-HĐND`),
    },
  });
  await world.must('scheduleReorganisation', 'admin', { params: { reorganisationId }, body: { version: 1 } });
  const reformId = await reform(world);
  const edits = [
    { do: 'unit', type: 'xã', name: `Thọ Phú ${made}`, parentId: world.units.D1 },
    { do: 'part', unitId: commune, intoPosition: 1, whole: true },
  ];
  await world.must('editReform', 'admin', { params: { reformId }, body: { version: 1, edits } });
  return { reformId, reorganisationId };
}

const atA = (more: Ask = {}): Probe => atUnit(A, more);
/** A commune without hamlets has gone into A. */
async function cameTo(world: World): Promise<void> {
  const from = await world.unit('commune', 'xã', `Dân Quyền ${++made}`, world.units.D1);
  await world.app.database.rows(
    sql`insert into unit_successors (from_unit_id, to_unit_id, on_date) values (${from}, ${world.units.A}, ${TODAY})`,
  );
}

export const reforms = {
  listReforms: { at: P, ask: ({ units }) => ({ params: { unitId: units.P } }) },
  createReform: { at: P, ask: ({ units }) => ({ params: { unitId: units.P }, body: input() }) },
  getReform: ofReform(),
  changeReform: ofReform({ body: { ...input(), version: 1 } }),
  loadReformList: ofReform({
    query: { version: '1' },
    body: Buffer.from('old_code,old_name,new_code,new_name\n79901,Xã Dân Lý,79902,Xã Dân Lực\n'),
  }),
  reformLines: ofReform(),
  editReform: ofReform({ body: { version: 1, edits: [{ do: 'unit', type: 'xã', name: 'Thọ Phú' }] } }),
  listReformFindings: ofReform(),
  reformDivision: {
    at: P,
    ask: async (world) => ({ params: { reformId: await divided(world), dividedId: world.units.B } }),
  },
  listReformNames: ofReform(),
  reformNames: {
    at: P,
    ask: async (world) => ({ params: { reformId: await divided(world) }, query: { position: '1' } }),
  },
  exportReformNames: ofReform(),
  askCommunes: { at: P, ask: async (world) => ({ params: { reformId: await named(world) }, body: asking }) },
  askedNames: { at: B, ask: async (world) => ({ params: await asked(world) }) },
  answerNames: {
    at: B,
    ask: async (world) => {
      const params = await asked(world);
      const { hamlets } = await world.must('askedNames', 'admin', { params });
      const answers = hamlets.map(({ id, name }: { id: string; name: string }) => ({ hamletId: id, name }));
      return { params, body: { answers } };
    },
  },
  listReformPlaces: ofReform(),
  reformPlace: {
    at: P,
    ask: async (world) => ({ params: { reformId: await placed(world) }, query: { position: '1' } }),
  },
  listReformHolders: ofReform({ query: { q: 'a' } }),
  loadReformHamlets: {
    at: P,
    ask: async (world) => ({
      params: { reformId: await divided(world), dividedId: world.units.B },
      query: { version: '2' },
      body: Buffer.from('Thôn,Xã mới\nThôn 1,Xã Thọ Phú\n'),
    }),
  },
  dividedHamlet: {
    at: P,
    ask: async (world) => ({
      params: { reformId: await divided(world), dividedId: world.units.B, hamletId: world.units.b1 },
    }),
  },
  rehearseReform: ofReform(),
  listRehearsed: ofReform({ query: { number: 'tasks' } }),
  scheduleReform: {
    at: P,
    ask: async (world) => ({ params: { reformId: await settled(world) }, body: { version: 2 } }),
  },
  revokeReform: {
    at: P,
    ask: async (world) => {
      const params = { reformId: await settled(world) };
      await world.must('scheduleReform', 'admin', { params, body: { version: 2 } });
      return { params, body: { version: 2, reason: 'Chưa có nghị quyết' } };
    },
  },
  clearReformObstacle: { at: P, ask: async (world) => ({ params: await obstructed(world) }) },
  reformRunning: ofReform(),
  pauseReform: { at: P, ask: async (world) => ({ params: { reformId: await underWay(world) } }) },
  resumeReform: { at: P, ask: async (world) => ({ params: { reformId: await underWay(world) } }) },
  discardReform: ofReform(),
  reformTold: ofReform(),
  getTakeover: atA(),
  takeoverReceived: atA(),
  listTakeoverReceived: atA({ query: { number: 'tasks' } }),
  takeoverPeople: atA(),
  tickTakeover: {
    at: A,
    ask: async (world) => {
      await cameTo(world);
      return { params: { unitId: world.units.A }, body: { on: TODAY, kind: 'names', done: true } };
    },
  },
} satisfies Partial<Record<RouteId, Probe>>;
