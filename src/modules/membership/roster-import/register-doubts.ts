/** Findings that only the register can raise: which of several hamlets is meant, and a leader whom the file does not name. */
import { cellName, columnName } from '#documents';
import { type Choices, type Finding, type FindingCode, findingRules } from '../roster/findings.ts';
import type { RegisterMember, RosterDiff } from '../roster/roster-diff.ts';
import type { Roster, RosterColumn, RosterMember, RosterTeam } from '../roster/roster.types.ts';
import type { PlacedTeam } from './place-teams.ts';

export interface OtherLeader {
  team: RosterTeam;
  /** The leader by the file. */
  member: RosterMember;
  /** The leader by the register, who would stay. */
  register: RegisterMember;
}

export function registerDoubts(roster: Roster, placed: readonly PlacedTeam[], others: readonly OtherLeader[], choices: Choices): Finding[] {
  const hamlets = placed.filter(({ candidates }) => candidates.length > 0).map(({ team, candidates }) => ({
    ...finding(roster, choices, team, 'team', 'hamlet.ambiguous', { name: team.name, count: candidates.length }, team.name, null),
    choices: candidates.map(({ fullName, former }) => (former ? `${fullName} (${former})` : fullName)),
  }));
  const leaders = others.map(({ team, member, register }) =>
    finding(roster, choices, { ...member }, 'position', 'team.otherLeader', { team: team.name, name: member.fullName, other: register.fullName }, 'Tổ trưởng', 'Tổ trưởng'),
  );
  return [...hamlets, ...leaders];
}

/** Teams whose leader by the register keeps the role while the file names another. */
export function otherLeaders(diff: RosterDiff, leaders: ReadonlyMap<string, RegisterMember>): OtherLeader[] {
  const leaving = new Set(diff.changed.filter(({ changes }) => changes.some(({ field }) => field === 'role' || field === 'team')).map(({ register }) => register.memberId));
  const kept = new Map(diff.unchanged.map(({ member, register }) => [member, register.memberId]));
  for (const { member, register } of diff.changed) kept.set(member, register.memberId);
  const listed = [...diff.added, ...diff.changed, ...diff.unchanged].filter(({ member }) => member.role === 'leader');
  return listed.flatMap(({ team, member }) => {
    const register = leaders.get(team.hamletKey);
    const isOther = register && register.memberId !== kept.get(member) && !leaving.has(register.memberId);
    return isOther ? [{ team, member, register }] : [];
  });
}

function finding(roster: Roster, choices: Choices, at: { sheet: string; row: number }, column: RosterColumn, code: FindingCode, params: Finding['params'], original: string, proposed: string | null): Finding {
  const columns = roster.tables.find(({ sheet }) => sheet === at.sheet)?.columns ?? {};
  const index = columns[column] ?? (column === 'position' ? columns.role : undefined) ?? columns.name ?? 0;
  const cell = cellName(at.row - 1, index);
  const key = `${at.sheet}!${cell}#${code}`;
  const choice = choices[key];
  const state = choice?.act === 'take' && proposed !== null ? 'taken' : choice?.act === 'keep' ? 'kept' : 'open';
  return { key, sheet: at.sheet, cell, row: at.row, column: columnName(index), code, severity: findingRules[code][0], params, original, proposed, state };
}
