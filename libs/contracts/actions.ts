/**
 * Who may do what, as one table (role x action). Where it holds is the post's place:
 * an officer's unit and all below it, a team member's own team. Free of zod: screens hide what is not allowed.
 */
import type { Role } from './enums.ts';

const committee = ['committee_member', 'focal_officer'] as const;
const district = ['province_officer', 'district_officer'] as const;
const officers = ['admin', ...district, ...committee] as const;
const answering = ['leader', 'deputy'] as const;
const team = ['leader', 'deputy', 'member'] as const;

export const actions = {
  'unit.read': [...officers, ...team, 'trainer'],
  /** What lies in a unit: its parts, and who serves them. */
  'unit.browse': [...officers, ...team, 'trainer'],
  /** Figures and products of hamlets, with the names of who makes them. */
  'register.read': [...officers, ...team],
  'unit.manage': ['admin'],
  /** Communes and above: what goes into what, from which day on. */
  'reform.manage': ['admin', 'province_officer'],
  /** Two hamlets of a commune become one. */
  'hamlet.merge': ['admin', ...committee],
  /** A commune's own hamlets: its committee knows of the resolution first. */
  'hamlet.manage': ['admin', ...committee],
  'directive.manage': officers,
  'register.manage': ['admin', ...committee],
  'post.manage': ['admin'],
  'committee.manage': ['admin', ...committee],
  'team.read': [...officers, ...team],
  'team.manage': ['admin', ...committee],
  'group.manage': ['admin', ...committee, ...answering],
  'roster.import': ['admin', ...committee],
  'roster.export': officers,
  'phone.read': ['admin', ...district, ...committee, ...team],
  'invite.create': ['admin', ...committee, ...answering],
  'account.decide': ['admin', ...committee],
  /** Who did what, who looked at whose number, who took which list away. */
  'log.read': ['admin', 'focal_officer'],
  /** What people ask about their data; an administrator above sees what is late below. */
  'data.answer': ['admin', 'focal_officer'],
  'channel.read': officers,
  /** Figures, cost, quotas and the log of channels. */
  'channel.watch': ['admin', ...district],
  'channel.manage': ['admin'],
  'calendar.manage': ['admin'],
  /** Dated rules that a commune may have of its own. */
  'rule.own': ['admin', ...committee],
  /** All other dated rules. */
  'rule.manage': ['admin'],
  /** What a province pays its teams. */
  'allowance.manage': ['admin'],
  'assignment.issue': [...district, ...committee],
  'assignment.read': officers,
  'assignment.chase': [...district, ...committee],
  /** What goes to very many and waits for a second officer; to ask and to decide takes the right to the act itself too. */
  'send.second': officers,
  'task.read': [...officers, ...team],
  'task.accept': team,
  'task.answer': answering,
  'task.report': team,
  'task.complete': team,
  'result.confirm': committee,
  /** Which results may be confirmed unseen. */
  'sampling.manage': [...district, ...committee],
  /** A company's side of joint work. */
  'task.partner': ['trainer'],
  'training.read': [...officers, 'trainer'],
  'training.propose': ['trainer'],
  'training.decide': committee,
  'training.invite': ['trainer', ...committee],
  'training.call': ['trainer', ...committee],
  'training.door': ['trainer', ...committee],
  'training.certify': ['trainer'],
  'training.load': ['admin', ...district],
  'report.read': officers,
  // The stand-in has the focal officer's role for the time.
  'report.write': ['focal_officer', ...district],
  /** Of these whoever leads the committee. */
  'report.approve': committee,
  'report.decide': district,
  'report.receive': district,
  'difficulty.report': team,
  // A company's people read and answer what was passed on to their company, nothing else.
  'difficulty.read': [...officers, ...team, 'trainer'],
  'difficulty.answer': [...district, ...committee, 'trainer'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof actions;

/** Acts on the whole installation: held by a post at the topmost unit only, whatever it may do below. */
export const ofTheInstallation: ReadonlySet<Action> = new Set<Action>(['channel.manage', 'calendar.manage']);

/** True when a post with this role carries the action somewhere. */
export function roleMay(role: Role, action: Action): boolean {
  return (actions[action] as readonly Role[]).includes(role);
}
