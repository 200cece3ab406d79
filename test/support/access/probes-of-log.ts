/** Asking about the log: who did what, and who looked at whose number. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
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

/** A list that the focal officer of commune B took, in commune A's log. */
const ofList: Probe = {
  at: A,
  ask: async ({ app, units, people }) => {
    const [id, trace] = [v7(), 'TS-2222-22'];
    await app.database.rows(
      sql`insert into access_acts (id, at, kind, what, person_id, unit_id, people, trace)
        values (${id}, ${app.clock.now()}, 'export', 'roster.appendix1', ${people.focalB.id}, ${units.A}, 3, ${trace})
        on conflict (trace) where trace is not null do nothing`,
    );
    return { params: { unitId: units.A }, query: { code: trace } };
  },
};

/** A look of a member, whom all may invite who read the log, in a session that lives on. */
const inSession: Probe = {
  at: A,
  ask: async (world) => {
    const { app, units, people } = world;
    const [id, sessionId] = [v7(), v7()];
    await app.database.rows(
      sql`insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at)
        values (${sessionId}, ${people.member.id}, ${randomBytes(32)}, 'Điện thoại', ${app.clock.now()}, ${app.clock.now()},
          ${new Date(app.clock.now().getTime() + 3_600_000)})`,
    );
    await app.database.rows(
      sql`insert into access_acts (id, at, kind, what, person_id, unit_id, people, session_id)
        values (${id}, ${app.clock.now()}, 'look', 'phone.read', ${people.member.id}, ${units.A}, 1, ${sessionId})`,
    );
    return { params: { unitId: units.A, entryId: id } };
  },
};

export const log = {
  readLog: atUnit(A, { query: days }),
  unusualUse: atUnit(A),
  logNames: ofLook,
  logByTrace: ofList,
  askLogReason: inSession,
  cutLoggedSession: inSession,
  exportLog: atUnit(A, { body: { ...days, reason: 'audit' } }),
} satisfies Partial<Record<RouteId, Probe>>;
