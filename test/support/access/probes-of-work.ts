/** Asking about work and messages: tasks and notifications. */
import { randomUUID } from 'node:crypto';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { addDays } from '#contracts/reporting/periods';
import { A, A1, a1, type Ask, atUnit, ofAssignment, ofTask, ofTeam, type Probe, TOP } from './probe.ts';
import { TODAY, type World } from './world.ts';

async function openOrder(world: World): Promise<Ask> {
  await world.endOpenWork();
  return { body: world.order() };
}

const draft = { title: 'Nháp', content: {} };
const change = { version: 1, reason: 'Mưa bão', dueOn: '2022-07-31' };
const notTheDoer = { heldBack: { member: 'task.notYours' } } as const;
/** A fresh difficulty of team A1 that V1 is to settle. */
async function difficulty(world: World): Promise<{ difficultyId: string }> {
  const { id: difficultyId } = await world.must('reportDifficulty', 'leader', {
    params: { teamId: world.teams.A1 },
    body: { kind: 'signal', text: 'Sóng yếu ở cuối thôn' },
  });
  await world.must('passOnDifficulty', 'committee', {
    params: { difficultyId },
    body: { providerId: world.providers.V1 },
  });
  return { difficultyId };
}
const ofDifficulty = (more: Ask = {}): Probe => ({
  at: { ...A1, provider: 'V1' },
  ask: async (world) => ({ params: await difficulty(world), ...more }),
});
/** The commune's and the office's above only: no company has a right to it. */
const ofOffice = (more: (world: World) => Ask = () => ({})): Probe => ({
  at: { ...a1, provider: 'V2' },
  ask: async (world) => ({ params: await difficulty(world), ...more(world) }),
});
/** Answered, and published for the district. */
async function answered(world: World): Promise<{ difficultyId: string }> {
  const params = await difficulty(world);
  await world.must('answerDifficulty', 'committee', { params, body: { answer: 'Đã báo nhà mạng.', publish: true } });
  return params;
}
const ofAnswered = (more: Ask = {}): Probe => ({
  at: A1,
  ask: async (world) => ({ params: await answered(world), ...more }),
});

/** A rule of sampling of commune A that begins in months: nothing of the others changes, and none begins before another. */
let rulesAsked = 0;
const futureRule = ({ directives }: World): Ask => ({
  body: { below: 10, oneIn: 5, from: addDays(TODAY, 100 + rulesAsked++), directiveId: directives.A },
});

/** A kind of work of commune A, to end. */
const ownTemplate = ({ units, directives }: World) => ({
  params: { unitId: units.A },
  body: {
    title: 'Dọn dữ liệu hộ tịch',
    pillar: 'digital_government',
    indicators: ['CQ02'],
    evidence: ['count'],
    suggestion: 'Cùng bà con soát giấy khai sinh cũ.',
    guide: [],
    from: TODAY,
    directiveId: directives.A,
  },
});
/** Of the installation: it is added up over all of it. */
const ownIndicator = async (world: World) => ({
  params: { unitId: world.units.P },
  body: {
    name: 'Số giấy tờ đã soát',
    unit: 'giấy',
    pillar: 'digital_government',
    from: TODAY,
    directiveId: await paperAtTop(world),
  },
});
let papers = 0;
const paperAtTop = async (world: World): Promise<string> =>
  (
    await world.must('createDirective', 'admin', {
      params: { unitId: world.units.P },
      body: {
        kind: 'plan',
        number: `${900 + papers++}/KH-UBND`,
        issuedOn: TODAY,
        issuer: 'UBND tỉnh',
        abstract: 'Kế hoạch',
      },
    })
  ).id;

