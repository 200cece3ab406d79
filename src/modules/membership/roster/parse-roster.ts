/**
 * Reads a commune's Appendix 1 from a workbook into teams, people and findings. Pure: the same workbook and choices give
 * the same result, so that choices are applied by reading again and everything retyped is checked like the rest.
 */
import { cellName, type Sheet, type Workbook } from '#documents';
import { encodingNames } from './encoding-names.ts';
import { checkRoster, type ReadSheet } from './check-roster.ts';
import { blockingFindings, type Choices, type Finding } from './findings.ts';
import { droppedColumns, findTable, readPreamble, type FoundTable } from './find-table.ts';
import { readRows } from './read-rows.ts';
import { isAboutFile, RosterContext } from './roster-context.ts';
import type { DroppedColumn, Roster, RosterOptions, RosterTable, RosterTeam } from './roster.types.ts';
import { communeKey, sameCommune } from './unit-names.ts';

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
  };
  const sheets: ReadSheet[] = [];
  const contexts: RosterContext[] = [];
  for (const sheet of workbook.sheets) {
    const context = new RosterContext(sheet, choices);
    const table = tableOf(context, options);
    if (table === null) continue;
    contexts.push(context);
    if (
      sheet.hidden &&
      !context.raise({
        at: { row: 0, column: 0 },
        code: 'sheet.hidden',
        params: { sheet: sheet.name },
        proposed: sheet.name,
      })
    )
      continue;
    sheets.push(readSheet(context, table, options, roster));
  }
  if (contexts.length === 0) contexts.push(noTable(workbook));
  reportFile(workbook, contexts[0]);
  roster.teams = mergeTeams(sheets);
  checkUnit(roster, sheets, options);
  checkRoster(roster.teams, sheets, options);
  roster.findings = contexts.flatMap((context) => [...context.findings].sort(byCell));
  return roster;
}

/**
 * The list with the choices applied and all rules checked again. Findings that a choice answered stay in the list with
 * their state; what a retyped cell raises is new.
 */
export function applyChoices(workbook: Workbook, choices: Choices, options: RosterOptions = {}): Roster {
  const after = parseRoster(workbook, options, choices);
  const isRewritten = Object.values(choices).some(({ act }) => act === 'type' || act === 'leave_out');
  if (!isRewritten) return after;
  const before = parseRoster(workbook, options);
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

/** The workbook without what the form does not ask for: the only version of it that may be stored. */
export function withoutDroppedColumns(workbook: Workbook, dropped: readonly DroppedColumn[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const gone = new Set(dropped.filter((one) => one.sheet === sheet.name).map((one) => one.index));
      return gone.size === 0
        ? sheet
        : { ...sheet, rows: sheet.rows.map((row) => row.map((cell, i) => (gone.has(i) ? null : cell))) };
    }),
  };
}

function tableOf(context: RosterContext, options: RosterOptions): FoundTable | null {
  const chosen = options.columns?.[context.sheet.name];
  if (!chosen) return findTable(context);
  const row = chosen.headerRow - 1;
  return {
    headerRow: row,
    columns: chosen.columns,
    headers: (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column })),
    twoRows: false,
  };
}

function noTable(workbook: Workbook): RosterContext {
  const empty: Sheet = { name: '', hidden: false, rows: [], merges: [], hiddenRows: [], hiddenCols: [] };
  const context = new RosterContext(workbook.sheets[0] ?? empty, {});
  context.raise({ at: { row: 0, column: 0 }, code: 'table.none' });
  return context;
}

function readSheet(context: RosterContext, table: FoundTable, options: RosterOptions, roster: Roster): ReadSheet {
  const { sheet } = context;
  const at = { row: table.headerRow, column: 0 };
  context.raise({
    at,
    code: 'header.found',
    params: { row: table.headerRow + 1, rows: sheet.rows.length, sheet: sheet.name },
  });
  if (table.twoRows)
    context.raise({ at, code: 'header.twoRows', params: { from: table.headerRow, to: table.headerRow + 1 } });
  const dropped = droppedColumns(sheet, table);
  roster.droppedColumns.push(...dropped);
  const [first] = dropped;
  if (first)
    context.raise({
      at: { ...at, column: first.index },
      code: 'columns.dropped',
      params: { columns: dropped.map((one) => one.header).join(', ') },
    });
  for (const column of sheet.hiddenCols) {
    if (Object.values(table.columns).includes(column))
      context.raise({
        at: { ...at, column },
        code: 'column.hidden',
        params: { column: cellName(0, column).slice(0, -1) },
      });
  }
  const preamble = readPreamble(context, table.headerRow);
  const rows = readRows(context, table, options);
  roster.unitName ??= preamble.unitName;
  roster.directive ??= preamble.directive;
  roster.declaredTeams ??= preamble.declaredTeams?.value ?? null;
  roster.declaredMembers ??= preamble.declaredMembers?.value ?? rows.totalMembers?.value ?? null;
  roster.tables.push(describe(sheet, table, rows.memberRows));
  return { context, columns: table.columns, preamble, rows };
}

function describe(sheet: Sheet, table: FoundTable, memberRows: number): RosterTable {
  return {
    sheet: sheet.name,
    headerRow: table.headerRow + 1,
    columns: table.columns,
    headers: table.headers,
    memberRows,
    lastRow: sheet.rows.length,
  };
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
  for (const team of sheets.flatMap((sheet) => sheet.rows.teams)) {
    const known = teams.get(team.hamletKey);
    if (known) known.members.push(...team.members);
    else teams.set(team.hamletKey, team);
  }
  return [...teams.values()];
}

/** The list may carry a name from before or after a merger; another commune's list is stopped. */
function checkUnit(roster: Roster, sheets: readonly ReadSheet[], options: RosterOptions): void {
  const { commune } = options;
  const found = sheets.find((sheet) => sheet.preamble.unitCell !== null);
  if (!commune || !found?.preamble.unitCell || roster.unitName === null || communeKey(roster.unitName) === '') return;
  const name = roster.unitName;
  if (sameCommune(name, commune.name)) return;
  const former = commune.formerCommunes?.find((one) => sameCommune(name, one));
  const other = former ?? commune.otherNames?.find((one) => sameCommune(name, one));
  const at = found.preamble.unitCell;
  if (other === undefined) {
    found.context.raise({
      at,
      code: 'unit.other',
      params: { file: name, commune: commune.name },
      proposed: commune.name,
    });
    return;
  }
  found.context.raise({ at, code: 'unit.formerName', params: { file: name, commune: commune.name } });
  if (former !== undefined) for (const team of roster.teams) placeInFormer(team, former);
}

/** Five former communes may each have a Thôn 1. */
function placeInFormer(team: RosterTeam, former: string): void {
  if (team.formerCommune !== null) return;
  team.formerCommune = former;
  team.hamletKey = `${team.hamletKey}@${communeKey(former)}`;
}

function byCell(a: Finding, b: Finding): number {
  return a.row - b.row || a.column.length - b.column.length || a.column.localeCompare(b.column);
}
