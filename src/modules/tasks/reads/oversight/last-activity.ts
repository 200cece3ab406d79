import { type Database, sql } from '#platform/database';

/** The last progress or answer of each team; teams without any are absent. */
export async function lastActivity(database: Database, teamIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await database.rows<{ id: string; last: Date | null }>(
    sql`select w.id, greatest((select max(e.recorded_at) from progress_entries e
      where e.team_id = w.id), (select max(greatest(t.accepted_at, t.submitted_at)) from tasks t where t.team_id = w.id)) as last
       from unnest(${teamIds}::uuid[]) as w(id)`,
  );
  return new Map(rows.flatMap((row) => (row.last ? [[row.id, row.last] as const] : [])));
}
