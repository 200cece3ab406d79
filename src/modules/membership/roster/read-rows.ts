/**
 * Walks the rows below a header: people under their team, whether the team's cell is merged, left blank below the first
 * member, repeated on every row or a heading of its own; skips totals, repeated headers and the signature block.
 */
import { foldMarks } from '#i18n/fold';
import type { FoundTable } from './find-table.ts';
import { mapColumns } from './find-table.ts';
import { readMember } from './read-member.ts';
import type { Place, RosterContext } from './roster-context.ts';
import type { RosterOptions, RosterTeam } from './roster.types.ts';
import { readPhones } from './phones.ts';
import { hamletKey, readHamletName } from './unit-names.ts';

export interface ReadRows {
  teams: RosterTeam[];
  memberRows: number;
  /** The "Tổng cộng" row's number of people, where the sheet has one. */
  totalMembers: { value: number; at: Place } | null;
}

type RowKind = 'blank' | 'repeatedHeader' | 'columnNumbers' | 'total' | 'signature' | 'heading' | 'member';

interface Walk {
  context: RosterContext;
  table: FoundTable;
  options: RosterOptions;
  teams: Map<string, RosterTeam>;
  current: RosterTeam | null;
  /** Where a merged team cell has its text, by row. */
  anchors: Map<number, number>;
  seen: { merged: Place | null; filled: Place | null; repeated: Place | null };
  skipped: number[];
  sttCountsTeams: boolean;
  result: ReadRows;
}

export function readRows(context: RosterContext, table: FoundTable, options: RosterOptions): ReadRows {
  const result: ReadRows = { teams: [], memberRows: 0, totalMembers: null };
  const walk: Walk = {
    context,
    table,
    options,
    teams: new Map(),
    current: null,
    anchors: anchorsOf(context, table),
    result,
    skipped: [],
    sttCountsTeams: countsTeams(context, table),
    seen: { merged: null, filled: null, repeated: null },
  };
  startFromSheetName(walk);
  for (let row = table.headerRow + 1; row < context.sheet.rows.length; row++) {
    const kind = kindOf(walk, row);
    if (kind === 'signature') {
      for (let rest = row; rest < context.sheet.rows.length; rest++)
        if (!isBlank(context, rest)) walk.skipped.push(rest);
      break;
    }
    if (kind === 'member') addMember(walk, row);
    else if (kind === 'heading') openHeading(walk, row);
    else if (kind !== 'blank') skip(walk, row, kind);
  }
  reportShape(walk);
  result.teams = [...walk.teams.values()].filter((team) => team.members.length > 0);
  return result;
}

function anchorsOf(context: RosterContext, { columns }: FoundTable): Map<number, number> {
  const anchors = new Map<number, number>();
  for (const merge of context.sheet.merges) {
    if (columns.team === undefined || merge.left > columns.team || merge.right < columns.team) continue;
    for (let row = merge.top + 1; row <= merge.bottom; row++) anchors.set(row, merge.top);
  }
  return anchors;
}

/** One sheet per hamlet: its name stands for the team when the table names none. */
function startFromSheetName(walk: Walk): void {
  const { context, table } = walk;
  const column = table.columns.team;
  const named =
    column !== undefined &&
    context.sheet.rows
      .slice(table.headerRow + 1)
      .some((_, i) => readHamletName(context.glance({ row: table.headerRow + 1 + i, column })));
  const hamlet = readHamletName(context.sheet.name);
  if (named || hamlet === null) return;
  context.raise({
    at: { row: table.headerRow, column: column ?? 0 },
    code: 'sheet.asTeam',
    params: { sheet: context.sheet.name, team: hamlet.name },
  });
  walk.current = openTeam(walk, context.sheet.name, table.headerRow);
}

function isBlank(context: RosterContext, row: number): boolean {
  return (context.sheet.rows[row] ?? []).every((_, column) => context.glance({ row, column }) === '');
}

const signatureWords =
  /^(?:noi nhan|tm\.? ?ubnd|tm\.|kt\.|tl\.|nguoi lap|chu tich|pho chu tich|xac nhan|thu truong|.{0,30}, ngay \.* ?\d* ?\.*thang)/;
const totalWords = /^(?:tong cong|tong so|tong|cong)\b/;