export const tasks = {
  unitCatalogue: atUnit(A),
  previewCatalogue: atUnit(A, { body: { from: TODAY } }),
  addTemplate: { at: A, ask: ownTemplate },
  endTemplate: {
    at: A,
    ask: async (world) => {
      const { code } = await world.must('addTemplate', 'committee', ownTemplate(world));
      return { params: { unitId: world.units.A }, body: { code, lastDay: TODAY } };
    },
  },
  addIndicator: { at: TOP, ask: ownIndicator },
  endIndicator: {
    at: TOP,
    ask: async (world) => {
      const { code } = await world.must('addIndicator', 'admin', await ownIndicator(world));
      return { params: { unitId: world.units.P }, body: { code, lastDay: TODAY } };
    },
  },
  saveDraft: {
    at: A,
    made: ['draftId'],
    ask: (world) => ({ params: { unitId: world.units.A, draftId: randomUUID() }, body: draft }),
  },
  listDrafts: atUnit(A),
  deleteDraft: { ...atUnit(A), made: ['draftId'] },
  productsToList: atUnit(A),
  splitAssignment: {
    at: A,
    ask: (world) => ({
      body: { unitId: world.units.A, target: 20, selection: { under: world.units.A, split: 'even' } },
    }),
  },
  issueAssignment: { at: A, ask: openOrder },
  listAssignments: atUnit(A),
  getAssignment: ofAssignment(),
  assignmentTasks: ofAssignment(),
  assignmentRollUp: ofAssignment(),
  orderVersions: ofAssignment(),
  changeAssignment: ofAssignment(() => ({ body: change })),
  previewChange: ofAssignment(() => ({ body: change })),
  undoChange: {
    at: A,
    ask: async (world) => {
      const assignmentId = await world.issue();
      await world.must('changeAssignment', 'committee', { params: { assignmentId }, body: change });
      // Here external channels wait for nothing.
      await world.app.database.rows(
        sql`update order_changes set undo_until = changed_at + interval '1 hour' where assignment_id = ${assignmentId}`,
      );
      return { params: { assignmentId }, body: { version: 2 } };
    },
  },
  cancelAssignment: ofAssignment(() => ({ body: { reason: 'Giao nhầm' } })),
  issueAgainMonthly: ofAssignment(() => ({ body: { recurrence: 'none' } })),
  getTask: ofTask('submitted'),
  taskTrail: ofTask('submitted'),
  resultSeen: ofTask('confirmed'),
  acceptTask: ofTask('assigned'),
  takeBackAcceptance: ofTask('accepted'),
  declineTask: ofTask('assigned', { reason: 'needs_training' }),
  takeBackDecline: ofTask('declined'),
  askExtension: ofTask('accepted', { until: '2022-07-20' }),
  delegateTask: {
    at: A1,
    ask: async (world) => ({
      params: { taskId: (await world.task('accepted')).taskId },
      body: { personId: world.people.deputy.id },
    }),
  },
  reportProgress: ofTask('accepted', { happenedOn: TODAY, value: 2 }),
  completeTask: { ...ofTask('reported', {}), ...notTheDoer },
  correctProgress: {
    at: A1,
    ask: async (world) => ({
      params: { entryId: (await world.task('reported')).entryId },
      body: { happenedOn: TODAY, value: 3 },
    }),
  },
  addPhoto: {
    at: A1,
    hidden: true,
    ask: async (world) => {
      const photoId = randomUUID();
      const { task } = await world.must('reportProgress', 'leader', {
        params: { taskId: (await world.task('accepted')).taskId },
        body: { happenedOn: TODAY, value: 1, photoIds: [photoId] },
      });
      const { default: sharp } = await import('sharp');
      return {
        params: { entryId: task.entries[0].id, photoId },
        body: await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
          .jpeg()
          .toBuffer(),
        headers: { 'content-type': 'image/jpeg' },
      };
    },
  },
  resultsToConfirm: atUnit(A),
  confirmTask: ofTask('submitted'),
  confirmResults: {
    at: A,
    made: ['taskIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { taskIds: [(await world.task('submitted')).taskId] },
    }),
  },
  undoResults: {
    at: A,
    made: ['taskIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { taskIds: [(await world.task('confirmed')).taskId] },
    }),
  },
  samplingRules: atUnit(A),
  setSamplingRule: {
    at: A,
    made: ['directiveId'],
    ask: (world) => ({ params: { unitId: world.units.A }, ...futureRule(world) }),
  },
  endSamplingRule: {
    at: A,
    ask: async (world) => {
      const params = { unitId: world.units.A };
      const { id } = await world.must('setSamplingRule', 'committee', { params, ...futureRule(world) });
      return { params: { ruleId: id }, body: { lastDay: TODAY } };
    },
  },
  returnTask: ofTask('submitted', { reasons: ['photo_unclear'] }),
  undoDecision: ofTask('confirmed'),
  answerDecline: ofTask('declined', { kind: 'keep', note: 'Vẫn cần' }),
  answerExtension: {
    at: A1,
    ask: async (world) => ({
      params: {
        requestId: (
          await world.must('askExtension', 'leader', {
            params: { taskId: (await world.task('accepted')).taskId },
            body: { until: '2022-07-20' },
          })
        ).task.extension.id,
      },
      body: { granted: true, until: '2022-07-20' },
    }),
  },
  reportDifficulty: ofTeam({ body: { kind: 'signal', text: 'Sóng yếu ở cuối thôn' } }),
  teamActivity: {
    at: A,
    ask: (world) => ({ params: { unitId: world.units.A }, query: { teams: world.teams.A1 } }),
  },
  difficultyPlaces: ofTeam(),
  publishAnswer: { ...ofOffice(), ask: async (world) => ({ params: await answered(world), body: {} }) },
  withdrawAnswer: { ...ofOffice(), ask: async (world) => ({ params: await answered(world) }) },
  listDifficulties: atUnit(A1),
  listKnowHow: atUnit(A1),
  getDifficulty: ofDifficulty(),
  takeDifficulty: ofDifficulty(),
  passUpDifficulty: ofOffice(),
  passOnDifficulty: ofOffice((world) => ({ body: { providerId: world.providers.V3 } })),
  difficultyProviders: ofDifficulty(),
  askFurther: ofAnswered({ body: { text: 'Bao giờ thì xong ạ?' } }),
  closeDifficulty: ofAnswered(),
  reopenDifficulty: {
    at: A1,
    ask: async (world) => {
      const params = await answered(world);
      await world.must('closeDifficulty', 'leader', { params });
      return { params, body: {} };
    },
  },
  listJointTasks: atUnit(A),
  reportAsPartner: {
    at: { ...a1, provider: 'V1' },
    ask: async (world) => ({
      params: { taskId: await world.jointTask() },
      body: { value: 2, happenedOn: TODAY },
    }),
  },
  useKnowHow: {
    at: A1,
    ask: async (world) => ({ params: { ...(await answered(world)), teamId: world.teams.A1 } }),
  },
  answerDifficulty: ofDifficulty({ body: { answer: 'Đã báo nhà mạng, tuần sau lắp thêm trạm.' } }),
} satisfies Partial<Record<RouteId, Probe>>;

export const notifications = {
  previewAssignment: { at: A, made: ['teamId', 'directiveId'], ask: openOrder },
  followUps: atUnit(A),
  deliveryStatus: ofAssignment(),
  callList: ofAssignment(),
  remind: ofAssignment((world) => ({ body: { teamIds: [world.teams.A1] } })),
  previewReminder: ofAssignment((world) => ({ body: { teamIds: [world.teams.A1] } })),
  told: ofAssignment((world) => ({ body: { personId: world.people.leader.id } })),
  personTrace: {
    at: A,
    ask: async (world) => {
      const params = { assignmentId: await world.issue(), personId: world.people.leader.id };
      await world.app.drain();
      return { params };
    },
  },
  teamMessages: ofTeam(),
} satisfies Partial<Record<RouteId, Probe>>;
