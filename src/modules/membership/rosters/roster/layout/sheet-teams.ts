/**
 * The teams of one list and which of them a row belongs to: by its own cell, a merged cell, the cell above, a heading, a
 * title or the name of the sheet. Nobody is put into a team that the sheet does not give them.
 */
import { foldMarks } from '#i18n/fold';
import { isDitto } from '../cells/ditto.ts';
import type { CellAccount } from '../cells/cell-account.ts';
import type { FoundTable } from './find-table.ts';
import { isGarbled } from '../cells/garbled-text.ts';
import { hamletOfTitle } from './preamble.ts';
import type { Place, RosterContext } from '../roster-context.ts';
import type { RosterMember, RosterTeam } from '../roster.types.ts';
import { withoutNumber } from './row-kinds.ts';
import { withoutTail } from './tail.ts';
import { TeamStarts } from './team-starts.ts';
import { hamletKey, readHamletName } from '../cells/unit-names.ts';

/** A hamlet that a title above the table names. */
export interface TitleTeam extends Place {
  text: string;
}

export class SheetTeams {
  /** The team that people after a blank row would be in, if the officer says so. */
  offered: RosterTeam | null = null;
  private current: RosterTeam | null = null;
  private last = -1;
  private readonly byKey = new Map<string, RosterTeam>();
  private readonly cells = new Map<RosterTeam, Place[]>();
  private readonly starts: TeamStarts;
  private readonly seen: { merged?: Place; filled?: Place; repeated?: Place } = {};

  constructor(
    private readonly context: RosterContext,
    private readonly account: CellAccount,
    private readonly table: FoundTable,
    until: number,
  ) {
    this.starts = new TeamStarts(context, table, until);
  }

  /** No team until the sheet names one. */
  leave(): void {
    this.current = null;
  }

  fromTitle({ text, ...at }: TitleTeam): void {
    this.context.raise({ at, code: 'row.groupHeading', params: { title: text, team: text } });
    this.current = this.open(text, at);
  }

  /** One sheet per hamlet: its name stands for the team when nothing else names one. */
  fromSheetName(): void {
    const { sheet } = this.context;
    const hamlet = readHamletName(sheet.name);
    if (hamlet === null) return;
    const at = { row: this.table.headerRow, column: this.table.columns.team ?? 0 };
    this.context.raise({ at, code: 'sheet.asTeam', params: { sheet: sheet.name, team: hamlet.name } });
    this.current = this.open(sheet.name, at);
  }

  /** The people that follow are in the team that was offered. */
  rejoin(): RosterTeam | null {
    return (this.current = this.offered);
  }

  /** "I | Thôn 1", "A. Thôn 1 (5 người)": a team when it names a hamlet, else only a section's title. */
  openHeading(row: number, from = 0, until = Number.POSITIVE_INFINITY): void {
    const cells = (this.context.sheet.rows[row] ?? []).map((_, column) =>
      column >= from && column < until ? this.context.glance({ row, column }) : '',
    );
    const titles = cells.map(withoutNumber);
    const found = titles.findIndex((text) => /\p{L}{2}|\d/u.test(text) && !/^(?:[IVXLC]+|\d+)$/.test(text));
    const title = titles[found] ?? '';
    const known = readHamletName(title) ?? hamletOfTitle(title);
    if (known === null && this.starts.anchor(row) !== undefined) return;
    const column = found >= 0 ? found : Math.max(0, cells.findIndex(Boolean));
    const name = known?.name ?? '';
    this.context.raise({ at: { row, column }, code: 'row.groupHeading', params: { title, team: name } });
    cells.forEach((text, at) => text !== '' && this.account.finding(row, at));
    this.current = known === null ? null : this.open(readHamletName(title) ? title : name, { row, column });
  }

  of(row: number): RosterTeam | null {
    const afterGap = this.current !== null && this.last >= 0 && this.isGap(row);
    this.last = row;
    const { context } = this;
    const { team: column } = this.table.columns;
    if (column === undefined) return afterGap && this.beginsAgain(row) ? this.offer() : this.current;
    const anchor = this.starts.anchor(row);
    if (anchor !== undefined) {
      this.seen.merged ??= { row: anchor, column };
      const text = context.glance({ row: anchor, column });
      if (text !== '') return (this.current = this.open(text, { row: anchor, column }));
    }
    const text = context.glance({ row, column });
    if (isDitto(text)) {
      this.account.record(row, column);
      this.seen.filled ??= { row, column };
      return this.current;
    }
    if (text === '') return this.filledDown(row, column, afterGap && anchor === undefined);
    const before = this.current;
    this.current = this.open(context.text({ row, column }), { row, column });
    if (before === this.current && !context.sheet.name.startsWith(this.current.name))
      this.seen.repeated ??= { row, column };
    return this.current;
  }

