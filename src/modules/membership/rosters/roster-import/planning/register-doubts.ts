/**
 * Findings that only the register can raise: which of several hamlets is meant, a leader whom the file does not name, and
 * whose name and numbers are not the list's to change.
 */
import { cellName, columnName } from '#documents';
import { type Choices, type Finding, type FindingCode, findingRules } from '../../roster/findings.ts';
import type { RegisterMember, RosterDiff } from '../../roster/roster-diff.ts';
import type { Roster, RosterColumn, RosterMember, RosterTeam } from '../../roster/roster.types.ts';
import type { KeptContact } from '../files/guarded-contacts.ts';
import { type PlacedTeam, withFormer } from './place-teams.ts';

export interface OtherLeader {
  team: RosterTeam;
  /** The leader by the file. */
  member: RosterMember;
  /** The leader by the register, who would stay. */
  register: RegisterMember;
}

export function registerDoubts(
  roster: Roster,
  placed: readonly PlacedTeam[],
  others: readonly OtherLeader[],
  kept: readonly KeptContact[],
  choices: Choices,
): Finding[] {
  const hamlets = placed
    .filter(({ candidates }) => candidates.length > 0)
    .map(({ team, candidates }) => ({
      ...finding(
        {
          code: 'hamlet.ambiguous',
          params: { name: team.name, count: candidates.length },
          original: team.name,
          proposed: null,
        },
        placeOf(roster, team, 'team'),
        choices,
      ),
      choices: candidates.map(withFormer),
    }));
  const leaders = others.map(({ team, member, register }) =>
    finding(
      {
        code: 'team.otherLeader',
        params: { team: team.name, name: member.fullName, other: register.fullName },
        original: 'Tổ trưởng',
        proposed: 'Tổ trưởng',
      },
      placeOf(roster, { ...member, ...(member.at && { column: member.at.position.column }) }, 'position'),
      choices,
    ),
  );
  const contacts = kept.map(({ member, fullName }) =>
    finding(
      {
        code: 'phone.guarded',
        params: { name: fullName },
        original: member.phones.map(({ raw }) => raw).join(', '),
        proposed: null,
      },
      placeOf(roster, member, 'phone'),
      choices,
    ),
  );
  return [...hamlets, ...leaders, ...contacts];
}

/** Teams whose leader by the register keeps the role while the file names another. */
export function otherLeaders(diff: RosterDiff, leaders: ReadonlyMap<string, RegisterMember>): OtherLeader[] {
  const leaving = new Set(
    diff.changed
      .filter(({ changes }) => changes.some(({ field }) => field === 'role' || field === 'team'))
      .map(({ register }) => register.memberId),
  );
  const kept = new Map(diff.unchanged.map(({ member, register }) => [member, register.memberId]));
  for (const { member, register } of diff.changed) kept.set(member, register.memberId);
  const listed = [...diff.added, ...diff.changed, ...diff.unchanged].filter(({ member }) => member.role === 'leader');
  return listed.flatMap(({ team, member }) => {
    const register = leaders.get(team.hamletKey);
    const isOther = register && register.memberId !== kept.get(member) && !leaving.has(register.memberId);
    return isOther ? [{ team, member, register }] : [];
  });
}

interface Place {
  sheet: string;
  row: number;
  /** Zero-based. */
  column: number;
}

export function placeOf(
  roster: Roster,
  { sheet, row, column }: { sheet: string; row: number; column?: number },
  wanted: RosterColumn,
): Place {
  const table = roster.tables.findLast((one) => one.sheet === sheet && one.headerRow < row);
  const columns = (table ?? roster.tables.find((one) => one.sheet === sheet))?.columns ?? {};
  return {
    sheet,
    row,
    column: column ?? columns[wanted] ?? (wanted === 'position' ? columns.role : undefined) ?? columns.name ?? 0,
  };
}

export function finding(
  doubt: { code: FindingCode; params: Finding['params']; original: string; proposed: string | null },
  { sheet, row, column }: Place,
  choices: Choices,
): Finding {
  const cell = cellName(row - 1, column);
  const key = `${sheet}!${cell}#${doubt.code}`;
  const choice = choices[key];
  const state = choice?.act === 'take' && doubt.proposed !== null ? 'taken' : choice?.act === 'keep' ? 'kept' : 'open';
  return { ...doubt, key, sheet, cell, row, column: columnName(column), severity: findingRules[doubt.code][0], state };
}
