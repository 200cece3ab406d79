/** Photos that a phone says it will send: kept with what they show, in its transaction. */
import { execute, short, sql, sqlState, type Tx, violation } from '#platform/database';
import { photoErrors } from '#platform/files';

type Of = { entryId: string } | { difficultyId: string };
interface Announced {
  photoIds?: readonly string[];
  actorId: string;
  recordedAt: Date;
}

/** @throws photo.idUsed when the phone's id belongs to another photo */
export async function announcePhotos(tx: Tx, of: Of, { photoIds = [], actorId, recordedAt }: Announced): Promise<void> {
  if (photoIds.length === 0) return;
  const { entryId, difficultyId } = { entryId: null, difficultyId: null, ...of };
  try {
    await execute(
      tx,
      short(sql`insert into photos (id, entry_id, difficulty_id, position, taken_by, announced_at)
       select id, ${entryId}, ${difficultyId}, n - 1, ${actorId}, ${recordedAt}
         from unnest(${[...new Set(photoIds)]}::uuid[]) with ordinality as p(id, n)`),
    );
  } catch (error) {
    if (violation(error)?.state === sqlState.unique) throw photoErrors.idUsed({ path: 'photoIds' });
    throw error;
  }
}
