import { Injectable } from '@nestjs/common';
import { execute, sql, type Tx } from '#platform/database';
import type { MappedColumn } from '../roster/roster.types.ts';

/** Which column is which under the heads of a commune's files, as its officers say: its next files are read so too. */
@Injectable()
export class RosterColumnsStore {
  async remember(
    tx: Tx,
    communeId: string,
    said: { headKey: string; columns: readonly MappedColumn[] }[],
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    await execute(
      tx,
      sql`insert into roster_columns (unit_id, head_key, columns, said_by, said_at)
       select ${communeId}, n.key, n.columns, ${by}, ${at}
         from unnest(${said.map(({ headKey }) => headKey)}::text[],
           ${said.map(({ columns }) => JSON.stringify(columns))}::jsonb[]) as n(key, columns)
       on conflict (unit_id, head_key) do update set columns = excluded.columns, said_by = excluded.said_by, said_at = excluded.said_at`,
    );
    await execute(
      tx,
      sql`delete from roster_columns where unit_id = ${communeId} and head_key not in (
         select head_key from roster_columns where unit_id = ${communeId} order by said_at desc limit 100)`,
    );
  }
}
