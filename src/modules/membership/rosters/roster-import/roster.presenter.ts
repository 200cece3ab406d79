import type { RouteAnswer, routes } from '#contracts';
import type { UnitRef } from '#modules/organization';
import type { Finding } from '../roster/findings.ts';
import { printPhone } from '../../people/people/phones.ts';
import type { Roster, RosterTeam } from '../roster/roster.types.ts';
import type { RosterImport } from './roster-import.entity.ts';
import { newHamlet } from './planning/place-teams.ts';
import { partsOf } from './roster-parts.ts';
import type { Reading } from './staged-rosters.ts';

export type RosterView = RouteAnswer<typeof routes.getRosterImport>;
type RowKind = RosterView['rows'][number]['kind'];

export function toRosterView(
  found: RosterImport,
  unit: UnitRef,
  reading: Reading,
  { earlier, original }: { earlier: boolean; original: RosterView['original'] },
): RosterView {
  const { roster } = reading;
  const [table] = roster.tables;
  return {
    id: found.id,
    unit,
    fileName: found.fileName,
    original,
    status: found.status,
    uploadedAt: found.uploadedAt.toISOString(),
    expiresAt: found.expiresAt.toISOString(),
    alreadyImported: earlier,
    headerRow: table?.headerRow ?? 0,
    sheetName: table?.sheet ?? '',
    columns: table?.headers ?? [],
    rows: rowsOf(found, roster),
    findings: reading.findings.map(toFinding),
    droppedColumns: [
      ...new Set(found.dropped.filter(({ sensitive }) => sensitive).map(({ header, column }) => header || column)),
    ],
    ...partsOf(found, roster),
    declared: { teams: roster.declaredTeams, members: roster.declaredMembers, directive: roster.directive },
    teams: reading.placed.map(({ team, unitId, candidates }) => ({
      ...toTeam(team, unitId, reading.teams.get(unitId ?? '')?.id ?? null),
      ...newUnitOf(team, candidates.length === 0 && unitId === null, unit),
    })),
    diff: toDiff(reading),
    canConfirm: found.status === 'staged' && reading.canConfirm,
  };
}

function toTeam(
  team: RosterTeam,
  unitId: string | null,
  existingTeamId: string | null,
): Omit<RosterView['teams'][number], 'isNewUnit' | 'newUnit'> {
  const members = team.members.map(
    ({ row, fullName, role, position, affiliations: [affiliation], phones: [phone] }) => ({
      row,
      fullName,
      role,
      position,
      affiliation: affiliation ?? ('other' as const),
      phone: phone ? printPhone(phone.e164) : null,
    }),
  );
  return { name: team.name, unitId, existingTeamId, members };
}

function newUnitOf(team: RosterTeam, isNewUnit: boolean, commune: UnitRef) {
  if (!isNewUnit) return { isNewUnit, newUnit: null };
  const { type: kind, name } = newHamlet(team, commune.fullName);
  return { isNewUnit, newUnit: { kind, name } };
}

function toDiff({ diff }: Reading): RosterView['diff'] {
  return {
    added: diff.added.map(({ member, team }) => `${member.fullName} (${team.name})`),
    changed: diff.changed.map(({ member, team, changes }) => ({
      fullName: member.fullName,
      team: team.name,
      fields: changes.map(({ field }) => field),
    })),
    missing: diff.missing.map(({ register, registerTeam }) => `${register.fullName} (${registerTeam.name})`),
    unchanged: diff.unchanged.length,
  };
}

const choiceOf = { open: null, taken: 'take', kept: 'keep', typed: 'typed', left_out: 'leave_out' } as const;

function toFinding({ key: _key, choices, group, state, value, ...finding }: Finding): RosterView['findings'][number] {
  return {
    ...finding,
    options: choices ?? [],
    group: group ?? null,
    choice: choiceOf[state],
    value: value ?? null,
    settled: isSettled(finding.severity, state),
  };
}

function isSettled(severity: Finding['severity'], state: Finding['state']): boolean {
  if (severity === 'must_fix') return state !== 'open' && state !== 'kept';
  return severity !== 'choose' || state !== 'open';
}

function rowsOf({ workbook }: RosterImport, roster: Roster): RosterView['rows'] {
  return [...new Set(roster.tables.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const tables = roster.tables.filter((table) => table.sheet === sheet);
    const headers = new Set(tables.map(({ headerRow }) => headerRow));
    const first = Math.min(...headers);
    const kinds = kindsOf(roster, sheet);
    const rows = workbook?.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    return rows.map((row, i) => {
      const cells = row.map((cell) => cell?.text ?? '');
      const kind = headers.has(i + 1) ? 'header' : kindOf(i + 1, first, cells, kinds);
      return { row: i + 1, sheet, kind, cells };
    });
  });
}

function kindsOf(roster: Roster, sheet: string): Map<number, RowKind> {
  const kinds = new Map<number, RowKind>();
  for (const finding of roster.findings) {
    if (finding.sheet !== sheet) continue;
    if (finding.code === 'row.groupHeading') kinds.set(finding.row, 'group');
    else if (finding.code === 'header.twoRows') kinds.set(Number(finding.params['from']), 'header');
    else if (aboutPeople.test(finding.code)) kinds.set(finding.row, 'member');
  }
  for (const team of roster.teams)
    for (const member of team.members) if (member.sheet === sheet) kinds.set(member.row, 'member');
  return kinds;
}

/** Rows of people who are left out or cannot be placed yet are still rows of people. */
const aboutPeople = /^(?:name|phone|person|position)\.|^team\.missing$/;

function kindOf(
  row: number,
  headerRow: number,
  cells: readonly string[],
  kinds: ReadonlyMap<number, RowKind>,
): RowKind {
  const known = kinds.get(row);
  if (row < headerRow) return known === 'header' ? known : 'heading';
  return known ?? (cells.every((text) => text.trim() === '') ? 'blank' : 'total');
}
