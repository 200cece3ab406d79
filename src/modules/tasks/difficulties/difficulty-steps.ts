/** What happens to a difficulty is kept in turn, within the caller's transaction. */
import { v7 } from 'uuid';
import { type Tx } from '#platform/database';
import { DifficultyStep } from './difficulty.entity.ts';

type Step = Pick<DifficultyStep, 'difficultyId' | 'kind' | 'byId' | 'at'> &
  Partial<Pick<DifficultyStep, 'text' | 'providerId' | 'promisedOn'>>;

export async function writeStep(tx: Tx, { difficultyId, kind, byId, at, ...more }: Step): Promise<void> {
  await tx.insert(DifficultyStep, {
    id: v7(),
    difficultyId,
    kind,
    text: more.text ?? null,
    byId,
    providerId: more.providerId ?? null,
    promisedOn: more.promisedOn ?? null,
    at,
  });
}
