import type { RouteAnswer, routes } from '#contracts';
import type { UnitRef } from '#modules/organization';
import type { Finding } from '../roster/findings.ts';
import { printPhone } from '../roster/phones.ts';
import type { Roster, RosterTeam } from '../roster/roster.types.ts';
import type { RosterImport } from './roster-import.entity.ts';
import type { Reading } from './staged-rosters.ts';

export type RosterView = RouteAnswer<typeof routes.getRosterImport>;
type RowKind = RosterView['rows'][number]['kind'];

export function toRosterView(found: RosterImport, unit: UnitRef, reading: Reading, earlier: boolean): RosterView {
  const { roster } = reading;
  const [table] = roster.tables;
  return {
    id: found.id,
    unit,
    fileName: found.fileName,
    status: found.status,
    uploadedAt: found.uploadedAt.toISOString(),
    expiresAt: found.expiresAt.toISOString(),
    alreadyImported: earlier,
    headerRow: table?.headerRow ?? 0,
    sheetName: table?.sheet ?? '',
    columns: table?.headers ?? [],
    rows: rowsOf(found, roster),
    findings: reading.findings.map(toFinding),
    droppedColumns: [...new Set(found.dropped.map(({ header, column }) => header || column))],
    declared: { teams: roster.declaredTeams, members: roster.declaredMembers, directive: roster.directive },
    teams: reading.placed.map(({ team, unitId, candidates }) =>
      toTeam(team, unitId, candidates.length === 0 && unitId === null, reading.teams.get(unitId ?? '')?.id ?? null),
    ),
    diff: toDiff(reading),
    canConfirm: found.status === 'staged' && reading.canConfirm,
  };
}

function toTeam(
  team: RosterTeam,
  unitId: string | null,
  isNewUnit: boolean,
  existingTeamId: string | null,
): RosterView['teams'][number] {
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
  return { name: team.name, unitId, isNewUnit, existingTeamId, members };
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
  return roster.tables.flatMap(({ sheet, headerRow }) => {
    const kinds = kindsOf(roster, sheet);
    const rows = workbook?.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    return rows.map((row, i) => {
      const cells = row.map((cell) => cell?.text ?? '');
      return { row: i + 1, sheet, kind: kindOf(i + 1, headerRow, cells, kinds), cells };
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
  if (row === headerRow) return 'header';
  const known = kinds.get(row);
  if (row < headerRow) return known === 'header' ? known : 'heading';
  return known ?? (cells.every((text) => text.trim() === '') ? 'blank' : 'total');
}
