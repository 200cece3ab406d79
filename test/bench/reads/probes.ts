/**
 * How each GET of the contract is asked in a seeded country: by whom, at which of the units that they hold. The compiler
 * asks for a line per route, and the bench fails when a route has none.
 */
import type { RouteId, routes } from '#contracts';
import type { Role } from '#contracts/enums';
import type { HttpCall } from '../../support/over-http.ts';
import type { Made } from './prepare.ts';
import { area, type Seats, uuid } from '../country/seats.ts';

export type ReadId = { [Id in RouteId]: (typeof routes)[Id]['method'] extends 'GET' ? Id : never }[RouteId];
export interface Asker {
  role: Role;
  seats: Seats;
  made: Made;
}
export type Ask = Pick<HttpCall, 'params' | 'query'>;
/** Nothing: the role has the right, and nothing of this kind that it may see. */
type Probe = (asker: Asker) => Ask[];
type LateProbe = (asker: Asker) => Ask[] | Promise<Ask[]>;

export const isAbove = ({ role }: Pick<Asker, 'role'>): boolean => role === 'admin' || role === 'province_officer';
const isTeam = ({ role }: Asker): boolean => role === 'leader' || role === 'member';

const mine: Probe = () => [{}];
const asked =
  (...queries: Record<string, string>[]): Probe =>
  () =>
    queries.map((query) => ({ query }));
/** The unit of the post; an officer of the province looks into a commune too. */
const unitsOf = (asker: Asker): string[] => {
  const { province, commune, hamlet } = asker.seats;
  if (isAbove(asker)) return [province, commune];
  return [isTeam(asker) ? hamlet : commune];
};
const atUnits =
  (...queries: Record<string, string>[]): Probe =>
  (asker) =>
    unitsOf(asker).flatMap((unitId) =>
      (queries.length > 0 ? queries : [undefined]).map((query) => ({ params: { unitId }, ...(query && { query }) })),
    );
/** What a member reads of their own team alone is not read of its hamlet. */
const byOfficers =
  (probe: Probe): Probe =>
  (asker) =>
    isTeam(asker) ? [] : probe(asker);
const atCommune =
  (query?: Record<string, string>): Probe =>
  ({ seats }) => [{ params: { unitId: seats.commune }, ...(query && { query }) }];
const ofTeam: Probe = ({ seats }) => [{ params: { teamId: seats.team } }];
/** As many as a page of teams has. */
const teamsOf = (seats: Seats): string =>
  [seats.team, ...Array.from({ length: 49 }, (_, n) => uuid(area.team, n + 2))].join(',');
const ofPerson: Probe = ({ seats }) => [{ params: { personId: seats.people.leader.personId } }];

const mayMerge = ({ role }: Asker): boolean =>
  role === 'admin' || role === 'committee_member' || role === 'focal_officer';
/** The team's hamlet and the next one of its commune. */
export const hamletsToMerge = ({ hamlet }: Pick<Seats, 'hamlet'>): string[] => [hamlet, uuid(area.hamlet, 2)];

/** Of the watched orders: one in every state, one that is fresh, one that is mostly confirmed. */
const kinds = { mixed: 6, fresh: 17, confirmed: 19 };
const ordersOf = (asker: Asker): string[] => [
  ...Object.values(kinds).map((k) => uuid(isAbove(asker) ? area.watchedProvince : area.watchedCommune, k)),
  ...(isAbove(asker) ? [] : [uuid(area.watchedProvince, kinds.mixed)]),
];
/** The first of the watched ones is given anew each month. */
const ofSeries: Probe = (asker) =>
  isTeam(asker)
    ? []
    : ordersOf(asker)
        .slice(0, 1)
        .map((seriesId) => ({ params: { seriesId } }));
const ofOrders: Probe = (asker) => ordersOf(asker).map((assignmentId) => ({ params: { assignmentId } }));
/** Team 1's tasks of the province's orders. */
const tasks = [6, 13, 19].map((k) => `00000000-0034-7000-8000-${(100 + k).toString(16).padStart(12, '0')}`);
const ofTasks: Probe = () => tasks.map((taskId) => ({ params: { taskId } }));

/** The first team's; a trainer answers for no team. */
const ofDifficulties: Probe = ({ role }) =>
  role === 'trainer' ? [] : [{ params: { difficultyId: uuid(area.extra, 1_700_000_011) } }];

