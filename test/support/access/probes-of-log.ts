/** Asking about the log: who did what, and who looked at whose number. */
import type { RouteId } from '#contracts';
import { A, atUnit, type Probe } from './probe.ts';
import { TODAY } from './world.ts';

const days = { from: TODAY, to: TODAY };

/** A look at the number of a member of commune A. */
const ofLook: Probe = {
  at: A,
  ask: async (world) => {
    const { units, people } = world;
    await world.must('revealPhones', 'committee', {
      params: { personId: people.leader.id },
      body: { purpose: 'call_about_task' },
    });
    const log = await world.must('readLog', 'focal', { params: { unitId: units.A }, query: { ...days, kind: 'look' } });
    const look = (log.items as { id: string; what: string }[]).find(({ what }) => what === 'phone.read');
    return { params: { unitId: units.A, entryId: look?.id ?? '' } };
  },
};

export const log = {
  readLog: atUnit(A, { query: days }),
  unusualUse: atUnit(A),
  logNames: ofLook,
  exportLog: atUnit(A, { body: { ...days, reason: 'audit' } }),
} satisfies Partial<Record<RouteId, Probe>>;
