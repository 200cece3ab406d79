/** Checks over the whole list: counts and totals against the rows, roles of each team, shared phones, one person twice. */
import { foldTone } from '#i18n/fold';
import type { Section, SheetReader } from './layout/read-rows.ts';
import type { Place, RosterContext } from './roster-context.ts';
import type { RosterMember, RosterOptions, RosterTeam } from './roster.types.ts';

export interface ReadSheet {
  context: RosterContext;
  reader: SheetReader;
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

interface Found {
  context: RosterContext;
  at: Place;
}

/** The list of the sheet that the row stands in; `row` is one-based. */
function sectionOf({ reader }: ReadSheet, row: number): Section | undefined {
  return reader.sections.findLast(({ table }) => table.firstRow < row) ?? reader.sections[0];
}

function memberPlace(byName: Reading, { sheet, at }: RosterMember, field: 'name' | 'position' | 'phone'): Found | null {
  const found = byName.get(sheet);
  return found && at ? { context: found.context, at: at[field] } : null;
}

function teamPlace(byName: Reading, { sheet, row, column }: RosterTeam, field: 'team' | 'count'): Found | null {
  const found = byName.get(sheet);
  if (!found) return null;
  const section = sectionOf(found, row);
  const list = section?.lists.find(({ table }) => table.columns.team === column) ?? section?.lists[0];
  const columns = list?.table.columns ?? {};
  const index = (field === 'team' ? column : undefined) ?? columns[field] ?? columns.name ?? 0;
  return { context: found.context, at: { row: row - 1, column: index } };
}

/** Where the team's name stands. */
export function placeOfTeam(sheets: readonly ReadSheet[], team: RosterTeam): Found | null {
  return teamPlace(new Map(sheets.map((one) => [one.context.sheet.name, one])), team, 'team');
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
      const found = memberPlace(byName, member, 'name');
      const dropped = found?.context.raise({
        at: found.at,
        code: 'person.sameRow',
        params: { name: member.fullName, row: first.row },
        proposed: '',
      });
      if (dropped && member.at)
        for (const { row, column } of Object.values(member.at))
          byName.get(member.sheet)?.reader.account.finding(row, column);
      return !dropped;
    });
  }
}

function checkCount(team: RosterTeam, byName: Reading): void {
  if (team.declaredCount === null || team.declaredCount === team.members.length) return;
  const found = teamPlace(byName, team, 'count');
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
  const at = teamPlace(byName, team, 'team');
  for (const extra of leaders.slice(1)) {
    const found = memberPlace(byName, extra, 'position');
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

/** A list says how many there are in it; a file of several lists may say it once for all of them. */
function checkTotals(teams: readonly RosterTeam[], sheets: readonly ReadSheet[]): void {
  const members = teams.reduce((sum, team) => sum + team.members.length, 0);
  const lists = sheets.flatMap(({ context, reader }) => reader.sections.map((section) => ({ context, section })));
  for (const { context, section } of lists) {
    const { declaredTeams, declaredMembers } = section.preamble;
    const own = { teams: section.teams.length, members: section.memberRows };
    if (declaredTeams && ![teams.length, own.teams].includes(declaredTeams.value)) {
      context.raise({
        at: declaredTeams,
        code: 'total.teamsDiffer',
        params: { declared: declaredTeams.value, counted: teams.length },
        proposed: String(teams.length),
      });
    }
    const { totalMembers } = section;
    const total = totalMembers ?? (declaredMembers && { value: declaredMembers.value, at: declaredMembers });
    const counted = totalMembers ? own.members : members;
    if (total && ![counted, ...(lists.length > 1 ? [own.members, members] : [])].includes(total.value)) {
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
  const found = memberPlace(byName, member, same ? 'name' : 'phone');
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
