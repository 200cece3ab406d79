import { Injectable } from '@nestjs/common';
import type { RecordKind } from '#contracts/privacy/record-kinds';
import { Database, type Sql, sql } from '#platform/database';

/** Records of one kind that are written down in the same way; a kind may have several of them. */
export interface OwnTable {
  kind: RecordKind;
  rows: Record<string, unknown>[];
}

/** One row for each record, its columns named so that they read by themselves. */
export type RecordsOf = (personId: string) => Sql;

/** Records of one kind in a file; nobody has written so many by hand. */
const MOST_ROWS = 10_000;

/** What each module holds about a person, for the person: modules above say it for theirs at start. */
@Injectable()
export class OwnRecords {
  readonly sources: { kind: RecordKind; records: RecordsOf }[] = [];

  constructor(private readonly database: Database) {}

  holds(kind: RecordKind, records: RecordsOf): void {
    this.sources.push({ kind, records });
  }

  async countOf(personId: string): Promise<{ kind: RecordKind; count: number }[]> {
    const counts = new Map<RecordKind, number>();
    for (const { kind, records } of this.sources) {
      const row = await this.database.one<{ n: number }>(sql`select count(*)::int as n from (${records(personId)}) r`);
      counts.set(kind, (counts.get(kind) ?? 0) + (row?.n ?? 0));
    }
    return [...counts].map(([kind, count]) => ({ kind, count }));
  }

  /** Columns in the order in which the statement names them. */
  async tablesOf(personId: string): Promise<OwnTable[]> {
    const found: OwnTable[] = [];
    for (const { kind, records } of this.sources) {
      const rows = await this.database.rows<{ row: Record<string, unknown> }>(
        sql`select row_to_json(r) as row from (${records(personId)}) r limit ${MOST_ROWS}`,
      );
      found.push({ kind, rows: rows.map(({ row }) => row) });
    }
    return found;
  }
}
