/** Asking about numbers that communes are given. */
import type { RouteId } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { A, type Ask, atUnit, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

/** What district D1 asks of commune A. */
const D1 = { unit: 'D1' } as const;
const numbers = ({ units, directives }: World) => ({
  templateCode: 'NV03',
  title: 'Nộp hồ sơ trực tuyến',
  work: 'Cùng bà con nộp hồ sơ tại nhà văn hóa.',
  indicatorCode: 'CQ02',
  target: 20,
  dueOn: addDays(TODAY, 20),
  directiveId: directives.D1,
  evidence: ['count'],
  shares: [{ unitId: units.A, target: 20 }],
});
const ofNumbers = (at: Probe['at'], body?: () => unknown): Probe => ({
  at,
  ask: async (world) => {
    const params = { unitId: world.units.D1 };
    const { id: allotmentId } = await world.must('allot', 'district', { params, body: numbers(world) });
    return { params: { allotmentId }, ...(body && { body: body() }) };
  },
});

const ofSeries = (more: Ask = {}): Probe => ({
  at: D1,
  ask: async (world) => {
    const params = { unitId: world.units.D1 };
    const body = { ...numbers(world), recurrence: 'monthly' };
    const { id: seriesId } = await world.must('allot', 'district', { params, body });
    return { params: { seriesId }, ...more };
  },
});

export const allotments = {
  communesToAsk: atUnit(A),
  allot: { at: D1, ask: (world) => ({ params: { unitId: world.units.D1 }, body: numbers(world) }) },
  listAllotments: atUnit(A),
  readAllotment: ofNumbers(A),
  changeAllotment: ofNumbers(D1, () => ({ version: 1, reason: 'Mưa bão', dueOn: '2022-07-31' })),
  cancelAllotment: ofNumbers(D1, () => ({ reason: 'Giao nhầm' })),
  listNumberSeries: { at: D1, ask: (world) => ({ params: { unitId: world.units.D1 } }) },
  nextNumbers: ofSeries(),
  setNextNumbers: ofSeries({ body: { version: 1, title: null, dueDay: 5, shares: null } }),
  allotMonthly: ofNumbers(D1, () => ({ recurrence: 'monthly' })),
} satisfies Partial<Record<RouteId, Probe>>;
