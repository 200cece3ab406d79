/**
 * Reads a commune's Appendix 1 from a workbook into teams, people and findings. Pure: the same workbook and choices give
 * the same result, so that choices are applied by reading again and everything retyped is checked like the rest.
 */
import { columnName, type Sheet, type Workbook } from '#documents';
import { CellAccount } from './cells/cell-account.ts';
import { checkRoster, type ReadSheet } from './check-roster.ts';
import { askAboutSameTeams } from './same-teams.ts';
import { checkUnits } from './check-units.ts';
import { doubtLists } from './doubt-lists.ts';
import { blockingFindings, type Choices, type Finding } from './findings.ts';
import { droppedColumns, findTables, samplesOf } from './layout/find-table.ts';
import { encodingNames } from './cells/encoding-names.ts';
import { type Section, SheetReader } from './layout/read-rows.ts';
import { askAboutRows, isAboutRows, looksLikePerson } from './layout/row-signs.ts';
import { reportTransposed } from './layout/transposed.ts';
import { isAboutFile, RosterContext } from './roster-context.ts';
import type { DroppedColumn, Roster, RosterOptions, RosterTeam } from './roster.types.ts';

export function parseRoster(workbook: Workbook, options: RosterOptions = {}, choices: Choices = {}): Roster {
  const roster: Roster = {
    unitName: null,
    directive: null,
    declaredTeams: null,
    declaredMembers: null,
    tables: [],
    teams: [],
    findings: [],
    droppedColumns: [],
    notImported: [],
    cells: { filled: 0, records: 0, findings: 0, notImported: 0 },
  };
  const sheets: ReadSheet[] = [];
  const accounts: { context: RosterContext; account: CellAccount }[] = [];
  let hasTable = false;
  for (const sheet of workbook.sheets) {
    const context = new RosterContext(sheet, choices);
    const tables = findTables(context, options);
    const reader = new SheetReader(context, tables, options);
    accounts.push({ context, account: reader.account });
    hasTable ||= tables.length > 0;
    if (tables.length === 0 || !isWanted(context)) {
      sheet.rows.forEach((_, row) => reader.account.row(row, tables.length === 0 ? 'sheet' : 'hidden'));
      if (tables.length === 0 && reportTransposed(context)) hasTable = true;
      else if (tables.length === 0)
        askAboutRows(
          context,
          'rows.unread',
          [...sheet.rows.keys()].filter((row) => looksLikePerson(context, row, null)),
        );
      continue;
    }
    reader.read();
    for (const section of reader.sections) describe(context, section, roster);
    markSensitive(reader, roster.droppedColumns);
    sheets.push({ context, reader });
  }
  if (!hasTable) accounts.push(noTable(workbook));
  reportFile(workbook, (sheets[0] ?? accounts[0])?.context);
  checkUnits(roster, sheets, options);
  askAboutSameTeams(sheets);
  roster.teams = mergeTeams(sheets);
  checkRoster(roster.teams, sheets, options);
  doubtLists(roster.teams, sheets);
  roster.findings = accounts.flatMap(({ context }) => [...context.findings].sort(byCell));
  for (const { context, account } of accounts) closeAccount(roster, context, account);
  return roster;
}

function markSensitive({ account, sections }: SheetReader, dropped: readonly DroppedColumn[]): void {
  const gone = dropped.filter(({ sensitive }) => sensitive);
  for (const { table, until } of sections)
    for (const { index } of gone)
      for (let row = table.firstRow; row < until; row++) account.cell(row, index, 'sensitive');
}

function isWanted(context: RosterContext): boolean {
  const { sheet } = context;
  if (!sheet.hidden) return true;
  return context.raise({
    at: { row: 0, column: 0 },
    code: 'sheet.hidden',
    params: { sheet: sheet.name },
    proposed: sheet.name,
  });
}

function closeAccount(roster: Roster, { findings }: RosterContext, account: CellAccount): void {
  const stands = new Map<string, boolean>();
  for (const { cell, severity, code } of findings) {
    if (isAboutRows(code)) continue;
    const [at = ''] = cell.split('.');
    stands.set(at, stands.get(at) === true || severity !== 'info');
  }
  const { counts, list } = account.close(stands);
  roster.notImported.push(...list);
  roster.cells.filled += counts.filled;
  roster.cells.records += counts.records;
  roster.cells.findings += counts.findings;
  roster.cells.notImported += counts.notImported;
}

/**
 * The list with the choices applied and all rules checked again. Findings that a choice answered stay in the list with
 * their state; what a retyped cell raises is new.
 * @param known what the workbook says without choices, where it has been read already
 */