const sessionNumber = { done: 14, coming: 15, proposed: 16 };
const session = (n: number): string => uuid(area.training, n);
const ofSessions =
  (...which: (keyof typeof sessionNumber)[]): Probe =>
  () =>
    which.map((one) => ({ params: { sessionId: session(sessionNumber[one]) } }));
/** Of a whole year: all of it, and looks alone. */
const logQueries: Record<string, string>[] = [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-01-01', to: '2026-12-31', kind: 'look' },
];
const span = { from: '2026-11-01', to: '2026-12-31' };

/** November's is sent as the last of the writes. */
export const communeDraft = uuid(area.report, 10 * 100_000 + 1);
const provinceDraft = uuid(area.report, 90_000_000 + 10 * 100_000 + 1);
/** October's report of the commune: it was sent while the country was made. */
export const communeSent = uuid(area.report, 9 * 100_000 + 1);
const reportsOf = (asker: Asker): string[] => [communeDraft, ...(isAbove(asker) ? [provinceDraft] : [])];
const ofDrafts =
  (query?: Record<string, string>): Probe =>
  (asker) =>
    reportsOf(asker).map((reportId) => ({ params: { reportId }, ...(query && { query }) }));
const ofSent =
  (query?: Record<string, string>): Probe =>
  () => [{ params: { reportId: communeSent }, ...(query && { query }) }];
const ofExport: Probe = ({ made }) => [{ params: { reportId: communeSent, exportId: made.exportId } }];
const ofImport: Probe = ({ made }) => [{ params: { importId: made.importId } }];
const ofList: Probe = ({ role, made }) => {
  const jobId = made.lists[role];
  return jobId ? [{ params: { jobId } }] : [];
};
/** Signed when it is asked: a link holds for minutes. */
const byLink =
  (kind: 'photo' | 'file'): LateProbe =>
  async ({ made }) => {
    const { pathname, searchParams } = new URL(await made.linkTo(kind), 'http://x');
    const params = { [kind === 'photo' ? 'photoId' : 'fileHash']: pathname.split('/').at(-1) ?? '' };
    return [{ params, query: Object.fromEntries(searchParams) }];
  };
const byMembers =
  (probe: Probe): Probe =>
  (asker) =>
    isTeam(asker) ? probe(asker) : [];

