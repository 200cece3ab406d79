import { type Sql, sql } from '#platform/database';

/** Takes words out of what these people's acts on many are put back by, and were answered. */
export const forgetInActs = (personIds: readonly string[], words: readonly string[]): Sql =>
  sql`update held_acts set answer = without_words(answer::text, ${words}::text[])::jsonb,
      before = without_words(before::text, ${words}::text[])::jsonb where person_id = any(${personIds}::uuid[])`;
