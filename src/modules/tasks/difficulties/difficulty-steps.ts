/** What happens to a difficulty is kept in turn, within the caller's transaction. */
import { v7 } from 'uuid';
import { execute, sql, type Tx } from '#platform/database';
import type { DifficultyStep } from './difficulty.entity.ts';

type Step = Pick<DifficultyStep, 'difficultyId' | 'kind' | 'byId' | 'at'> &
  Partial<Pick<DifficultyStep, 'text' | 'providerId' | 'promisedOn'>>;

export async function writeStep(tx: Tx, { difficultyId, kind, byId, at, ...more }: Step): Promise<void> {
  await execute(
    tx,
    sql`insert into difficulty_steps (id, difficulty_id, kind, text, by_id, provider_id, promised_on, at)
      values (${v7()}, ${difficultyId}, ${kind}, ${more.text ?? null}, ${byId}, ${more.providerId ?? null},
        ${more.promisedOn ?? null}, ${at})`,
  );
}