export const probes: Record<ReadId, LateProbe> = {
  previewInvite: () => [{ params: { code: 'invite-of-the-bench-4' } }],
  me: mine,
  mySessions: mine,
  mySecondFactor: mine,
  search: asked({ q: 'nguyen thi huong' }, { q: 'thon 5' }, { q: 'bao cao thang 10' }, { q: 'ho so' }, { q: 'an' }),
  myAccounts: mine,
  personAccounts: ofPerson,
  mergeCandidates: ofPerson,
  previewMerge: ({ seats }) => [
    { params: { personId: seats.people.leader.personId }, query: { absorbedId: seats.people.member.personId } },
  ],
  linkRequests: mine,

  searchUnits: asked({ q: 'minh son' }, { q: 'thon 5', kind: 'hamlet' }, { kind: 'commune', limit: '200' }),
  getUnit: atUnits(),
  unitHistory: atUnits(),
  unitChildren: atUnits(),
  unitShapes: atUnits(),
  unitSummary: atUnits(),
  unitLineage: atUnits(),
  unitChanges: atUnits(),
  unitMaps: (asker) => (asker.role === 'admin' ? atUnits()(asker) : []),
  listDirectives: atUnits(),
  listReorganisations: (asker) => (mayMerge(asker) ? atCommune({ limit: '200' })(asker) : []),
  getReorganisation: (asker) => (mayMerge(asker) ? [{ params: { reorganisationId: asker.made.reformId } }] : []),
  rehearseMerger: (asker) =>
    mayMerge(asker)
      ? atCommune({ hamletIds: hamletsToMerge(asker.seats).join(','), onDate: '2026-12-31', name: 'Tân Minh' })(asker)
      : [],
  listRegisters: atUnits({ limit: '200' }, { by: 'commune', limit: '200' }),
  listOcopProducts: atUnits({ limit: '200' }, { filter: 'missing' }),
  listIndicators: mine,
  listRules: atUnits(),
  channelConsent: byOfficers(atUnits()),
  channelSettings: (asker) => (asker.role === 'admin' ? [{}] : []),
  unitCatalogue: byOfficers(atUnits()),
  readLog: byOfficers(atUnits(...logQueries)),
  unusualUse: byOfficers(atUnits()),
  logByTrace: (asker) => byOfficers(atUnits({ code: asker.made.taken.trace }))(asker),
  ownLogQuestion: ({ role, made }) =>
    role === 'admin' || role === 'focal_officer' ? [{ params: { questionId: made.taken.questionId } }] : [],
  datedRules: atUnits(),
  listProviders: atUnits(),
  providerCoverage: atUnits({ limit: '200' }, { by: 'hamlet', filter: 'gap' }, { by: 'hamlet', limit: '200' }),
  providerCell: ({ seats }) => [{ params: { providerId: uuid(area.provider, 1), unitId: seats.commune } }],
  contactCard: atUnits(),
  currentPeriod: atUnits(),
  listTeams: byOfficers(
    atUnits(
      {},
      { limit: '100' },
      { filter: 'lacking' },
      { filter: 'group', limit: '100' },
      { q: 'nguyen', sort: '-members' },
    ),
  ),
  teamSums: byOfficers(atUnits()),
  teamsByCommune: byOfficers(atUnits({ limit: '200' }, { filter: 'lacking' })),
  hamletsWithoutTeam: byOfficers(atUnits({ limit: '200' })),
  getTeam: ofTeam,
  dissolutionPreview: ofTeam,
  getCommittee: byOfficers(atUnits()),
  committeeLoad: byOfficers(atCommune()),
  listCommittees: byOfficers(atUnits({ limit: '200' }, { incomplete: 'true' })),
  decisionScan: byOfficers(({ seats }) => [{ params: { teamId: seats.team, decisionId: uuid(area.decision, 1) } }]),
  decisionCorrections: ({ seats }) => [{ params: { teamId: seats.team, decisionId: uuid(area.decision, 1) } }],
  directiveCorrections: (asker) => [
    { params: { directiveId: uuid(area.directive, isAbove(asker) ? 900_000_101 : 101) } },
  ],
  rosterTemplate: mine,
  officerTemplate: mine,
  previewHandover: (asker) => (asker.role === 'admin' ? [{ params: { postId: asker.made.focalPostId } }] : []),
  myHandovers: byOfficers(mine),
  getRosterImport: ofImport,
  rosterGaps: ({ made }) => [{ params: { importId: made.importId }, query: { signedOn: '2026-11-01' } }],
  /** Whoever has uploaded it sees the file. */
  originalRoster: (asker) => (asker.role === 'committee_member' ? ofImport(asker) : []),
  annotatedRoster: ofImport,
  listPosts: atUnits(),
  readiness: atUnits(),

  listTemplates: mine,
  listDrafts: atUnits(),
  productsToList: atUnits(),
  communesToAsk: atUnits(),
  listOrderRequests: atUnits(),
  readOrderRequest: ({ made }) => [{ params: { requestId: made.requestId } }],
  listAllotments: atUnits({}, { waiting: 'true' }),
  readAllotment: ({ made }) => [{ params: { allotmentId: made.allotmentId } }],
  samplingRules: atUnits(),
  listAssignments: atUnits({}, { open: 'true' }, { q: 'ho so' }),
  getAssignment: ofOrders,
  orderVersions: ofOrders,
  listOrderSeries: byOfficers(atUnits()),
  nextOfSeries: ofSeries,
  assignmentTasks: (asker) =>
    ofOrders(asker).flatMap((ask) =>
      ['', 'limit=200', 'sort=result&desc=true', 'q=thon 5&show=silent&sort=commune'].map((query) => ({
        ...ask,
        query: Object.fromEntries(new URLSearchParams(query)),
      })),
    ),
  assignmentRollUp: ofOrders,
  myTasks: asked({ limit: '20' }, { closed: 'true', limit: '50' }),
  getTask: ofTasks,
  taskTrail: ofTasks,
  photoBytes: byLink('photo'),
  resultsToConfirm: atUnits({}, { limit: '100' }),
  teamActivity: byOfficers((asker) => atUnits({ teams: teamsOf(asker.seats) })(asker)),
  listDifficulties: atUnits({}, { filter: 'open' }, { q: 'song yeu' }),
  getDifficulty: ofDifficulties,
  difficultyProviders: byOfficers(ofDifficulties),
  listJointTasks: atUnits(),
  listKnowHow: atUnits({}, { limit: '200' }),

  inbox: asked({}, { unseen: 'true' }, { limit: '200' }),
  inboxStream: mine,
  getPreferences: mine,
  followUps: byOfficers(atUnits()),
  deliveryStatus: ofOrders,
  callList: ofOrders,
  personTrace: (asker) =>
    ordersOf(asker).map((assignmentId) => ({
      params: { assignmentId, personId: asker.seats.people.leader.personId },
    })),
  teamMessages: ofTeam,
  channels: mine,
  divertPlan: () => [{ params: { channelId: 'email' } }],
  noRoute: atUnits({}, { limit: '200' }),
  groups: byOfficers(atUnits({ limit: '200' }, { filter: 'urgent' })),
  groupSeats: mine,
  pushKey: mine,

  trainingSessions: asked(span),
  trainingSession: ofSessions('done', 'coming', 'proposed'),
  invitedPeople: ofSessions('done', 'coming'),
  invitedTeams: ofSessions('done', 'coming'),
  unacknowledged: ofSessions('coming'),
  unitCredits: atUnits(),
  trainingCoverage: atUnits(),
  coverageCell: ofTeam,
  trainingLoad: atUnits({ from: '2026-01-01', to: '2026-11-30' }),
  avoidTimes: atUnits(),
  trainingTopics: mine,
  myTraining: mine,
  myTrainingSession: byMembers(ofSessions('coming')),
  sessionCalendar: byMembers(ofSessions('coming')),
  calendarFeed: ({ made }) => [{ params: { feedToken: made.feedToken } }],
  myCredits: mine,
  trainingCards: mine,
  checkInPack: ofSessions('coming'),
  attendance: ofSessions('done'),
  attendanceSheet: ofSessions('coming'),
  sessionResult: ofSessions('done'),
  certificatePdf: byMembers(({ role }) => [
    { params: { certificateId: uuid(area.extra, 1_400_000_000 + 10 + (role === 'leader' ? 1 : 4)) } },
  ]),
  verifyCertificate: () => [{ params: { code: 'BENCH11' } }],
  fileBytes: byLink('file'),

  listReports: atUnits(),
  readReport: (asker) => [...ofDrafts()(asker), ...ofSent()(asker)],
  figureSource: ofDrafts({ code: 'CQ02' }),
  addedLines: (asker) => [...ofDrafts()(asker), ...ofSent()(asker)],
  reportVersions: ofSent(),
  reportBoard: atUnits({}, { month: '2026-10' }),
  dashboard: atUnits({}, { month: '2026-10' }),
  overview: atUnits({}, { month: '2026-10' }),
  overviewSheet: atUnits({}),
  overviewTeams: atUnits({ what: 'silent' }, { what: 'inactive' }, { what: 'late', month: '2026-10' }),
  listCampaigns: atUnits(),
  readCampaign: () => [{ params: { campaignId: uuid(area.campaign, 1) } }],
  previewCampaign: ({ seats }): Ask[] => [
    { params: { unitId: seats.province }, query: { startsOn: '2026-11-20', dueBefore: '2026-12-01' } },
    {
      params: { unitId: seats.province },
      query: {
        kind: 'results',
        title: '20 ngày',
        startsOn: '2026-11-01',
        endsOn: '2026-11-20',
        dueBefore: '2026-12-01',
      },
    },
  ],
  teamMonth: ofTeam,
  difficultyPlaces: ofTeam,
  myCard: ofTeam,
  /** Nobody has printed one; a file is made in a process of its own. */
  paperCard: () => [],
  myServiceDays: ofTeam,
  serviceDays: atCommune(),
  /** Made in a process of its own; what is measured here is reading the commune. */
  teamServiceDaysSheet: ofTeam,
  serviceDaysSheet: atCommune({ format: 'xlsx' }),
  allowanceRules: atUnits(),
  /** A province's list is made in the background. */
  appendix1: atCommune({ format: 'xlsx' }),
  teamDecisionDraft: atCommune({ format: 'docx' }),
  reportDocument: ofDrafts({ format: 'docx' }),
  readDocumentSettings: atUnits(),
  recipients: atUnits(),
  reportArchive: ofSent(),
  archivedFile: ofSent({ version: '1', format: 'docx' }),
  officeMails: ofSent(),
  signingExports: ofSent(),
  exportedFile: ofExport,
  signedFile: ofExport,
  myLists: mine,
  readList: ofList,
  listFile: ofList,
  restatedFigures: atUnits({ month: '2026-10' }),
  listWorkDays: asked({ year: '2026' }),
};
