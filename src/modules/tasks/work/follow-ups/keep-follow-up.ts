import { v7 } from 'uuid';
import { countsAdvice, LONGEST_FOLLOW_UP_DAYS } from '#contracts/tasks/advice';
import { addDays } from '#contracts/reporting/periods';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { progressErrors } from '../../tasks.errors.ts';

interface Asked {
  happenedOn: string;
  askOn: string;
}
/**
 * From the day of the advice on: what waited on a phone until its day had passed still stands.
 * @throws progress.followUpDay
 */
export function requireAskOn({ happenedOn, askOn }: Asked, today: string, path: string): void {
  if (askOn < happenedOn || askOn > addDays(today, LONGEST_FOLLOW_UP_DAYS))
    throw progressErrors.followUpDay({ path, most: LONGEST_FOLLOW_UP_DAYS });
}

/** @throws progress.followUpElsewhere, progress.followUpDay */
export function requireFollowUp(
  indicatorCode: string,
  { happenedOn, followUpOn }: { happenedOn: string; followUpOn?: string | null | undefined },
  today: string,
): void {
  if (!followUpOn) return;
  if (!countsAdvice(indicatorCode)) throw progressErrors.followUpElsewhere({ path: 'followUpOn' });
  requireAskOn({ happenedOn, askOn: followUpOn }, today, 'followUpOn');
}

interface NewFollowUp {
  entryId: string;
  actorId: string;
  correctsId?: string | undefined;
  /** Undefined: what was said before stands; null: nobody asks. */
  followUpOn?: string | null | undefined;
}
/** Of what is corrected it stays its giver's, whoever corrects. */
export async function keepFollowUp(tx: Tx, { entryId, actorId, correctsId, followUpOn }: NewFollowUp): Promise<void> {
  if (correctsId && followUpOn === null) await execute(tx, sql`delete from follow_ups where entry_id = ${correctsId}`);
  const moved = correctsId
    ? await rowsOf(
        tx,
        sql`update follow_ups set entry_id = ${entryId}, ask_on = coalesce(${followUpOn ?? null}::date, ask_on),
              done_at = case when coalesce(${followUpOn ?? null}::date, ask_on) = ask_on then done_at end
            where entry_id = ${correctsId} returning 1`,
      )
    : [];
  if (moved.length > 0 || !followUpOn) return;
  await execute(
    tx,
    sql`insert into follow_ups (id, entry_id, person_id, ask_on) values (${v7()}, ${entryId},
      coalesce((select actor_id from progress_entries where id = ${correctsId ?? null}::uuid), ${actorId}), ${followUpOn})`,
  );
}
