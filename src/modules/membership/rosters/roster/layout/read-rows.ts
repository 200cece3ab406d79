/**
 * Walks the rows of a sheet from its first header to its end: people under their teams, what is no row of people listed
 * with the reason. After a signature or a title further lists are read on.
 */
import { foldMarks } from '#i18n/fold';
import { CellAccount } from '../cells/cell-account.ts';
import type { FoundTable } from './find-table.ts';
import { emptyPreamble, type Preamble, readPreambleRow } from './preamble.ts';
import { readMember } from '../cells/read-member.ts';
import type { Place, RosterContext } from '../roster-context.ts';
import type { NotImportedReason, RosterField, RosterOptions, RosterTeam } from '../roster.types.ts';
import { type Closed, RowKinds } from './row-kinds.ts';
import { linesOfRow, ownColumns } from './row-lines.ts';
import { askAboutRows, looksLikePerson } from './row-signs.ts';
import { SheetTeams, type TitleTeam } from './sheet-teams.ts';
import { hasText, openHeadings, type SideList, tablesBeside } from './side-lists.ts';
import { readHamletName } from '../cells/unit-names.ts';

/** One list of a sheet: from its titles to the titles of the next. */
export interface Section {
  table: FoundTable;
  /** Zero-based, the first row that belongs to the next list. */
  until: number;
  preamble: Preamble;
  /** One, or as many as stand side by side. */
  lists: SideList[];
  /** Filled when the sheet has been read. */
  teams: RosterTeam[];
  memberRows: number;
  /** The "Tổng cộng" row's number of people, where it has one. */
  totalMembers: { value: number; at: Place } | null;
}

export class SheetReader {
  readonly sections: Section[] = [];
  readonly account: CellAccount;
  /** Communes that titles and signatures after the last list name. */
  after: Preamble = emptyPreamble();
  private readonly kinds: RowKinds;
  private readonly starts: ReadonlyMap<number, FoundTable>;
  private section: Section | null = null;
  private closed: Closed = 'title';
  private titleTeam: TitleTeam | null = null;
  /** Rows above the first header that the officer says are people. */
  private readonly early: number[] = [];
  private readonly skipped: number[] = [];
  /** Rows that look like people and are none. */
  private readonly unread: number[] = [];
  private readonly hidden: number[] = [];

  constructor(
    private readonly context: RosterContext,
    private readonly tables: readonly FoundTable[],
    private readonly options: RosterOptions,
  ) {
    this.account = new CellAccount(context);
    this.kinds = new RowKinds(context);
    this.starts = new Map(tables.map((table) => [table.firstRow, table]));
  }

  read(): void {
    for (let row = 0; row < this.context.sheet.rows.length; row++) {
      const table = this.starts.get(row);
      if (table) {
        this.begin(table);
        row = table.headerRow;
      } else if (this.section !== null) this.readRow(this.section, row);
      else if (this.context.isTakenBack(row)) this.early.push(row);
      else this.title(row, 'title');
    }
    for (const section of this.sections) section.teams = section.lists.flatMap(({ sheetTeams }) => sheetTeams.close());
    this.reportSkipped();
    askAboutRows(this.context, 'rows.unread', this.unread);
    askAboutRows(this.context, 'rows.hidden', this.hidden);
  }

  private title(row: number, why: NotImportedReason): void {
    readPreambleRow(this.context, row, this.after);
    this.leaveOut(row, why);
    if (this.after.hamlet) this.titleTeam = this.after.hamlet;
  }

  private leaveOut(row: number, why: NotImportedReason): void {
    this.account.row(row, why);
    const table = this.section?.table ?? null;
    if (why === 'hidden' || why === 'struck') {
      if (why === 'hidden' && table && hasName(this.context, row, table)) this.hidden.push(row);
    } else if (looksLikePerson(this.context, row, table)) this.unread.push(row);
  }

  private begin(table: FoundTable): void {
    for (let row = table.firstRow; row <= table.headerRow; row++) this.account.row(row, 'header');
    // The same header again in the middle of a list is a page's, not another list's.
    if (this.section?.table.headKey === table.headKey && this.closed === null) {
      this.skipped.push(table.headerRow);
      return;
    }
    if (this.section !== null && this.closed === null) this.askAboutHead(table);
    const next = this.tables.find(({ firstRow }) => firstRow > table.headerRow);
    const until = next?.firstRow ?? this.context.sheet.rows.length;
    const lists = tablesBeside(table).map(
      (part): SideList => ({
        ...part,
        sheetTeams: new SheetTeams(this.context, this.account, part.table, until),
      }),
    );
    this.section = {
      table,
      until,
      preamble: this.after,
      lists,
      teams: [],
      memberRows: 0,
      totalMembers: null,
    };
    this.sections.push(this.section);
    this.after = emptyPreamble();
    this.closed = null;
    for (const { table: part, sheetTeams } of lists) {
      if (this.namesTeams(part, until)) continue;
      if (this.titleTeam) sheetTeams.fromTitle(this.titleTeam);
      else sheetTeams.fromSheetName();
    }
    this.titleTeam = null;
    for (const row of this.early.splice(0)) this.readRow(this.section, row);
  }

  /** Heads in the middle of a list, right below its people, may be one of them whom their words make look like heads. */
  private askAboutHead({ firstRow, headerRow, source, mapped, headers }: FoundTable): void {
    const above = this.context.sheet.rows[firstRow - 1] ?? [];
    if (source !== 'words' || above.every((cell) => cell === null || cell.text.trim() === '')) return;
    const at = { row: headerRow, column: mapped.find(({ field }) => field === 'phone')?.column ?? 0 };
    const text = headers.filter(Boolean).join(' · ').slice(0, 120);
    this.context.raise({
      at,
      code: 'header.second',
      params: { row: headerRow + 1, text },
      proposed: headers[at.column] ?? '',
    });
  }

