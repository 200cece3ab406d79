import { rowsOf, type Sql, type Tx } from '#platform/database';

/** The statement whose one row gives the day for an id as `on`, or null. */
export type FirstDay = (id: string) => Sql;

/** The first day on which anything stood on something. Modules above say what of theirs does. */
export class FirstDays {
  constructor(private readonly statements: FirstDay[] = []) {}

  /** Called once at start by the module whose it is. */
  lookBy(statement: FirstDay): void {
    this.statements.push(statement);
  }

  /** Null when nothing does. */
  async first(tx: Tx, id: string): Promise<string | null> {
    const days: string[] = [];
    for (const statement of this.statements) {
      const [row] = await rowsOf<{ on: string | null }>(tx, statement(id));
      if (row?.on) days.push(row.on);
    }
    return days.sort()[0] ?? null;
  }
}
