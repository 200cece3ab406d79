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
