import { rowsOf, type Tx } from '#platform/database';

/**
 * The first day on which anything stood on something. Modules above say what of theirs does, each by a statement whose one
 * row gives the day as `on`, or null, for the id in $1.
 */
export class FirstDays {
  constructor(private readonly statements: string[] = []) {}

  /** Called once at start by the module whose it is. */
  lookBy(statement: string): void {
    this.statements.push(statement);
  }

  /** Null when nothing does. */
  async first(tx: Tx, id: string): Promise<string | null> {
    const days: string[] = [];
    for (const statement of this.statements) {
      const [row] = await rowsOf<{ on: string | null }>(tx, statement, [id]);
      if (row?.on) days.push(row.on);
    }
    return days.sort()[0] ?? null;
  }
}
