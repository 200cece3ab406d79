/** What a probe asks for: by whom, at which of the units that they hold, of which of the things that were seeded. */
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
export type Probe = (asker: Asker) => Ask[];
export type LateProbe = (asker: Asker) => Ask[] | Promise<Ask[]>;

export const isAbove = ({ role }: Pick<Asker, 'role'>): boolean => role === 'admin' || role === 'province_officer';
export const isTeam = ({ role }: Asker): boolean => role === 'leader' || role === 'member';

export const mine: Probe = () => [{}];
export const asked =
  (...queries: Record<string, string>[]): Probe =>
  () =>
    queries.map((query) => ({ query }));
/** The unit of the post; an officer of the province looks into a commune too. */
export const unitsOf = (asker: Asker): string[] => {
  const { province, commune, hamlet } = asker.seats;
  if (isAbove(asker)) return [province, commune];
  return [isTeam(asker) ? hamlet : commune];
};
export const atUnits =
  (...queries: Record<string, string>[]): Probe =>
  (asker) =>
    unitsOf(asker).flatMap((unitId) =>
      (queries.length > 0 ? queries : [undefined]).map((query) => ({ params: { unitId }, ...(query && { query }) })),
    );
/** What a member reads of their own team alone is not read of its hamlet. */
export const byOfficers =
  (probe: Probe): Probe =>
  (asker) =>
    isTeam(asker) ? [] : probe(asker);
export const atCommune =
  (query?: Record<string, string>): Probe =>
  ({ seats }) => [{ params: { unitId: seats.commune }, ...(query && { query }) }];
export const ofTeam: Probe = ({ seats }) => [{ params: { teamId: seats.team } }];
/** As many as a page of teams has. */
export const teamsOf = (seats: Seats): string =>
  [seats.team, ...Array.from({ length: 49 }, (_, n) => uuid(area.team, n + 2))].join(',');
export const ofPerson: Probe = ({ seats }) => [{ params: { personId: seats.people.leader.personId } }];
/** What people type who look for a person, a place, a report or too little. */
export const searched = asked(
  { q: 'nguyen thi huong' },
  { q: 'thon 5' },
  { q: 'bao cao thang 10' },
  { q: 'ho so' },
  { q: 'an' },
  { q: 'thon 5', at: '2026-10-01' },
);

export const mayMerge = ({ role }: Asker): boolean =>
  role === 'admin' || role === 'committee_member' || role === 'focal_officer';
export const mayReform = ({ role }: Asker): boolean => role === 'admin' || role === 'province_officer';
/** Of the reform that divides the commune. */
export const ofReform =
  (query?: Record<string, string>): Probe =>
  (asker) =>
    mayReform(asker) ? [{ params: { reformId: asker.made.unitReformId }, ...(query && { query }) }] : [];
/** Of the same reform: the commune is asked about a name. */
export const ofAskedNames: Probe = (asker) => {
  const { made, seats } = asker;
  return mayMerge(asker) ? [{ params: { reformId: made.unitReformId, unitId: seats.commune } }] : [];
};
/** The team's hamlet and the next one of its commune. */
export const hamletsToMerge = ({ hamlet }: Pick<Seats, 'hamlet'>): string[] => [hamlet, uuid(area.hamlet, 2)];

/** Of the watched orders: one in every state, one that is fresh, one that is mostly confirmed. */
export const kinds = { mixed: 6, fresh: 17, confirmed: 19 };
export const ordersOf = (asker: Asker): string[] => [
  ...Object.values(kinds).map((k) => uuid(isAbove(asker) ? area.watchedProvince : area.watchedCommune, k)),
  ...(isAbove(asker) ? [] : [uuid(area.watchedProvince, kinds.mixed)]),
];
/** The first of the watched ones is given anew each month. */
export const ofSeries: Probe = (asker) =>
  isTeam(asker)
    ? []
    : ordersOf(asker)
        .slice(0, 1)
        .map((seriesId) => ({ params: { seriesId } }));
export const ofOrders: Probe = (asker) => ordersOf(asker).map((assignmentId) => ({ params: { assignmentId } }));
/** Team 1's tasks of the province's orders. */
export const tasks = [6, 13, 19].map((k) => `00000000-0034-7000-8000-${(100 + k).toString(16).padStart(12, '0')}`);
export const ofTasks: Probe = () => tasks.map((taskId) => ({ params: { taskId } }));

/** The first team's; a trainer answers for no team. */
export const ofDifficulties: Probe = ({ role }) =>
  role === 'trainer' ? [] : [{ params: { difficultyId: uuid(area.extra, 1_700_000_011) } }];

