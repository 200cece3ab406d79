/** Asking about quick reports and what is decided of them. */
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { A1, ofTeam, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

/** A quick report of its own, without a task. */
async function quickEntry(world: World): Promise<string> {
  const { entry } = await world.must('quickReport', 'leader', {
    params: { teamId: world.teams.A1 },
    body: { kind: 'communication', value: 3, happenedOn: TODAY },
  });
  return entry.id;
}
const ofEntry = (body?: unknown): Probe => ({
  at: A1,
  ask: async (world) => ({ params: { entryId: await quickEntry(world) }, ...(body !== undefined && { body }) }),
});

export const entries = {
  confirmEntry: ofEntry({}),
  returnEntry: ofEntry({ reasons: ['photo_unclear'] }),
  undoEntryDecision: {
    at: A1,
    ask: async (world) => {
      const entryId = await quickEntry(world);
      await world.must('confirmEntry', 'committee', { params: { entryId }, body: {} });
      return { params: { entryId } };
    },
  },
  teamFollowUps: ofTeam(),
  quickReport: ofTeam({ body: { kind: 'communication', value: 3, happenedOn: TODAY } }),
  takeBackQuickReport: ofEntry(),
  countApart: {
    at: A1,
    ask: async (world) => {
      const assignmentId = await world.issue({ indicatorCode: 'CQ01' });
      const row = await world.app.database.one<{ id: string }>(
        sql`select id from tasks where assignment_id = ${assignmentId}`,
      );
      const taskId = row?.id as string;
      await world.must('acceptTask', 'leader', { params: { taskId } });
      const { entry } = await world.must('quickReport', 'leader', {
        params: { teamId: world.teams.A1 },
        body: { kind: 'public_services', value: 3, happenedOn: TODAY, taskId },
      });
      return { params: { entryId: entry.id } };
    },
  },
} satisfies Partial<Record<RouteId, Probe>>;
