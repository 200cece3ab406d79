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

/**
 * By how many of its settings this server writes what people entered into its own log, which nobody erases: the key that
 * stood there already, and the values of statements that fail or that are logged (docs/running.md).
 */
export async function settingsThatTell(database: Database): Promise<number> {
  const row = await database.one<{ n: number }>(
    sql`select num_nonnulls(
           nullif(current_setting('log_error_verbosity'), 'terse'),
           nullif(current_setting('log_parameter_max_length_on_error'), '0'),
           case when current_setting('log_statement') in ('mod', 'all') or current_setting('log_min_duration_statement') <> '-1'
                  or current_setting('log_min_duration_sample') <> '-1' and current_setting('log_statement_sample_rate') <> '0'
                then nullif(current_setting('log_parameter_max_length'), '0') end)::int as n`,
  );
  if (!row) throw new Error('the settings answer nothing');
  return row.n;
}
