import { sql } from '#platform/database';

/** What a report `r` is called by where nothing else names it: its month. */
export const reportCalled = sql`coalesce((select c.title from campaigns c where c.id = r.campaign_id), to_char(r.month, 'YYYY-MM'))`;