function kindOf(walk: Walk, row: number): RowKind {
  const { context, table } = walk;
  const nameAt: Place = { row, column: table.columns.name ?? 0 };
  const phoneAt: Place = { row, column: table.columns.phone ?? 0 };
  const texts = (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column }));
  const filled = texts.filter(Boolean);
  if (filled.length === 0 && !context.cell(nameAt)) return 'blank';
  if (readPhones(context.glance(phoneAt)).phones.length > 0) return 'member';
  const name = context.glance(nameAt);
  const furniture = furnitureOf(texts, filled, name);
  if (furniture !== null) return furniture;
  if (name === '' && context.cell(phoneAt) === null) return headingOrBlank(walk, row, filled);
  return filled.length <= 2 && readHamletName(name) !== null ? 'heading' : 'member';
}

/** Rows that belong to the sheet, not to a person. */
function furnitureOf(texts: readonly string[], filled: readonly string[], name: string): RowKind | null {
  if (Object.keys(mapColumns(texts)).length >= 3) return 'repeatedHeader';
  if (filled.length >= 3 && filled.every((text, i) => text.replace(/[()]/g, '') === String(i + 1)))
    return 'columnNumbers';
  const first = foldMarks(filled[0] ?? '');
  if (totalWords.test(first)) return 'total';
  return signatureWords.test(first) || signatureWords.test(foldMarks(name)) ? 'signature' : null;
}

/** A row with a formula where the name should be is a person whose name must be given. */
function headingOrBlank({ context, table }: Walk, row: number, filled: readonly string[]): RowKind {
  const post = table.columns.position ?? table.columns.role;
  const broken = context.cell({ row, column: table.columns.name ?? 0 })?.hasCachedResult === false;
  if (broken || (post !== undefined && context.glance({ row, column: post }) !== '')) return 'member';
  return filled.length === 0 ? 'blank' : 'heading';
}

/** "I | Thôn 1", "A. Thôn 1 (5 người)": a team when it names a hamlet, else only a section's title. */
function openHeading(walk: Walk, row: number): void {
  const { context } = walk;
  const texts = (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column })).filter(Boolean);
  const title =
    texts
      .map((text) => text.replace(/^(?:[IVXLC]+|[A-ZĐ]|\d+)[.)]\s*/u, ''))
      .find((text) => /\p{L}{2}|\d/u.test(text) && !/^(?:[IVXLC]+|\d+)$/.test(text)) ?? '';
  const column = Math.max(
    0,
    (context.sheet.rows[row] ?? []).findIndex((cell) => cell?.text),
  );
  const known = readHamletName(title);
  if (known === null && walk.anchors.has(row)) return;
  context.raise({ at: { row, column }, code: 'row.groupHeading', params: { title, team: known?.name ?? '' } });
  walk.current = known === null ? null : openTeam(walk, title, row);
}

function skip(walk: Walk, row: number, kind: RowKind): void {
  walk.skipped.push(row);
  if (kind !== 'total') return;
  const column = walk.table.columns.count ?? 0;
  const figures = (walk.context.sheet.rows[row] ?? []).flatMap((_, c) =>
    [...walk.context.glance({ row, column: c }).matchAll(/\d+/g)].map((match) => ({
      value: Number(match[0]),
      column: c,
    })),
  );
  const best = figures.find((one) => one.column === column) ?? figures.at(-1);
  const grand = /^tong (?:cong|so)/.test(
    foldMarks(
      (walk.context.sheet.rows[row] ?? []).map((_, c) => walk.context.glance({ row, column: c })).find(Boolean) ?? '',
    ),
  );
  if (best && grand) walk.result.totalMembers = { value: best.value, at: { row, column: best.column } };
}

function addMember(walk: Walk, row: number): void {
  const { context, table } = walk;
  if (context.sheet.hiddenRows.includes(row))
    context.raise({ at: { row, column: table.columns.name ?? 0 }, code: 'row.hidden', params: { row: row + 1 } });
  const team = teamOf(walk, row);
  const member = readMember(context, row, table.columns, walk.options);
  walk.result.memberRows++;
  if (member === null) return;
  if (team === null) {
    context.raise({
      at: { row, column: table.columns.team ?? table.columns.name ?? 0 },
      code: 'team.missing',
      params: { name: member.fullName },
    });
    return;
  }
  team.members.push(member);
  readCount(walk, team, row);
}

