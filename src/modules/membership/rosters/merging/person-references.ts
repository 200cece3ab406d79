import { Injectable } from '@nestjs/common';
import type { MergeConflict, MergeKind } from '#contracts/access/merge-kinds';
import { Database, execute, type Sql, type Tx } from '#platform/database';

/** Re-points what is of one person to another, or takes away what the other has already. */
export type PersonMove = (from: string, to: string, at: Date) => Sql;
/** How much of each kind there is: kind text, n int. */
export type PersonCounts = (personId: string) => Sql;
/** What both have: kind text, label text (what people call it). */
export type PersonConflicts = (from: string, to: string) => Sql;

/**
 * Every table that names people says what becomes of it when two of them are one: it moves, or it goes on naming who acted
 * then. Modules above say it for theirs at start; test/architecture/person-references.int-spec.ts compares with the database.
 */
@Injectable()
export class PersonReferences {
  private readonly moving: PersonMove[] = [];
  private readonly counting: PersonCounts[] = [];
  private readonly clashing: PersonConflicts[] = [];
  private readonly reasons = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /** In this order, after those registered before. */
  moves(...moves: PersonMove[]): void {
    this.moving.push(...moves);
  }

  counts(source: PersonCounts): void {
    this.counting.push(source);
  }

  conflicts(source: PersonConflicts): void {
    this.clashing.push(source);
  }

  /** @param columns as "table.column" */
  stays(because: string, ...columns: string[]): void {
    for (const column of columns) this.reasons.set(column, because);
  }

  /** Worked again, it moves what was written meanwhile under the old id. */
  async move(tx: Tx, from: string, to: string, at: Date): Promise<void> {
    for (const move of this.moving) await execute(tx, move(from, to, at));
  }

  async countOf(personId: string): Promise<{ kind: MergeKind; count: number }[]> {
    const found: { kind: MergeKind; count: number }[] = [];
    for (const source of this.counting) {
      const rows = await this.database.rows<{ kind: MergeKind; n: number }>(source(personId));
      found.push(...rows.filter(({ n }) => n > 0).map(({ kind, n }) => ({ kind, count: n })));
    }
    return found;
  }

  async conflictsOf(from: string, to: string): Promise<{ kind: MergeConflict; label: string }[]> {
    const found: { kind: MergeConflict; label: string }[] = [];
    for (const source of this.clashing)
      found.push(...(await this.database.rows<{ kind: MergeConflict; label: string }>(source(from, to))));
    return found;
  }

  /** The text of each statement, and why a column stays. */
  get declared(): { moves: string[]; stays: ReadonlyMap<string, string> } {
    return { moves: this.moving.map((move) => move('', '', new Date(0)).text), stays: this.reasons };
  }
}
