/** Asking about two hamlets of commune A that become one, and one that becomes two. */
import { addDays } from '#contracts/reporting/periods';
import type { RouteId } from '#contracts';
import { A, type Ask, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

let made = 0;

/** Each with two hamlets of its own: a hamlet that waits for one reform is in no other. */
async function merger(world: World): Promise<Record<string, unknown>> {
  const n = ++made;
  return {
    title: `Nhập thôn lần ${n}`,
    hamletIds: [await world.hamlet(`Thôn ${100 + 2 * n}`), await world.hamlet(`Thôn ${101 + 2 * n}`)],
    type: 'thôn',
    name: `Tân Minh ${n}`,
    onDate: addDays(TODAY, 60),
    directiveId: world.directives.A,
  };
}
async function reform(world: World, body: Record<string, unknown> = {}): Promise<Ask> {
  const { id } = await world.must('createMerger', 'committee', {
    params: { unitId: world.units.A },
    body: await merger(world),
  });
  return { params: { reorganisationId: id }, body };
}
const ofReform = (more: (world: World) => Promise<Ask>): Probe => ({ at: A, ask: more });

async function split(world: World): Promise<Record<string, unknown>> {
  const n = ++made;
  const half = (name: string) => ({ type: 'thôn', name, households: 50, memberIds: [] });
  return {
    title: `Chia thôn lần ${n}`,
    hamletId: await world.hamlet(`Thôn ${300 + n}`),
    onDate: addDays(TODAY, 60),
    directiveId: world.directives.A,
    halves: [half(`${300 + n} A`), half(`${300 + n} B`)],
  };
}

export const reorganisations = {
  listReorganisations: { at: A, ask: ({ units }) => ({ params: { unitId: units.A } }) },
  rehearseMerger: {
    at: A,
    ask: ({ units }) => ({
      params: { unitId: units.A },
      query: { hamletIds: `${units.a1},${units.a2}`, onDate: addDays(TODAY, 60), name: 'Tân Minh' },
    }),
  },
  createMerger: {
    at: A,
    ask: async (world) => ({ params: { unitId: world.units.A }, body: await merger(world) }),
  },
  hamletToSplit: {
    at: A,
    ask: ({ units }) => ({
      params: { unitId: units.A },
      query: { hamletId: units.a1, onDate: addDays(TODAY, 60), one: 'Thôn 1A' },
    }),
  },
  createSplit: { at: A, ask: async (world) => ({ params: { unitId: world.units.A }, body: await split(world) }) },
  changeSplit: ofReform(async (world) => {
    const body = await split(world);
    const { id } = await world.must('createSplit', 'committee', { params: { unitId: world.units.A }, body });
    return { params: { reorganisationId: id }, body: { ...body, version: 1 } };
  }),
  getReorganisation: ofReform(async (world) => ({ params: (await reform(world)).params ?? {} })),
  changeMerger: ofReform(async (world) => reform(world, { ...(await merger(world)), version: 1 })),
  scheduleReorganisation: ofReform((world) => reform(world, { version: 1 })),
  revokeReorganisation: ofReform(async (world) => {
    const ask = await reform(world, { version: 1, reason: 'Chưa có nghị quyết' });
    await world.must('scheduleReorganisation', 'committee', { params: ask.params ?? {}, body: { version: 1 } });
    return ask;
  }),
  discardReorganisation: ofReform(async (world) => ({ params: (await reform(world)).params ?? {} })),
} satisfies Partial<Record<RouteId, Probe>>;