function teamOf(walk: Walk, row: number): RosterTeam | null {
  const { context, table } = walk;
  const column = table.columns.team;
  if (column === undefined) return walk.current;
  const anchor = walk.anchors.get(row);
  if (anchor !== undefined && anchor > table.headerRow) {
    walk.seen.merged ??= { row: anchor, column };
    if (anchor !== row && context.glance({ row: anchor, column }) !== '')
      return (walk.current = openTeam(walk, context.glance({ row: anchor, column }), anchor));
  }
  if (context.glance({ row, column }) === '') {
    if (walk.current !== null && walk.current.row - 1 !== row && isNextTeam(walk, row)) return (walk.current = null);
    if (walk.current !== null && anchor === undefined) walk.seen.filled ??= { row, column };
    return walk.current;
  }
  const before = walk.current;
  walk.current = openTeam(walk, context.text({ row, column }), row);
  if (before === walk.current && !context.sheet.name.startsWith(walk.current.name))
    walk.seen.repeated ??= { row, column };
  return walk.current;
}

/** A new number in Stt without a team's name, where Stt counts teams: whose people these are is not known. */
function isNextTeam({ context, table, teams, sttCountsTeams }: Walk, row: number): boolean {
  const { stt } = table.columns;
  return sttCountsTeams && stt !== undefined && teams.size > 0 && context.glance({ row, column: stt }) !== '';
}

function countsTeams(context: RosterContext, { columns, headerRow }: FoundTable): boolean {
  let numbered = 0;
  let named = 0;
  for (let row = headerRow + 1; row < context.sheet.rows.length; row++) {
    if (columns.stt !== undefined && context.cell({ row, column: columns.stt })) numbered++;
    if (columns.team !== undefined && context.cell({ row, column: columns.team })) named++;
  }
  return named >= 2 && numbered <= named * 1.5;
}

function openTeam(walk: Walk, text: string, row: number): RosterTeam {
  const key = hamletKey(text);
  const known = walk.teams.get(key);
  const hamlet = readHamletName(text);
  const column = walk.table.columns.team ?? 0;
  if (hamlet !== null && walk.table.columns.team !== undefined && walk.context.glance({ row, column }) !== '')
    settleSpelling(walk, { row, column }, text, hamlet.name);
  if (known) return known;
  const team: RosterTeam = {
    sheet: walk.context.sheet.name,
    row: row + 1,
    name: hamlet?.name ?? text,
    hamletKey: key,
    hamletType: hamlet?.type ?? null,
    formerCommune: hamlet?.formerCommune ?? null,
    declaredCount: null,
    members: [],
  };
  walk.teams.set(key, team);
  return team;
}

/** "Thôn1", "T1", "thôn 01": the canonical spelling is a proposal; the form's own "Tổ … Thôn 1" needs none. */
function settleSpelling({ context }: Walk, at: Place, text: string, name: string): void {
  const folded = foldMarks(text)
    .replace(/^to (?:cong nghe so|cns)(?: ?cong dong| ?cd)? *[:-]? */, '')
    .replace(/[.\s]+$/, '')
    .replace(/ ?[([].*| ?-.*|,.*/, '');
  if (folded !== foldMarks(name))
    context.raise({
      at,
      code: 'hamlet.canonical',
      params: { from: context.cell(at)?.text ?? text, to: name },
      original: context.cell(at)?.text ?? text,
      proposed: name,
    });
}

const countWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map(foldMarks);

/** '5', 5, '03 người', '3 ng', 'ba'; undefined when there is no number in it. */
export function readCountText(text: string): number | undefined {
  const digits = /\d+/.exec(text);
  if (digits) return Number(digits[0]);
  const word = countWords.indexOf(foldMarks(text).replace(/\s*(?:nguoi|ng\.?|thanh vien|tv)$/, ''));
  return word >= 0 ? word : undefined;
}

function readCount({ context, table }: Walk, team: RosterTeam, row: number): void {
  const column = table.columns.count;
  if (column === undefined || team.declaredCount !== null) return;
  const text = context.glance({ row, column });
  if (text === '') return;
  const value = readCountText(text);
  if (value === undefined) context.raise({ at: { row, column }, code: 'count.unreadable', params: { text } });
  else team.declaredCount = value;
}

function reportShape(walk: Walk): void {
  const { context, seen, skipped } = walk;
  if (seen.merged) context.raise({ at: seen.merged, code: 'team.merged' });
  if (seen.filled) context.raise({ at: seen.filled, code: 'team.filledDown' });
  if (seen.repeated) context.raise({ at: seen.repeated, code: 'team.repeated' });
  const [first] = skipped;
  const last = skipped.at(-1);
  if (first === undefined || last === undefined) return;
  context.raise({
    at: { row: first, column: 0 },
    code: 'rows.skipped',
    params: { from: first + 1, to: last + 1, count: skipped.length },
  });
}