  private namesTeams({ columns, headerRow }: FoundTable, until: number): boolean {
    if (columns.team === undefined) return false;
    for (let row = headerRow + 1; row < until; row++)
      if (readHamletName(this.context.glance({ row, column: columns.team }))) return true;
    return false;
  }

  private readRow(section: Section, row: number): void {
    const kind = this.kinds.of(row, section.table, this.closed);
    if (kind === 'blank') return;
    if ((kind === 'member' || kind === 'heading') && this.context.isLeftOutBy(section.table.headerRow, 'list.again')) {
      this.account.row(row, 'left_out');
      return;
    }
    if (kind === 'member') {
      if (this.closed !== null) this.reopen(section);
      this.addPeople(section, row);
    } else if (kind === 'heading') {
      this.closed = null;
      openHeadings(this.context, section.lists, row);
      if (looksLikePerson(this.context, row, section.table)) this.leaveOut(row, 'unread');
    } else this.furniture(section, row, kind);
  }

  /** A supplement without a header of its own; a title may have named its team. */
  private reopen({ lists }: Section): void {
    this.closed = null;
    if (this.titleTeam) for (const { sheetTeams } of lists) sheetTeams.fromTitle(this.titleTeam);
    this.titleTeam = null;
  }

  private furniture(section: Section, row: number, kind: NotImportedReason): void {
    if (kind !== 'hidden' && kind !== 'struck') this.skipped.push(row);
    if (kind !== 'title' && kind !== 'signature') {
      this.leaveOut(row, kind);
      if (kind !== 'total') return;
      this.readTotal(section, row);
      leaveTeams(section);
      return;
    }
    if (this.closed === null) leaveTeams(section);
    this.closed = kind === 'title' ? kind : (this.closed ?? kind);
    this.title(row, kind);
  }

  private readTotal(section: Section, row: number): void {
    const texts = (this.context.sheet.rows[row] ?? []).map((_, column) => this.context.glance({ row, column }));
    if (!/^tong (?:cong|so)/.test(foldMarks(texts.find(Boolean) ?? ''))) return;
    const figures = texts.flatMap((text, column) =>
      (text.match(/\d{1,6}/g) ?? []).map((figure) => ({ value: Number(figure), column })),
    );
    const best = figures.find(({ column }) => column === (section.table.columns.count ?? 0)) ?? figures.at(-1);
    if (best) section.totalMembers = { value: best.value, at: { row, column: best.column } };
  }

  private addPeople(section: Section, row: number): void {
    const { context, account } = this;
    const { columns, mapped } = section.table;
    if (context.isTakenBack(row))
      context.raise({ at: { row, column: columns.name ?? 0 }, code: 'row.takenBack', params: { row: row + 1 } });
    const [whole] = section.lists;
    if (section.lists.length === 1 && whole) this.addToList(section, whole, row);
    else
      for (const list of section.lists) {
        if (!hasText(context, row, list)) continue;
        if (namesSomebody(context, row, list.table)) this.addToList(section, list, row);
        else if (context.glance({ row, column: list.table.columns.team ?? 0 }) !== '') list.sheetTeams.of(row);
        else list.sheetTeams.openHeading(row, list.from, list.until);
      }
    account.beyond(row, new Set(mapped.filter(({ field }) => isKept(field)).map(({ column }) => column)));
  }

  private addToList(section: Section, { table, sheetTeams }: SideList, row: number): void {
    const { context, account } = this;
    let team = sheetTeams.of(row);
    for (const line of linesOfRow(context, row, table)) {
      const member = readMember(context, line, this.options, account);
      section.memberRows++;
      if (member === null) continue;
      team ??= this.askForTeam(table, sheetTeams, row, member.fullName);
      if (team === null) {
        account.finding(row, ...Object.values(line.person.columns));
        continue;
      }
      team.members.push(member);
      account.record(row, table.columns.stt);
    }
    if (team !== null) sheetTeams.readCount(team, row);
  }

  private askForTeam({ columns }: FoundTable, teams: SheetTeams, row: number, name: string): RosterTeam | null {
    const offered = teams.offered?.name ?? null;
    const taken = this.context.raise({
      at: { row, column: columns.team ?? columns.name ?? 0 },
      code: 'team.missing',
      params: { name },
      proposed: offered,
    });
    return taken && offered !== null ? teams.rejoin() : null;
  }

  private reportSkipped(): void {
    const [first] = this.skipped;
    const last = this.skipped.at(-1);
    if (first === undefined || last === undefined) return;
    const params = { from: first + 1, to: last + 1, count: this.skipped.length };
    this.context.raise({ at: { row: first, column: 0 }, code: 'rows.skipped', params });
  }
}

function leaveTeams({ lists }: Section): void {
  for (const { sheetTeams } of lists) sheetTeams.leave();
}

function hasName(context: RosterContext, row: number, { people }: FoundTable): boolean {
  return people.some(({ columns }) => /\p{L}{2}/u.test(context.glance({ row, column: columns.name ?? 0 })));
}

function namesSomebody(context: RosterContext, row: number, { people }: FoundTable): boolean {
  return people.some(({ columns }) => [...ownColumns(columns)].some((column) => context.cell({ row, column })));
}

function isKept(field: RosterField): boolean {
  return field !== 'gender' && field !== 'note' && field !== 'skip';
}
