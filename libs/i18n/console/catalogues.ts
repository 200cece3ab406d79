/**
 * The registry of the console's words: every catalogue that comes with the screens which name it, beside the frame's
 * (`../console.vi.ts`), which is there from the start. It types the words of the console in every language.
 */
import type { consoleVi } from '../console.vi.ts';

export const catalogues = {
  account: () => import('./frame/account.vi.ts'),
  agency: () => import('./frame/agency.vi.ts'),
  allotments: () => import('./tasks/allotments.vi.ts'),
  askedNames: () => import('./organization/asked-names.vi.ts'),
  assign: () => import('./tasks/assign.vi.ts'),
  board: () => import('./tasks/board.vi.ts'),
  bulk: () => import('./tasks/bulk.vi.ts'),
  channels: () => import('./notifications/channels.vi.ts'),
  committee: () => import('./membership/committee.vi.ts'),
  confirm: () => import('./tasks/confirm.vi.ts'),
  consoleErrors: () => import('./frame/errors.vi.ts'),
  coverageList: () => import('./training/coverage-list.vi.ts'),
  dataRequests: () => import('./membership/data-requests.vi.ts'),
  day: () => import('./frame/day.vi.ts'),
  directives: () => import('./organization/directives.vi.ts'),
  documents: () => import('./reporting/documents.vi.ts'),
  errors: () => import('../words/errors.vi.ts'),
  findings: () => import('../words/findings.vi.ts'),
  forms: () => import('./reporting/forms.vi.ts'),
  handovers: () => import('./membership/handovers.vi.ts'),
  help: () => import('./frame/help.vi.ts'),
  how: () => import('./reporting/how.vi.ts'),
  invites: () => import('./membership/invites.vi.ts'),
  keeping: () => import('./frame/keeping.vi.ts'),
  log: () => import('../words/log.vi.ts'),
  logPage: () => import('./frame/log.vi.ts'),
  maps: () => import('./organization/maps.vi.ts'),
  merges: () => import('./membership/merges.vi.ts'),
  oddFigures: () => import('./reporting/odd-figures.vi.ts'),
  officerList: () => import('./membership/officer-list.vi.ts'),
  officers: () => import('./membership/officers.vi.ts'),
  offices: () => import('./organization/offices.vi.ts'),
  orderChanges: () => import('./tasks/order-changes.vi.ts'),
  orderSeries: () => import('./tasks/order-series.vi.ts'),
  oversight: () => import('./tasks/oversight.vi.ts'),
  overview: () => import('./reporting/overview.vi.ts'),
  past: () => import('./membership/past.vi.ts'),
  pastYears: () => import('./reporting/past-years.vi.ts'),
  providers: () => import('./organization/providers.vi.ts'),
  questions: () => import('../words/questions.vi.ts'),
  recipients: () => import('./reporting/recipients.vi.ts'),
  reformNames: () => import('./organization/reform-names.vi.ts'),
  reformPeople: () => import('./membership/reform-people.vi.ts'),
  reforms: () => import('./organization/reforms.vi.ts'),
  registers: () => import('./organization/registers.vi.ts'),
  reports: () => import('./reporting/reports.vi.ts'),
  restated: () => import('./reporting/restated.vi.ts'),
  roster: () => import('./membership/roster.vi.ts'),
  rules: () => import('./organization/rules.vi.ts'),
  secondFactor: () => import('./frame/second-factor.vi.ts'),
  sendRequests: () => import('./notifications/send-requests.vi.ts'),
  serviceDays: () => import('./reporting/service-days.vi.ts'),
  splits: () => import('./organization/splits.vi.ts'),
  start: () => import('./frame/start.vi.ts'),
  system: () => import('./frame/system.vi.ts'),
  takeover: () => import('./membership/takeover.vi.ts'),
  team: () => import('./membership/team.vi.ts'),
  teamPapers: () => import('./membership/team-papers.vi.ts'),
  training: () => import('./training/training.vi.ts'),
  unitList: () => import('./organization/unit-list.vi.ts'),
  unitReforms: () => import('./organization/unit-reforms.vi.ts'),
  units: () => import('./organization/units.vi.ts'),
  workDays: () => import('./organization/work-days.vi.ts'),
  yearAgo: () => import('./reporting/year-ago.vi.ts'),
};

export type CatalogueName = keyof typeof catalogues;

type WordsIn<Module> = { [Name in keyof Module]: keyof Module[Name] }[keyof Module];
type Loaded = { [Name in CatalogueName]: WordsIn<Awaited<ReturnType<(typeof catalogues)[Name]>>> };

/** The id of a word of the console; one that stands in no catalogue does not compile. */
export type ConsoleWord = keyof typeof consoleVi | Loaded[CatalogueName];
