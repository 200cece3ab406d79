import { rowsOf, type Sql, type Tx } from '#platform/database';

/** The statement whose one row gives the day as `on`, or null; a text of it has the id as its only value. */
type FirstDay = ((id: string) => Sql) | string;

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
    for (const of of this.statements) {
      const [row] = await (typeof of === 'string'
        ? rowsOf<{ on: string | null }>(tx, of, [id])
        : rowsOf<{ on: string | null }>(tx, of(id)));
      if (row?.on) days.push(row.on);
    }
    return days.sort()[0] ?? null;
  }
}