export function applyChoices(
  workbook: Workbook,
  choices: Choices,
  options: RosterOptions = {},
  known?: Roster,
): Roster {
  if (known && Object.keys(choices).length === 0) return known;
  const after = parseRoster(workbook, options, choices);
  const isRewritten = Object.values(choices).some(({ act }) => act === 'type' || act === 'leave_out');
  if (!isRewritten) return after;
  const before = known ?? parseRoster(workbook, options);
  const now = new Map(after.findings.map((finding) => [finding.key, finding]));
  const answered = before.findings.flatMap((finding): Finding[] => {
    const choice = choices[finding.key];
    if (choice?.act !== 'type' && choice?.act !== 'leave_out') return [];
    const again = now.get(finding.key);
    if (choice.act === 'leave_out') return again ? [] : [{ ...finding, state: 'left_out' }];
    return again ? [] : [{ ...finding, state: 'typed', value: choice.value }];
  });
  for (const finding of after.findings)
    if (finding.state === 'typed' && !isAboutFile(finding.key)) finding.state = 'open';
  const order = new Map(workbook.sheets.map((sheet, i) => [sheet.name, i]));
  after.findings = [...after.findings, ...answered].sort(
    (a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || byCell(a, b),
  );
  return after;
}

/** True when nothing forbids confirming and there is something to import. */
export function canConfirm(roster: Roster): boolean {
  return roster.teams.length > 0 && blockingFindings(roster.findings).length === 0;
}

/** The workbook without what may not be stored: columns of identity papers and the like. */
export function withoutDroppedColumns(workbook: Workbook, dropped: readonly DroppedColumn[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const gone = new Set(dropped.filter((one) => one.sheet === sheet.name && one.sensitive).map((one) => one.index));
      return gone.size === 0
        ? sheet
        : { ...sheet, rows: sheet.rows.map((row) => row.map((cell, i) => (gone.has(i) ? null : cell))) };
    }),
  };
}

function noTable(workbook: Workbook): { context: RosterContext; account: CellAccount } {
  const empty: Sheet = { name: '', hidden: false, rows: [], merges: [], hiddenRows: [], hiddenCols: [] };
  const context = new RosterContext({ ...empty, name: workbook.sheets[0]?.name ?? '' }, {});
  context.raise({ at: { row: 0, column: 0 }, code: 'table.none' });
  return { context, account: new CellAccount(context) };
}

function describe(context: RosterContext, section: Section, roster: Roster): void {
  const { sheet } = context;
  const { table, preamble, until } = section;
  const at = { row: table.headerRow, column: 0 };
  context.raise({
    at,
    code: 'header.found',
    params: { row: table.headerRow + 1, rows: sheet.rows.length, sheet: sheet.name },
  });
  if (table.twoRows)
    context.raise({ at, code: 'header.twoRows', params: { from: table.headerRow, to: table.headerRow + 1 } });
  if (table.people.length > 1) context.raise({ at, code: 'columns.wide', params: { people: table.people.length } });
  reportColumns(context, section, roster);
  roster.directive ??= preamble.directive;
  roster.declaredTeams ??= preamble.declaredTeams?.value ?? null;
  roster.declaredMembers ??= preamble.declaredMembers?.value ?? section.totalMembers?.value ?? null;
  roster.tables.push({
    sheet: sheet.name,
    headerRow: table.headerRow + 1,
    columns: table.columns,
    mapped: table.mapped,
    headKey: table.headKey,
    source: table.source,
    headers: table.headers,
    samples: samplesOf(context, table, until),
    memberRows: section.memberRows,
    lastRow: sheet.rows.length,
  });
}

function reportColumns(context: RosterContext, { table, until }: Section, roster: Roster): void {
  const { sheet } = context;
  const at = { row: table.headerRow, column: 0 };
  const dropped = droppedColumns(sheet, table, until);
  roster.droppedColumns.push(...dropped);
  const gone = dropped.filter(({ sensitive }) => sensitive);
  const [first] = gone;
  if (first)
    context.raise({
      at: { ...at, column: first.index },
      code: 'columns.dropped',
      params: { columns: gone.map((one) => one.header).join(', ') },
    });
  const used = new Set(Object.values(table.columns));
  for (const column of sheet.hiddenCols) {
    if (used.has(column))
      context.raise({ at: { ...at, column }, code: 'column.hidden', params: { column: columnName(column) } });
  }
}

function reportFile(workbook: Workbook, context: RosterContext | undefined): void {
  const at = { row: 0, column: 0 };
  if (workbook.format === 'xls') context?.raise({ at, code: 'file.oldFormat' });
  if (workbook.format === 'csv')
    context?.raise({ at, code: 'file.csvEncoding', params: { encoding: workbook.encoding ?? '' } });
  if (workbook.encodingDoubt)
    context?.raise({
      at,
      code: 'file.encodingUnsure',
      original: workbook.encodingDoubt[0]?.sample ?? '',
      params: { encoding: encodingNames[workbook.encoding ?? 'utf-8'] },
      choices: workbook.encodingDoubt.map(({ encoding, sample }) => `${encodingNames[encoding]}: ${sample}`),
    });
}

function mergeTeams(sheets: readonly ReadSheet[]): RosterTeam[] {
  const teams = new Map<string, RosterTeam>();
  for (const team of sheets.flatMap(({ reader }) => reader.sections.flatMap((section) => section.teams))) {
    const known = teams.get(team.hamletKey);
    if (known) for (const member of team.members) known.members.push(member);
    else teams.set(team.hamletKey, team);
  }
  return [...teams.values()];
}

function byCell(a: Finding, b: Finding): number {
  return a.row - b.row || a.column.length - b.column.length || a.column.localeCompare(b.column);
}