export const sessionNumber = { done: 14, coming: 15, proposed: 16 };
export const session = (n: number): string => uuid(area.training, n);
export const ofSessions =
  (...which: (keyof typeof sessionNumber)[]): Probe =>
  () =>
    which.map((one) => ({ params: { sessionId: session(sessionNumber[one]) } }));
/** Of a whole year: all of it, and looks alone. */
export const logQueries: Record<string, string>[] = [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-01-01', to: '2026-12-31', kind: 'look' },
];
export const span = { from: '2026-11-01', to: '2026-12-31' };

/** November's is sent as the last of the writes. */
export const communeDraft = uuid(area.report, 10 * 100_000 + 1);
export const provinceDraft = uuid(area.report, 90_000_000 + 10 * 100_000 + 1);
/** October's report of the commune: it was sent while the country was made. */
export const communeSent = uuid(area.report, 9 * 100_000 + 1);
export const reportsOf = (asker: Asker): string[] => [communeDraft, ...(isAbove(asker) ? [provinceDraft] : [])];
export const ofDrafts =
  (query?: Record<string, string>): Probe =>
  (asker) =>
    reportsOf(asker).map((reportId) => ({ params: { reportId }, ...(query && { query }) }));
export const ofSent =
  (query?: Record<string, string>): Probe =>
  () => [{ params: { reportId: communeSent }, ...(query && { query }) }];
export const ofExport: Probe = ({ made }) => [{ params: { reportId: communeSent, exportId: made.exportId } }];
export const ofMerge: Probe = ({ seats }) => [
  { params: { personId: seats.people.leader.personId }, query: { absorbedId: seats.people.member.personId } },
];
export const ofImport: Probe = ({ made }) => [{ params: { importId: made.importId } }];
export const ofList: Probe = ({ role, made }) => {
  const jobId = made.lists[role];
  return jobId ? [{ params: { jobId } }] : [];
};
/** Signed when it is asked: a link holds for minutes. */
export const byLink =
  (kind: 'photo' | 'file'): LateProbe =>
  async ({ made }) => {
    const { pathname, searchParams } = new URL(await made.linkTo(kind), 'http://x');
    const params = { [kind === 'photo' ? 'photoId' : 'fileHash']: pathname.split('/').at(-1) ?? '' };
    return [{ params, query: Object.fromEntries(searchParams) }];
  };
export const byMembers =
  (probe: Probe): Probe =>
  (asker) =>
    isTeam(asker) ? probe(asker) : [];

/** How people come in. No slip is printed here: a file is made in a process of its own. */
export const comingIn = {
  agencyAccounts: mine,
  signInWays: mine,
  slipsFile: () => [],
  invitations: atCommune(),
  teamInvitations: ofTeam,
};

/** Months in the units of today, and past years: no file of those is seeded, so that each place has none. */
export const figuresOfThen = {
  restatedFigures: atUnits({ month: '2026-10' }),
  restatedBoard: atUnits({ month: '2026-10' }),
  restatedSheet: atUnits({ month: '2026-10' }),
  pastFigureForm: (asker: Asker) =>
    ['province_officer', 'focal_officer'].includes(asker.role) ? atUnits({ period: '2025' })(asker) : [],
  pastImports: byOfficers(atUnits()),
  pastImportFigures: () => [],
  yearAgo: byOfficers(atUnits({ month: '2026-10' }, { month: '2026-10', count: '6' })),
};

/** Odd figures: the country of the bench has none by itself. */
export const oddFigures = {
  oddFigures: atUnits({ month: '2026-10' }),
  reportOddFigures: ofSent(),
  readOddFigure: () => [],
};

/** What a province asks its communes for once: a form with what one of them answers, and a campaign. */
export const ofAskedCommunes = {
  listForms: atUnits(),
  readForm: () => [{ params: { formId: uuid(area.form, 1) } }],
  previewRound: () => [{ params: { formId: uuid(area.form, 1) }, query: { dueBefore: '2026-12-20' } }],
  readRound: () => [{ params: { roundId: uuid(area.form, 2) } }],
  exportRound: () => [{ params: { roundId: uuid(area.form, 2) } }],
  listCampaigns: atUnits(),
  readCampaign: () => [{ params: { campaignId: uuid(area.campaign, 1) } }],
  listLongPeriods: ({ seats }): Ask[] => [{ params: { unitId: seats.province } }],
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
  readSheet: () => [{ params: { sheetId: uuid(area.form, 11) } }],
} satisfies Partial<Record<ReadId, LateProbe>>;
