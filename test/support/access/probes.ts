/** How each route with an action is asked: at which place, with which valid words. A route without a probe fails the matrix. */
import { randomUUID } from 'node:crypto';
import { writeWorkbook } from '#documents';
import type { RouteId } from '#contracts';
import type { CallOptions } from '../app.ts';
import { buildMember, buildTeam } from '../people.ts';
import { header, sheetOf, team as rosterTeam } from '../rosters.ts';
import type { ActorKey, Spot } from './facts.ts';
import { TODAY, type World } from './world.ts';

export type Ask = Omit<CallOptions, 'token'>;
export interface Probe {
  at: Spot;
  /** Built once; all actors ask the same. */
  ask(world: World): Promise<Ask> | Ask;
  /** Some routes do not say that the thing exists: 404 instead of 403. */
  hidden?: true;
  /** Ids that the client makes, or that are looked for and left out when they are not there: unknown ones are no fault. */
  made?: readonly string[];
  /** People with the right at the place whom another rule holds back, with the code that says so. */
  heldBack?: Partial<Record<ActorKey, string>>;
}

const A: Spot = { unit: 'A' };
const a1: Spot = { unit: 'a1' };
const A1: Spot = { unit: 'a1', team: 'A1' };

const atUnit = (at: Spot, more: Ask = {}): Probe => ({ at, ask: (world) => ({ params: { unitId: world.units[at.unit] }, ...more }) });
const ofTeam = (more: Ask = {}): Probe => ({ at: A1, ask: (world) => ({ params: { teamId: world.teams.A1 }, ...more }) });
const ofTask = (stage: Parameters<World['task']>[0], body?: unknown, at: Spot = A1): Probe => ({
  at,
  ask: async (world) => ({ params: { taskId: (await world.task(stage)).taskId }, ...(body !== undefined && { body }) }),
});
const ofAssignment = (more: (world: World) => Ask = () => ({})): Probe => ({ at: A, ask: async (world) => ({ params: { assignmentId: await world.issue() }, ...more(world) }) });

async function openOrder(world: World): Promise<Ask> {
  await world.endOpenWork();
  return { body: world.order() };
}

const decision = { number: '42/QĐ-UBND', signedOn: '2022-03-01', signer: 'Chủ tịch UBND xã' };
const group = { channel: 'zalo', name: 'Tổ công nghệ số cộng đồng Thôn 1' };
let lists = 0;
const newPerson = (fullName: string) => ({ fullName, role: 'member', from: TODAY });

const organization = {
  getUnit: atUnit(A), unitHistory: atUnit(A), unitChildren: atUnit(A), listDirectives: atUnit(A), listRegisters: atUnit(A), listOcopProducts: atUnit(a1), listRules: atUnit(A), listProviders: atUnit(A), contactCard: atUnit(A), currentPeriod: atUnit(A),
  createUnit: { at: A, ask: (world) => ({ body: { kind: 'hamlet', type: 'thôn', name: 'Thôn Mới', parentId: world.units.A, from: TODAY } }) },
  changeUnit: { at: A, ask: async (world) => ({ params: { unitId: await world.hamlet('Thôn 8') }, body: { kind: 'rename', name: 'Thôn 18', from: TODAY, basis: 'Nghị quyết' } }) },
  importUnits: atUnit(A, { query: { kind: 'hamlet', from: TODAY }, body: Buffer.from('code,name,full_name,type,parent code\n79901,Thôn 31,Thôn 31,thôn,\n') }),
  createDirective: atUnit(A, { body: { kind: 'plan', number: '99/KH-UBND', issuedOn: TODAY, issuer: 'UBND xã', abstract: 'Kế hoạch' } }),
  setRegister: atUnit(a1, { body: { households: 180, asOf: TODAY } }),
  addOcopProduct: atUnit(a1, { body: { name: 'Mật ong', owner: 'Hộ bà Bình' } }),
  listOcopProduct: { at: a1, ask: async (world) => ({ params: { productId: (await world.must('addOcopProduct', 'committee', { params: { unitId: world.units.a1 }, body: { name: 'Gạo nếp', owner: 'Hộ ông An' } })).id }, body: { listedOn: TODAY, marketplace: 'Sàn' } }) },
  createProvider: { at: A, ask: (world) => ({ body: { name: 'Bưu điện', kind: 'post', coverage: [world.units.A], from: TODAY } }) },
} satisfies Partial<Record<RouteId, Probe>>;

