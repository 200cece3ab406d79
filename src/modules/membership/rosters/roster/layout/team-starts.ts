/**
 * Where a team begins whose name is missing. Its people must not join the team above: a new number, a new count or a
 * merged cell of its own says that they are another one's.
 */
import type { FoundTable } from './find-table.ts';
import type { RosterContext } from '../roster-context.ts';

export class TeamStarts {
  /** Where a merged team cell has its text, by row. */
  private readonly anchors = new Map<number, number>();
  private readonly blocks = new Set<number>();
  private readonly sttMarks: boolean;
  private readonly countMarks: boolean;

  constructor(
    private readonly context: RosterContext,
    private readonly table: FoundTable,
    until: number,
  ) {
    const { stt, team, count } = table.columns;
    for (const { top, bottom, left, right } of context.sheet.merges) {
      if (bottom <= top || top <= table.headerRow || top >= until) continue;
      const holds = (column: number | undefined) => column !== undefined && left <= column && column <= right;
      if (holds(team)) for (let row = top + 1; row <= bottom; row++) this.anchors.set(row, top);
      if (holds(team) || holds(stt) || holds(count)) this.blocks.add(top);
    }
    this.sttMarks = this.marks(stt, until);
    this.countMarks = this.marks(count, until);
  }

  /** True when the column is filled at the first person of each team and blank at the others. */
  private marks(column: number | undefined, until: number): boolean {
    const { team, name } = this.table.columns;
    if (column === undefined || team === undefined) return false;
    let filled = 0;
    let people = 0;
    let named = 0;
    for (let row = this.table.headerRow + 1; row < until; row++) {
      if (!this.context.cell({ row, column: name ?? 0 })) continue;
      people++;
      if (this.context.cell({ row, column })) filled++;
      if (this.context.cell({ row, column: team })) named++;
    }
    if (named === 0 || filled === 0) return false;
    return filled <= people * 0.6 || (named >= 2 && filled <= named * 1.5 && filled < people);
  }

  /** Row of the text of the merged team cell that covers this row. */
  anchor(row: number): number | undefined {
    return this.anchors.get(row);
  }

  /** For a row whose team cell is blank. */
  isNext(row: number): boolean {
    const { stt, count } = this.table.columns;
    const says = (column: number | undefined) => column !== undefined && this.context.glance({ row, column }) !== '';
    return this.blocks.has(row) || (this.sttMarks && says(stt)) || (this.countMarks && says(count));
  }
}
