/** Checks over the whole list: counts and totals against the rows, roles of each team, shared phones, one person twice. */
import { foldTone } from '#i18n/fold';
import type { Preamble } from './find-table.ts';
import type { ReadRows } from './read-rows.ts';
import type { Place, RosterContext } from './roster-context.ts';
import type { ColumnMap, RosterMember, RosterOptions, RosterTeam } from './roster.types.ts';

export interface ReadSheet {
  context: RosterContext;
  columns: ColumnMap;
  preamble: Preamble;
  rows: ReadRows;
}

type Reading = Map<string, ReadSheet>;

export function checkRoster(teams: RosterTeam[], sheets: readonly ReadSheet[], options: RosterOptions): void {
  const byName: Reading = new Map(sheets.map((one) => [one.context.sheet.name, one]));
  dropSameRows(teams, byName);
  for (const team of teams) {
    checkCount(team, byName);
    checkRoles(team, byName, options);
  }
  checkTotals(teams, sheets);
  checkPeople(teams, byName);
}

function place(
  byName: Reading,
  sheet: string,
  row: number,
  column: 'name' | 'phone' | 'team' | 'count' | 'position',
): { context: RosterContext; at: Place } | null {
  const found = byName.get(sheet);
  if (!found) return null;
  const index =
    found.columns[column] ?? (column === 'position' ? found.columns.role : undefined) ?? found.columns.name ?? 0;
  return { context: found.context, at: { row: row - 1, column: index } };
}

/** The very same person typed twice in one team. */
function dropSameRows(teams: RosterTeam[], byName: Reading): void {
  for (const team of teams) {
    const seen = new Map<string, RosterMember>();
    team.members = team.members.filter((member) => {
      const key = `${foldTone(member.fullName)}|${member.phones[0]?.e164 ?? ''}`;
      const first = seen.get(key);
      if (!first || !member.fullName || member.phones.length === 0) {
        seen.set(key, member);
        return true;
      }
      const found = place(byName, member.sheet, member.row, 'name');
      return !found?.context.raise({
        at: found.at,
        code: 'person.sameRow',
        params: { name: member.fullName, row: first.row },
        proposed: '',
      });
    });
  }
}

function checkCount(team: RosterTeam, byName: Reading): void {
  if (team.declaredCount === null || team.declaredCount === team.members.length) return;
  const found = place(byName, team.sheet, team.row, 'count');
  if (!found) return;
  const original = found.context.cell(found.at)?.text ?? String(team.declaredCount);
  found.context.raise({
    ...found,
    code: 'count.differs',
    params: { team: team.name, declared: original, counted: team.members.length },
    proposed: String(team.members.length),
  });
}

function checkRoles(team: RosterTeam, byName: Reading, options: RosterOptions): void {
  const leaders = team.members.filter((member) => member.role === 'leader');
  const at = place(byName, team.sheet, team.row, 'team');
  for (const extra of leaders.slice(1)) {
    const found = place(byName, extra.sheet, extra.row, 'position');
    const taken = found?.context.raise({
      ...found,
      code: 'team.twoLeaders',
      params: { team: team.name, name: leaders[0]?.fullName ?? '', other: extra.fullName },
      proposed: 'Tổ phó',
    });
    if (taken) extra.role = 'deputy';
  }
  if (!at) return;
  if (leaders.length === 0) at.context.raise({ ...at, code: 'team.noLeader', params: { team: team.name } });
  if (!team.members.some((member) => member.role === 'deputy'))
    at.context.raise({ ...at, code: 'team.noDeputy', params: { team: team.name } });
  const min = options.minMembers ?? 3;
  if (team.members.length < min)
    at.context.raise({ ...at, code: 'team.fewMembers', params: { team: team.name, count: team.members.length, min } });
}

function checkTotals(teams: readonly RosterTeam[], sheets: readonly ReadSheet[]): void {
  const members = teams.reduce((sum, team) => sum + team.members.length, 0);
  for (const { context, preamble, rows } of sheets) {
    const { declaredTeams, declaredMembers } = preamble;
    if (declaredTeams && declaredTeams.value !== teams.length) {
      context.raise({
        at: declaredTeams,
        code: 'total.teamsDiffer',
        params: { declared: declaredTeams.value, counted: teams.length },
        proposed: String(teams.length),
      });
    }
    const total = rows.totalMembers ?? (declaredMembers && { value: declaredMembers.value, at: declaredMembers });
    const counted = rows.totalMembers ? rows.memberRows : members;
    if (total && total.value !== counted) {
      context.raise({
        at: total.at,
        code: 'total.membersDiffer',
        params: { declared: total.value, counted },
        proposed: String(counted),
      });
    }
  }
}

function checkPeople(teams: readonly RosterTeam[], byName: Reading): void {
  const byPhone = new Map<string, { member: RosterMember; team: RosterTeam }>();
  for (const team of teams) {
    for (const member of team.members) {
      for (const phone of member.phones) {
        const other = byPhone.get(phone.e164);
        if (other && other.member !== member) raiseShared(byName, member, other);
        else byPhone.set(phone.e164, { member, team });
      }
    }
  }
}

function raiseShared(byName: Reading, member: RosterMember, other: { member: RosterMember; team: RosterTeam }): void {
  const same = foldTone(member.fullName) === foldTone(other.member.fullName);
  const found = place(byName, member.sheet, member.row, same ? 'name' : 'phone');
  if (!found) return;
  if (same) {
    found.context.raise({
      ...found,
      code: 'person.twice',
      params: { name: member.fullName, team: other.team.name, row: other.member.row },
    });
    return;
  }
  found.context.raise({
    ...found,
    code: 'phone.shared',
    params: { name: other.member.fullName, row: other.member.row },
  });
  const reason = found.context.reasonFor(found.at, 'phone.shared');
  if (reason) member.sharedPhoneReason = reason;
}
