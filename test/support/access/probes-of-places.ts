/** Asking about places and people: organization and membership. */
import { makeCardKey, publicHalf } from '#contracts/membership/card-codes';
import type { RouteId } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { writeWorkbook } from '#documents';
import { buildProvider } from '../training/training.ts';
import { buildMember, buildTeam } from '../people.ts';
import { header, sheetOf, team as rosterTeam } from '../files/rosters.ts';
import { A, A1, a1, type Ask, atUnit, ofTeam, type Probe } from './probe.ts';
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

let products = 0;
/** Each once: the register refuses the same name and owner twice. */
const productNamed = () => ({ name: `Mật ong ${++products}`, owner: 'Hộ bà Bình' });
const ofProduct = (body: Record<string, unknown>): Probe => ({
  at: a1,
  ask: async (world) => ({
    params: {
      productId: (
        await world.must('addOcopProduct', 'committee', { params: { unitId: world.units.a1 }, body: productNamed() })
      ).id,
    },
    body,
  }),
});

const plan = { kind: 'plan', issuedOn: TODAY, issuer: 'UBND xã', abstract: 'Kế hoạch' };
let plans = 0;
const spareDirective = async (world: World): Promise<string> =>
  (
    await world.must('createDirective', 'committee', {
      params: { unitId: world.units.A },
      body: { ...plan, number: `${200 + plans++}/KH-UBND` },
    })
  ).id;

/** A rule of commune A that begins in months: nothing of the others changes, and none begins before another. */
let rulesAsked = 0;
const futureRule = ({ units, directives }: World) => ({
  params: { unitId: units.A },
  body: { value: { kind: 'reply', days: 2 }, from: addDays(TODAY, 100 + rulesAsked++), directiveId: directives.A },
});
const standingRule = async (world: World, more: Record<string, unknown> = {}): Promise<Ask> => {
  const rule = futureRule(world);
  await world.must('setDatedRule', 'committee', rule);
  return { params: rule.params, body: { kind: 'reply', from: rule.body.from, ...more } };
};

export const organization = {
  getUnit: atUnit(A),
  unitHistory: atUnit(A),
  unitChildren: atUnit(A),
  unitSummary: atUnit(A),
  unitLineage: atUnit(A),
  listDirectives: atUnit(A),
  listRegisters: atUnit(A),
  listOcopProducts: atUnit(a1),
  listRules: atUnit(A),
  datedRules: atUnit(A),
  listProviders: atUnit(A),
  providerCoverage: atUnit(A),
  providerCell: {
    at: { ...A, provider: 'V1' },
    ask: ({ providers, units }) => ({ params: { providerId: providers.V1, unitId: units.A } }),
  },
  setCoverage: {
    at: A,
    ask: async (world) => ({
      params: { providerId: await buildProvider(world.app, { coverage: [world.units.B] }), unitId: world.units.A },
      body: { hamletIds: [world.units.a1], seen: [], from: TODAY },
    }),
  },
  coverHamlets: {
    at: a1,
    ask: async (world) => ({
      params: { providerId: await buildProvider(world.app, { coverage: [world.units.B] }) },
      body: { hamletIds: [world.units.a1], from: TODAY },
    }),
  },
  contactCard: atUnit(A),
  currentPeriod: atUnit(A),
  previewDatedRule: atUnit(A, { body: { value: { kind: 'reply', days: 2 }, from: TODAY } }),
  setDatedRule: { at: A, ask: futureRule },
  takeBackDatedRule: { at: A, ask: (world) => standingRule(world) },
  endDatedRule: { at: A, ask: (world) => standingRule(world, { lastDay: addDays(TODAY, 300) }) },
  createUnit: {
    at: A,
    ask: (world) => ({
      body: { kind: 'hamlet', type: 'thôn', name: 'Thôn Mới', parentId: world.units.A, from: TODAY },
    }),
  },
  changeUnit: {
    at: A,
    ask: async (world) => ({
      params: { unitId: await world.hamlet('Thôn 8') },
      body: { kind: 'rename', name: 'Thôn 18', from: TODAY, basis: 'Nghị quyết' },
    }),
  },
  readUnitList: atUnit(A, {
    query: { kind: 'hamlet' },
    body: Buffer.from('code,name,full_name,type,parent code\n79901,Thôn 31,Thôn 31,thôn,\n'),
  }),
  importUnits: atUnit(A, {
    body: {
      kind: 'hamlet',
      from: TODAY,
      basis: 'Danh mục',
      lines: [{ row: 2, code: '79901', name: 'Thôn 31', type: 'thôn', parentCode: '' }],
    },
  }),
  createDirective: atUnit(A, { body: { ...plan, number: '99/KH-UBND' } }),
  correctDirective: {
    at: A,
    ask: async (world) => ({
      params: { directiveId: await spareDirective(world) },
      body: { ...plan, number: '100/KH-UBND', version: 1, reason: 'Gõ nhầm số' },
    }),
  },
  directiveCorrections: { at: A, ask: ({ directives }) => ({ params: { directiveId: directives.A } }) },
  setRegister: atUnit(a1, { body: { households: 180, asOf: TODAY } }),
  addOcopProduct: { at: a1, ask: async ({ units }) => ({ params: { unitId: units.a1 }, body: productNamed() }) },
  listOcopProduct: ofProduct({ listedOn: TODAY, marketplace: 'Sàn' }),
  changeOcopProduct: ofProduct({ stars: 4, reason: 'Ghi nhầm số sao' }),
  endOcopProduct: ofProduct({ lastDay: TODAY, reason: 'Hộ thôi làm' }),
  createProvider: {
    at: A,
    ask: (world) => ({ body: { name: 'Bưu điện', kind: 'post', coverage: [world.units.A], from: TODAY } }),
  },
} satisfies Partial<Record<RouteId, Probe>>;

async function decisionOf(world: World): Promise<Ask['params']> {
  const teamId = world.teams.A1;
  const { decisions } = await world.must('getTeam', 'committee', { params: { teamId } });
  return { teamId, decisionId: decisions[0].id };
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

const cardOf = ({ teams, people }: World) => ({
  params: { teamId: teams.A1, personId: people.member?.id as string },
});

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
  attachDecision: {
    at: A,
    ask: async (world) => ({
      params: { teamId: await buildTeam(world.app, { unitId: await world.hamlet('Thôn 4'), status: 'draft' }) },
      body: decision,
    }),
  },
  correctDecision: {
    at: A1,
    ask: async (world) => ({
      params: await decisionOf(world),
      body: { ...decision, number: '43/QĐ-UBND', signedOn: '2022-01-01', version: 1, reason: 'Gõ nhầm số' },
    }),
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
  setSupporters: {
    at: A1,
    ask: (world) => ({ params: { teamId: world.teams.A1 }, body: { personIds: [world.people.committee.id] } }),
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
  setUnitGroup: atUnit(A, { body: group }),
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
  endOffice: {
    at: A,
    ask: async (world) => ({
      params: {
        postId: (
          await world.must('appointOfficer', 'admin', {
            params: { unitId: world.units.A },
            body: { fullName: 'Lê Văn Thôi', role: 'trainer', title: 'Giảng viên', from: '2022-06-01' },
          })
        ).id,
      },
      body: { lastDay: TODAY },
    }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
