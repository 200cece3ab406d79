/** Asking about training: sessions of provider V1 in commune A, at the stage that each route needs. */
import { randomUUID } from 'node:crypto';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { sessionPlan, timesIn } from '../training/training.ts';
import type { Spot } from './facts.ts';
import { A, a1, type Ask, atUnit, ofTeam, type Probe } from './probe.ts';
import type { World } from './world.ts';

type SessionStage = 'proposed' | 'changes_asked' | 'published' | 'begun' | 'done';
const ofV1: Spot = { unit: 'A', provider: 'V1' };
const span = { from: '2022-06-01', to: '2022-07-31' };

/** One session at a time holds the trainer and the place. */
export async function endSessions(world: World): Promise<void> {
  await world.app.database.rows(sql`update training_sessions set state = 'cancelled' where state <> 'cancelled'`);
}

export const planFor = (world: World, changes: Record<string, unknown> = {}): Record<string, unknown> =>
  sessionPlan(world.app, world.units.A, [world.teams.A1], changes);

/** Gives the session's id. */
export async function sessionAt(world: World, stage: SessionStage): Promise<string> {
  await endSessions(world);
  const { id, version } = await world.must('proposeSession', 'trainer', { body: planFor(world) });
  const params = { sessionId: id };
  const wish = { outcome: 'change', ...timesIn(world.app, 9), place: 'Hội trường xã', note: 'Hôm đó họp thôn' };
  if (stage === 'changes_asked') await world.must('decideSession', 'committee', { params, body: wish });
  if (stage === 'proposed' || stage === 'changes_asked') return id;
  await world.must('decideSession', 'committee', { params, body: { outcome: 'confirm', version } });
  if (stage === 'published') return id;
  const now = world.app.clock.now().getTime();
  await world.app.database.rows(
    sql`update training_sessions set starts_at = ${new Date(now - 3_600_000)}, ends_at = ${new Date(now + 3_600_000)} where id = ${id}`,
  );
  if (stage === 'done') await world.must('finishSession', 'trainer', { params });
  return id;
}

/** The member of team A1, by name. */
export const checkInOf = (world: World, person: 'member' | 'deputy' = 'member') => ({
  clientId: randomUUID(),
  personId: world.people[person].id,
  method: 'by_name',
  at: world.app.clock.now().toISOString(),
});

export async function checkedInAt(
  world: World,
  stage: 'begun' | 'done',
): Promise<{ sessionId: string; checkInId: string }> {
  const sessionId = await sessionAt(world, stage);
  const item = checkInOf(world);
  await world.must('sendCheckIns', 'trainer', { params: { sessionId }, body: { items: [item] } });
  return { sessionId, checkInId: item.clientId };
}

export async function creditOf(world: World, person: 'member' | 'leaderB' = 'member'): Promise<string> {
  const body = {
    course: 'An toàn trên mạng',
    organiser: 'Nền tảng học trực tuyến',
    topicCode: 'it_use',
    hours: 4,
    completedOn: '2022-06-01',
    proofUrl: 'https://hoc.example/chung-nhan/1',
  };
  return (await world.must('recordCredit', person, { body })).id;
}

export async function picture(): Promise<Pick<Ask, 'body' | 'headers'>> {
  const { default: sharp } = await import('sharp');
  const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });
  return { body: await blank.jpeg().toBuffer(), headers: { 'content-type': 'image/jpeg' } };
}

const ofSession = (stage: SessionStage, more: (world: World, sessionId: string) => Ask | Promise<Ask> = () => ({})) =>
  ({
    at: ofV1,
    ask: async (world) => {
      const sessionId = await sessionAt(world, stage);
      return { params: { sessionId }, ...(await more(world, sessionId)) };
    },
  }) satisfies Probe;

async function newPlan(world: World): Promise<Ask> {
  await endSessions(world);
  return { body: planFor(world) };
}

export const training = {
  trainingSessions: { at: A, anywhere: true, ask: () => ({ query: span }) },
  trainingSession: ofSession('proposed'),
  invitedPeople: ofSession('published'),
  invitedTeams: ofSession('published'),
  /** Counts who would be invited; teams that are none count nothing. */
  checkSessionPlan: { at: A, made: ['teamIds'], ask: newPlan },
  proposeSession: { at: A, ask: newPlan },
  changeSession: ofSession('proposed', (world) => ({ body: { ...planFor(world, { capacity: 40 }), version: 1 } })),
  decideSession: ofSession('proposed', (world) => ({
    body: { outcome: 'confirm', version: 1, teamIds: [world.teams.A1] },
  })),
  takeProposal: ofSession('changes_asked'),
  nudgeCommune: ofSession('proposed'),
  inviteTeams: ofSession('published', (world) => ({ body: { teamIds: [world.teams.A2] } })),
  cancelSession: ofSession('published', () => ({ body: { reason: 'Mưa bão' } })),
  unacknowledged: ofSession('published'),
  toldOfChange: ofSession('published', (world) => ({ body: { personId: world.people.member.id } })),
  unitCredits: atUnit(A),
  decideCredit: {
    at: a1,
    ask: async (world) => ({ params: { creditId: await creditOf(world) }, body: { accepted: true } }),
  },
  trainingCoverage: atUnit(A),
  coverageCell: { ...ofTeam(), at: a1 },
  trainingLoad: atUnit(A, { query: span }),
  avoidTimes: atUnit(A),
  setAvoidTimes: atUnit(A, {
    body: {
      items: [
        {
          label: 'Chợ phiên',
          weekdays: [2],
          lunarDays: [],
          from: null,
          to: null,
          startTime: '05:00',
          endTime: '10:00',
        },
      ],
    },
  }),
  checkInPack: ofSession('published'),
  /** A check-in of somebody unknown is named in the answer, the others are kept. */
  sendCheckIns: {
    ...ofSession('begun', (world) => ({ body: { items: [checkInOf(world)] } })),
    made: ['clientId', 'personId'],
  },
  attendance: ofSession('begun'),
  decideCheckIn: {
    at: ofV1,
    ask: async (world) => ({
      params: { checkInId: (await checkedInAt(world, 'begun')).checkInId },
      body: { counts: true },
    }),
  },
  attendanceSheet: ofSession('published'),
  addSheetPhoto: ofSession('begun', picture),
  finishSession: ofSession('begun'),
  sessionResult: ofSession('done'),
  issueCertificates: {
    at: ofV1,
    ask: async (world) => ({
      params: { sessionId: (await checkedInAt(world, 'done')).sessionId },
      body: { personIds: [world.people.member.id] },
    }),
  },
  revokeCertificate: {
    at: ofV1,
    ask: async (world) => {
      const params = { sessionId: (await checkedInAt(world, 'done')).sessionId };
      const [certificate] = await world.must('issueCertificates', 'trainer', { params, body: {} });
      return { params: { certificateId: certificate.id }, body: { reason: 'Điểm danh nhầm người' } };
    },
  },
} satisfies Partial<Record<RouteId, Probe>>;