  private filledDown(row: number, column: number, afterGap: boolean): RosterTeam | null {
    if (this.current === null) return null;
    if (this.current.row - 1 !== row && this.starts.isNext(row)) return (this.current = null);
    if (afterGap) return this.offer();
    if (this.starts.anchor(row) === undefined) this.seen.filled ??= { row, column };
    return this.current;
  }

  private offer(): null {
    this.offered = this.current;
    return (this.current = null);
  }

  /** True when rows without a word stand between the last of the list and this one. */
  private isGap(row: number): boolean {
    const { rows } = this.context.sheet;
    for (let at = this.last + 1; at < row; at++)
      if ((rows[at] ?? []).every((cell) => cell === null || cell.text.trim() === '')) return true;
    return false;
  }

  private beginsAgain(row: number): boolean {
    const { stt } = this.table.columns;
    return stt !== undefined && /^(?:0?1|I|A)\.?$/.test(this.context.glance({ row, column: stt }));
  }

  private open(text: string, at: Place): RosterTeam {
    const key = hamletKey(text);
    const hamlet = readHamletName(text);
    if (this.table.columns.team === at.column && this.context.glance(at) !== '') {
      if (hamlet !== null) settleSpelling(this.context, at, text, hamlet.name);
      if (isGarbled(text)) this.context.raise({ at, code: 'team.garbled', params: { name: text }, proposed: text });
    }
    const team: RosterTeam = this.byKey.get(key) ?? {
      sheet: this.context.sheet.name,
      row: at.row + 1,
      column: at.column,
      name: hamlet?.name ?? text,
      hamletKey: key,
      hamletType: hamlet?.type ?? null,
      formerCommune: hamlet?.formerCommune ?? null,
      declaredCount: null,
      members: [],
    };
    this.byKey.set(key, team);
    const cells = this.cells.get(team);
    if (cells) cells.push(at);
    else this.cells.set(team, [at]);
    return team;
  }

  /** The number of people that the sheet gives the team; said again on other rows it is no second number. */
  readCount(team: RosterTeam, row: number): void {
    const column = this.table.columns.count;
    if (column === undefined) return;
    const text = this.context.glance({ row, column });
    if (text === '') return;
    const value = readCountText(text);
    if (value === undefined) {
      this.context.raise({ at: { row, column }, code: 'count.unreadable', params: { text } });
      return;
    }
    team.declaredCount ??= value;
    if (team.declaredCount === value) this.account.record(row, column);
  }

  people(): RosterMember[] {
    return [...this.byKey.values()].flatMap(({ members }) => members);
  }

  /** The teams that have people. Of the others it is said that they have none. */
  close(): RosterTeam[] {
    const { context, seen } = this;
    if (seen.merged) context.raise({ at: seen.merged, code: 'team.merged' });
    if (seen.filled) context.raise({ at: seen.filled, code: 'team.filledDown' });
    if (seen.repeated) context.raise({ at: seen.repeated, code: 'team.repeated' });
    const teams = [...this.byKey.values()];
    for (const team of teams) {
      const cells = this.cells.get(team) ?? [];
      if (team.members.length > 0) for (const { row, column } of cells) this.account.record(row, column);
      const [first] = cells;
      if (team.members.length === 0 && first && first.row > this.table.headerRow)
        context.raise({ at: first, code: 'team.empty', params: { team: team.name } });
    }
    return teams.filter((team) => team.members.length > 0);
  }
}

/** "Thôn1", "T1", "thôn 01": the canonical spelling is a proposal; the form's own "Tổ … Thôn 1" needs none. */
function settleSpelling(context: RosterContext, at: Place, text: string, name: string): void {
  const bare = foldMarks(text).replace(/^to (?:cong nghe so|cns)(?: ?cong dong| ?cd)? *[:-]? */, '');
  const folded = withoutTail(bare, '. ').replace(/ ?[([].*| ?-.*|,.*/, '');
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
