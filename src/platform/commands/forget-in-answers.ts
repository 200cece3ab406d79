import { type Sql, sql } from '#platform/database';

/** Takes words out of what these people's commands were answered: the same command still gets its answer, without them. */
export const forgetInAnswers = (personIds: readonly string[], words: readonly string[]): Sql =>
  sql`update command_answers set answer = without_words(answer::text, ${words}::text[])::jsonb
    where person_id = any(${personIds}::uuid[]) and answer is not null
      and without_words(answer::text, ${words}::text[]) <> answer::text`;
