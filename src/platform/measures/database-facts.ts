import { Database, sql } from '#platform/database';

/** Connections to this server of how many that it allows, and how long our longest statement has been running. */
export async function connectionsInUse(database: Database): Promise<{ used: number; most: number; longest: number }> {
  const row = await database.one<{ used: number; most: number; longest: number }>(
    // A backup reads for minutes, and is none of these.
    sql`select count(*)::int as used, current_setting('max_connections')::int as most,
          coalesce(max(extract(epoch from clock_timestamp() - query_start)) filter (
            where state = 'active' and pid <> pg_backend_pid() and datname = current_database()
              and application_name = 'to-so'), 0)::float8 as longest
       from pg_stat_activity where backend_type = 'client backend'`,
  );
  if (!row) throw new Error('pg_stat_activity answers nothing');
  return row;
}

/** Between this machine's clock and the database's, in seconds: the way there and back is taken as even. */
export async function clockSkew(database: Database): Promise<number> {
  const before = Date.now();
  const row = await database.one<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  const after = Date.now();
  if (!row) throw new Error('the database tells no time');
  return skewOf(row.ms, before, after);
}

/** What the way took is no skew: only what lies outside of it can be. */
export function skewOf(there: number, before: number, after: number): number {
  return Math.max(0, before - there, there - after) / 1000;
}
