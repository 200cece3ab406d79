/** Asking about people, teams, posts and rosters: membership. */
import { makeCardKey, publicHalf } from '#contracts/membership/card-codes';
import type { RouteId } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { writeWorkbook } from '#documents';
import { sql } from '#platform/database';
import { jpegOf } from '../drawn-photos.ts';
import { buildMember, buildTeam } from '../people.ts';
import { header, sheetOf, team as rosterTeam } from '../files/rosters.ts';
import { A, A1, type Ask, atUnit, ofTeam, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

const decision = { number: '42/QĐ-UBND', signedOn: '2022-03-01', signer: 'Chủ tịch UBND xã' };
const group = { channel: 'zalo', name: 'Tổ công nghệ số cộng đồng Thôn 1' };
const officerLine = {
  row: 2,
  fullName: 'Lê Văn Tư',
  phone: '0510 000 881',
  email: '',
  post: 'Quản trị',
  unit: 'Minh Sơn',
  standIn: '',
};
let lists = 0;
const newPerson = (fullName: string) => ({ fullName, role: 'member', from: TODAY });

async function decisionOf(world: World): Promise<Ask['params']> {
  const teamId = world.teams.A1;
  const { decisions } = await world.must('getTeam', 'committee', { params: { teamId } });
  return { teamId, decisionId: decisions[0].id };
}

async function scanned(world: World): Promise<Ask> {
  const params = await decisionOf(world);
  await world.must('putDecisionScan', 'committee', { params, body: Buffer.from('%PDF-1.7\n%%EOF\n') });
  return { params };
}

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

async function askedNumber(world: World): Promise<string> {
  const { id: personId } = await buildMember(world.app, { teamId: world.teams.A1, signedIn: false });
  await world.must('doubtNumber', 'committee', { params: { personId } });
  const [question] = await world.app.database.rows<{ id: string }>(
    sql`select id from number_questions where person_id = ${personId}`,
  );
  return question?.id as string;
}

const cardOf = ({ teams, people }: World) => ({
  params: { teamId: teams.A1, personId: people.member?.id as string },
});

/** A post that nothing else stands on. */
const spareTrainer = async (world: World): Promise<string> =>
  (
    await world.must('appointOfficer', 'admin', {
      params: { unitId: world.units.A },
      body: { fullName: 'Lê Văn Thôi', role: 'trainer', title: 'Giảng viên', from: '2022-06-01' },
    })
  ).id;

export const membership = {
  listTeams: atUnit(A),
  teamSums: atUnit(A),
  teamsByCommune: atUnit(A),
  hamletsWithoutTeam: atUnit(A),
  getCommittee: atUnit(A),
  committeeLoad: atUnit(A),
  listCommittees: atUnit(A),
  getTeam: ofTeam(),
  createTeam: {
    at: A,
    ask: async (world) => ({ params: { unitId: await world.hamlet('Thôn 3') }, body: { from: TODAY } }),
  },
  createDraftTeams: atUnit(A, { body: { from: TODAY } }),
  correctDecision: {
    at: A1,
    ask: async (world) => ({
      params: await decisionOf(world),
      body: { ...decision, number: '43/QĐ-UBND', signedOn: '2022-01-01', version: 1, reason: 'Gõ nhầm số' },
    }),
  },
  attachDecisionToTeams: {
    at: A,
    ask: async (world) => {
      const teamId = await buildTeam(world.app, {
        unitId: await world.hamlet(`Thôn ${60 + lists++}`),
        status: 'draft',
      });
      return { params: { unitId: world.units.A }, body: { ...decision, teamIds: [teamId], knowsOfGaps: [teamId] } };
    },
  },
  voidDecision: {
    at: A,
    ask: async (world) => {
      const teamId = await buildTeam(world.app, { unitId: await world.hamlet(`Thôn ${60 + lists++}`) });
      const { decisions } = await world.must('getTeam', 'committee', { params: { teamId } });
      return { params: { teamId, decisionId: decisions[0].id }, body: { version: 1, reason: 'Ghi nhầm tổ' } };
    },
  },
  putDecisionScan: {
    at: A1,
    ask: async (world) => ({ params: await decisionOf(world), body: Buffer.from('%PDF-1.7\n%%EOF\n') }),
  },
  decisionScan: { at: A1, ask: scanned },
  removeDecisionScan: {
    at: A1,
    ask: async (world) => ({ ...(await scanned(world)), body: { reason: 'Quét nhầm văn bản' } }),
  },
  reviveTeam: {
    at: A,
    ask: async (world) => {
      const teamId = await buildTeam(world.app, { unitId: await world.hamlet(`Thôn ${60 + lists++}`) });
      await world.must('dissolveTeam', 'committee', { params: { teamId }, body: { ...decision, from: TODAY } });
      return { params: { teamId }, body: { ...decision, from: TODAY, memberIds: [], knowsOfGaps: [teamId] } };
    },
  },
  decisionCorrections: { at: A1, ask: async (world) => ({ params: await decisionOf(world) }) },
  myCard: ofTeam(),
  registerCard: {
    at: A1,
    ask: async ({ teams }) => ({
      params: { teamId: teams.A1 },
      body: { publicKey: await publicHalf(await makeCardKey()) },
    }),
  },
  reportCardLost: ofTeam(),
  setCardPhoto: {
    at: A1,
    ask: async ({ teams }) => ({
      params: { teamId: teams.A1 },
      body: await jpegOf('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'),
    }),
  },
  removeCardPhoto: ofTeam(),
  askForPaperCard: ofTeam(),
  issuePaperCard: { at: A1, ask: cardOf },
  paperCard: {
    at: A1,
    ask: async (world: World) => {
      await world.must('issuePaperCard', 'leader', cardOf(world));
      return cardOf(world);
    },
  },
  revokeCards: { at: A1, ask: cardOf },
  dissolutionPreview: ofTeam(),
  dissolveTeam: {
    at: A,
    ask: async (world) => ({
      params: { teamId: await buildTeam(world.app, { unitId: await world.hamlet('Thôn 5') }) },
      body: { ...decision, from: TODAY },
    }),
  },
  addMember: ofTeam({ body: newPerson('Lê Thị Mới') }),
  changeMember: {
    at: A1,
    ask: async (world) => ({ params: await spareMember(world), body: { position: 'Trưởng thôn', from: TODAY } }),
  },
  endMember: { at: A1, ask: async (world) => ({ params: await spareMember(world), body: { lastDay: TODAY } }) },
  removeMember: {
    at: A1,
    ask: async (world) => {
      const fullName = `Lê Thị Nhầm ${lists++}`;
      const { members } = await world.must('addMember', 'committee', {
        params: { teamId: world.teams.A1 },
        body: newPerson(fullName),
      });
      const memberId = members.find(({ person }: { person: { fullName: string } }) => person.fullName === fullName).id;
      return { params: { teamId: world.teams.A1, memberId }, body: { why: 'wrong_person' } };
    },
  },
  replaceMember: {
    at: A1,
    ask: async (world) => ({ params: await spareMember(world), body: newPerson('Lê Thị Thay') }),
  },
  shareSupport: {
    at: A,
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: {
        changes: [
          {
            teamId: await buildTeam(world.app, { unitId: await world.hamlet('Thôn 6') }),
            personId: world.people.committee.id,
            insteadOf: null,
          },
        ],
      },
    }),
  },
  setGroup: ofTeam({ body: group }),
  revealPhones: {
    at: A1,
    ask: (world) => ({ params: { personId: world.people.member.id }, body: { purpose: 'other' } }),
  },
  createCommittee: atUnit(A, { body: { ...decision, from: '2022-03-01' } }),
  addCommitteeMember: atUnit(A, { body: { fullName: 'Trịnh Thị Mới', position: 'Công chức', from: TODAY } }),
  endCommitteeMember: {
    at: A,
    ask: async (world) => {
      const { members } = await world.must('addCommitteeMember', 'committee', {
        params: { unitId: world.units.A },
        body: { fullName: 'Trịnh Thị Thôi', position: 'Công chức', from: '2022-06-01' },
      });
      return {
        params: {
          unitId: world.units.A,
          memberId: members.find((one: { person: { fullName: string } }) => one.person.fullName === 'Trịnh Thị Thôi')
            .id,
        },
        body: { lastDay: TODAY },
      };
    },
  },
  createInvite: { at: A1, ask: (world) => ({ params: { personId: world.people.member.id } }) },
  reportLostPhone: {
    at: A1,
    // Somebody of whom no other question needs a session.
    ask: async (world) => ({
      params: { personId: (await buildMember(world.app, { teamId: world.teams.A1, signedIn: false })).id },
    }),
  },
  doubtNumber: {
    at: A1,
    ask: async (world) => ({
      params: { personId: (await buildMember(world.app, { teamId: world.teams.A1, signedIn: false })).id },
    }),
  },
  setMemberSkills: { at: A1, ask: (world) => ({ ...cardOf(world), body: { skills: ['outreach'] } }) },
  answerNumber: {
    at: A1,
    ask: async (world) => ({ params: { questionId: await askedNumber(world) }, body: { answer: 'keep' } }),
  },
  uploadRoster: { at: A, ask: roster },
  getRosterImport: { at: A, ask: async (world) => ({ params: await stagedRoster(world) }) },
  chooseInRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world), body: { choices: [] } }) },
  originalRoster: {
    at: A,
    ask: async (world) => ({ params: await stagedRoster(world) }),
    // Committee staged it; others who may import see what was read of it, not the file.
    heldBack: { admin: 'roster.notYours', focal: 'roster.notYours' },
  },
  setRosterColumns: {
    at: A,
    ask: async (world) => ({ params: await stagedRoster(world), body: { tables: [] } }),
  },
  annotatedRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world) }) },
  rosterGaps: { at: A, ask: async (world) => ({ params: await stagedRoster(world), query: { signedOn: TODAY } }) },
  confirmRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world), body: { from: TODAY } }) },
  discardRoster: { at: A, ask: async (world) => ({ params: await stagedRoster(world) }) },
  listPosts: atUnit(A),
  readOfficerList: atUnit(A, {
    body: Buffer.from('Họ tên,Số điện thoại,Chức vụ,Đơn vị\nLê Văn Tư,0510000881,Quản trị,1\n'),
  }),
  importOfficers: atUnit(A, { body: { from: TODAY, lines: [officerLine] } }),
  noteOfficers: atUnit(A, { body: { from: TODAY, lines: [{ ...officerLine, post: 'Trưởng phòng' }] } }),
  readiness: atUnit(A),
  appointOfficer: atUnit(A, { body: { fullName: 'Lê Văn Trung', role: 'trainer', title: 'Giảng viên', from: TODAY } }),
  previewHandover: { at: A, ask: async (world) => ({ params: { postId: await spareTrainer(world) } }) },
  handOver: {
    at: A,
    ask: async (world) => ({
      params: { postId: await spareTrainer(world) },
      body: { mode: 'replace', from: addDays(TODAY, 1), fullName: 'Lê Văn Nhận', basis: '12/QĐ-UBND' },
    }),
  },
  takeBackHandover: {
    at: A,
    ask: async (world) => ({
      params: {
        handoverId: (
          await world.must('handOver', 'admin', {
            params: { postId: await spareTrainer(world) },
            body: { mode: 'vacate', from: addDays(TODAY, 2) },
          })
        ).id,
      },
    }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
