/** What each screen is used for; the words stand in the catalogue under the same names. */
import type { Action } from '#contracts/actions';

export interface HelpTask {
  id: string;
  screen: string;
  /** Shown to those who may; to everybody where it is absent. */
  right?: Action;
  minutes: number;
  /** Set up once or comes seldom: not for the sheet that hangs on the wall. */
  seldom?: true;
}

/** The first of a screen is the one that it is opened for. */
export const helpTasks: readonly HelpTask[] = [
  { id: 'today', screen: '/', minutes: 2 },
  { id: 'overview', screen: '/dashboard', minutes: 2 },
  { id: 'import', screen: '/import', right: 'roster.import', minutes: 5 },
  { id: 'slips', screen: '/invites', right: 'invite.create', minutes: 3 },
  { id: 'invite', screen: '/teams', right: 'team.manage', minutes: 2 },
  { id: 'newTeam', screen: '/teams', right: 'team.manage', minutes: 3 },
  { id: 'teamDecision', screen: '/teams', right: 'team.manage', minutes: 4 },
  { id: 'teamEnd', screen: '/teams', right: 'team.manage', minutes: 3 },
  { id: 'assign', screen: '/assignments', right: 'assignment.issue', minutes: 4 },
  { id: 'changeOrder', screen: '/assignments', right: 'assignment.issue', minutes: 2 },
  { id: 'monthly', screen: '/assignments', right: 'assignment.issue', minutes: 2 },
  { id: 'chase', screen: '/assignments', right: 'assignment.chase', minutes: 2 },
  { id: 'confirm', screen: '/results', right: 'result.confirm', minutes: 2 },
  { id: 'training', screen: '/training', right: 'training.read', minutes: 3 },
  { id: 'report', screen: '/reports', right: 'report.write', minutes: 4 },
  { id: 'receive', screen: '/report-board', right: 'report.receive', minutes: 3 },
  { id: 'difficulty', screen: '/difficulties', right: 'difficulty.answer', minutes: 2 },
  { id: 'channels', screen: '/channels', right: 'channel.read', minutes: 3 },
  { id: 'documents', screen: '/documents', right: 'directive.manage', minutes: 2 },
  { id: 'registers', screen: '/registers', right: 'register.read', minutes: 2 },
  { id: 'hamlet', screen: '/units', right: 'hamlet.manage', minutes: 2 },
  { id: 'hamletWrong', screen: '/units', right: 'hamlet.manage', minutes: 2 },
  { id: 'unitList', screen: '/units', right: 'unit.manage', minutes: 6, seldom: true },
  { id: 'endUnit', screen: '/units', right: 'unit.manage', minutes: 4, seldom: true },
  { id: 'unitMap', screen: '/units', right: 'unit.manage', minutes: 3, seldom: true },
  { id: 'mergeHamlets', screen: '/reforms', right: 'hamlet.merge', minutes: 3, seldom: true },
  { id: 'unitReform', screen: '/unit-reforms', right: 'reform.manage', minutes: 10, seldom: true },
  { id: 'unitDay', screen: '/units', right: 'unit.browse', minutes: 1 },
  { id: 'appoint', screen: '/officers', right: 'committee.manage', minutes: 3 },
  { id: 'handOver', screen: '/officers', right: 'post.manage', minutes: 3 },
  { id: 'handovers', screen: '/handovers', right: 'assignment.read', minutes: 1 },
  { id: 'takeover', screen: '/takeover', right: 'committee.manage', minutes: 3, seldom: true },
  { id: 'officerList', screen: '/officers', right: 'committee.manage', minutes: 5, seldom: true },
  { id: 'committee', screen: '/committee', right: 'team.read', minutes: 3 },
  { id: 'providers', screen: '/providers', right: 'unit.read', minutes: 3, seldom: true },
  { id: 'offices', screen: '/offices', right: 'committee.manage', minutes: 2, seldom: true },
  { id: 'recipients', screen: '/recipients', right: 'report.write', minutes: 3 },
  { id: 'pastYears', screen: '/past-years', right: 'report.write', minutes: 5, seldom: true },
  { id: 'forms', screen: '/forms', right: 'report.read', minutes: 5 },
  { id: 'rules', screen: '/rules', right: 'unit.read', minutes: 3, seldom: true },
  { id: 'start', screen: '/start', right: 'post.manage', minutes: 10, seldom: true },
  { id: 'serviceDays', screen: '/service-days', right: 'report.read', minutes: 2 },
  { id: 'communes', screen: '/communes', right: 'team.read', minutes: 1 },
  { id: 'checkIn', screen: '/training/door', right: 'training.door', minutes: 2 },
  { id: 'coverage', screen: '/training/coverage', right: 'training.read', minutes: 2 },
  { id: 'cards', screen: '/training/cards', right: 'training.propose', minutes: 2 },
  { id: 'joint', screen: '/joint-work', right: 'task.partner', minutes: 2 },
  { id: 'dataRequest', screen: '/data-requests', right: 'data.answer', minutes: 3, seldom: true },
  { id: 'log', screen: '/log', right: 'log.read', minutes: 2 },
  { id: 'system', screen: '/system', right: 'channel.manage', minutes: 2, seldom: true },
];

/** Of the guide for members, which is printed. */
export const memberTasks = ['member1', 'member2', 'member3', 'member4', 'member5', 'member6'] as const;