async function spareMember(world: World): Promise<Ask['params']> {
  return { teamId: world.teams.A1, memberId: (await buildMember(world.app, { teamId: world.teams.A1 })).postId };
}

/** A tidy list of a hamlet that has no team yet. */
async function roster(world: World): Promise<Ask> {
  const name = `Thôn ${40 + lists++}`;
  await world.hamlet(name);
  const body = await writeWorkbook([sheetOf([header, ...rosterTeam({ B1: name })])]);
  return { params: { unitId: world.units.A }, query: { fileName: 'to.xlsx' }, body: Buffer.from(body) };
}

async function stagedRoster(world: World): Promise<Ask['params']> {
  return { importId: (await world.must('uploadRoster', 'committee', await roster(world))).id };
}

const membership = {
  listTeams: atUnit(A), getCommittee: atUnit(A), getTeam: ofTeam(),
  createTeam: { at: A, ask: async (world) => ({ params: { unitId: await world.hamlet('Thôn 3') }, body: { from: TODAY } }) },
  createDraftTeams: atUnit(A, { body: { from: TODAY } }),
  attachDecision: { at: A, ask: async (world) => ({ params: { teamId: await buildTeam(world.app, { unitId: await world.hamlet('Thôn 4'), status: 'draft' }) }, body: decision }) },
  dissolveTeam: { at: A, ask: async (world) => ({ params: { teamId: await buildTeam(world.app, { unitId: await world.hamlet('Thôn 5') }) }, body: { ...decision, from: TODAY } }) },
  addMember: ofTeam({ body: newPerson('Lê Thị Mới') }),
  changeMember: { at: A1, ask: async (world) => ({ params: await spareMember(world), body: { position: 'Trưởng thôn', from: TODAY } }) },
  endMember: { at: A1, ask: async (world) => ({ params: await spareMember(world), body: { lastDay: TODAY } }) },
  replaceMember: { at: A1, ask: async (world) => ({ params: await spareMember(world), body: newPerson('Lê Thị Thay') }) },
  setSupporters: { at: A1, ask: (world) => ({ params: { teamId: world.teams.A1 }, body: { personIds: [world.people.committee.id] } }) },
  setGroup: ofTeam({ body: group }), setUnitGroup: atUnit(A, { body: group }),
  revealPhones: { at: A1, ask: (world) => ({ params: { personId: world.people.member.id }, body: { purpose: 'other' } }) },
  createCommittee: atUnit(A, { body: { ...decision, from: '2022-03-01' } }),
  addCommitteeMember: atUnit(A, { body: { fullName: 'Trịnh Thị Mới', position: 'Công chức', from: TODAY } }),
  endCommitteeMember: {
    at: A,
    ask: async (world) => {
      const { members } = await world.must('addCommitteeMember', 'committee', { params: { unitId: world.units.A }, body: { fullName: 'Trịnh Thị Thôi', position: 'Công chức', from: '2022-06-01' } });
      return { params: { unitId: world.units.A, memberId: members.find((one: { person: { fullName: string } }) => one.person.fullName === 'Trịnh Thị Thôi').id }, body: { lastDay: TODAY } };
    },
  },
  createInvite: { at: A1, ask: (world) => ({ params: { personId: world.people.member.id } }) },
  uploadRoster: { at: A, ask: roster },
  getRosterImport: { at: A, ask: async (world) => ({ params: await stagedRoster(world) }) },
  chooseInRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world), body: { choices: [] } }) },
  annotatedRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world) }) },
  confirmRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world), body: { from: TODAY } }) },
  discardRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world) }) },
  listOfficers: atUnit(A), appointOfficer: atUnit(A, { body: { fullName: 'Lê Văn Trung', role: 'trainer', title: 'Giảng viên', from: TODAY } }),
  endOffice: { at: A, ask: async (world) => ({ params: { postId: (await world.must('appointOfficer', 'admin', { params: { unitId: world.units.A }, body: { fullName: 'Lê Văn Thôi', role: 'trainer', title: 'Giảng viên', from: '2022-06-01' } })).id }, body: { lastDay: TODAY } }) },
} satisfies Partial<Record<RouteId, Probe>>;

const draft = { title: 'Nháp', content: {} };
const notTheDoer = { heldBack: { member: 'task.notYours' } } as const;
const tasks = {
  saveDraft: { at: A, made: ['draftId'], ask: (world) => ({ params: { unitId: world.units.A, draftId: randomUUID() }, body: draft }) }, listDrafts: atUnit(A), deleteDraft: { ...atUnit(A), made: ['draftId'] },
  issueAssignment: { at: A, ask: openOrder }, listAssignments: atUnit(A), getAssignment: ofAssignment(), assignmentTasks: ofAssignment(), assignmentRollUp: ofAssignment(),
  cancelAssignment: ofAssignment(() => ({ body: { reason: 'Giao nhầm' } })), issueAgainMonthly: ofAssignment(() => ({ body: { recurrence: 'none' } })),
  getTask: ofTask('submitted'), taskTrail: ofTask('submitted'), resultSeen: ofTask('confirmed'),
  acceptTask: ofTask('assigned'), takeBackAcceptance: ofTask('accepted'), declineTask: ofTask('assigned', { reason: 'needs_training' }), askExtension: ofTask('accepted', { until: '2022-07-20' }),
  delegateTask: { at: A1, ask: async (world) => ({ params: { taskId: (await world.task('accepted')).taskId }, body: { personId: world.people.deputy.id } }) },
  reportProgress: ofTask('accepted', { happenedOn: TODAY, value: 2 }), completeTask: { ...ofTask('reported', {}), ...notTheDoer },
  correctProgress: { at: A1, ask: async (world) => ({ params: { entryId: (await world.task('reported')).entryId }, body: { happenedOn: TODAY, value: 3 } }) },
  addPhoto: {
    at: A1, hidden: true,
    ask: async (world) => {
      const photoId = randomUUID();
      const { task } = await world.must('reportProgress', 'leader', { params: { taskId: (await world.task('accepted')).taskId }, body: { happenedOn: TODAY, value: 1, photoIds: [photoId] } });
      const { default: sharp } = await import('sharp');
      return { params: { entryId: task.entries[0].id, photoId }, body: await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } }).jpeg().toBuffer(), headers: { 'content-type': 'image/jpeg' } };
    },
  },
  resultsToConfirm: atUnit(A), confirmTask: ofTask('submitted'), returnTask: ofTask('submitted', { reasons: ['photo_unclear'] }), undoDecision: ofTask('confirmed'), answerDecline: ofTask('declined', { kind: 'keep', note: 'Vẫn cần' }),
  answerExtension: { at: A1, ask: async (world) => ({ params: { requestId: (await world.must('askExtension', 'leader', { params: { taskId: (await world.task('accepted')).taskId }, body: { until: '2022-07-20' } })).task.extension.id }, body: { granted: true, until: '2022-07-20' } }) },
  quickReport: ofTeam({ body: { kind: 'communication', value: 3, happenedOn: TODAY } }),
  takeBackQuickReport: { at: A1, ask: async (world) => ({ params: { entryId: (await world.must('quickReport', 'leader', { params: { teamId: world.teams.A1 }, body: { kind: 'communication', value: 3, happenedOn: TODAY } })).entry.id } }) },
  reportDifficulty: ofTeam({ body: { kind: 'signal', text: 'Sóng yếu ở cuối thôn' } }), teamActivity: atUnit(A), listDifficulties: atUnit(A1),
} satisfies Partial<Record<RouteId, Probe>>;

const notifications = {
  previewAssignment: { at: A, made: ['teamId', 'directiveId'], ask: openOrder }, reach: ofAssignment(), callList: ofAssignment(),
  remind: ofAssignment((world) => ({ body: { teamIds: [world.teams.A1] } })), told: ofAssignment((world) => ({ body: { personId: world.people.leader.id } })),
  personTrace: {
    at: A,
    ask: async (world) => {
      const params = { assignmentId: await world.issue(), personId: world.people.leader.id };
      await world.app.drain();
      return { params };
    },
  }, teamMessages: ofTeam(),
} satisfies Partial<Record<RouteId, Probe>>;

export const probes: Partial<Record<RouteId, Probe>> = { ...organization, ...membership, ...tasks, ...notifications };
