import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { trailSql } from '#platform/trail';
import { membershipErrors } from '../../membership.errors.ts';

const HOUR_MS = 60 * 60_000;
/** People whose numbers are looked at one by one within an hour: a team and who stands around it. */
export const FREE_LOOKS = 10;
/** Nobody calls more in an hour; who needs more takes a list, which names its purpose and its maker. */
export const MOST_LOOKS = 60;

/** A list is not to be had one number after the other: beyond a few in an hour they are asked for as a list is. */
@Injectable()
export class NumberLooks {
  constructor(private readonly clock: Clock) {}

  /**
   * Within the transaction that writes the look down, so that looks in parallel count too. Whoever was looked at within the
   * hour is no further one.
   * @throws platform.proofNeeded above a few where the session owes one; membership.tooManyLooks with `minutes`
   */
  async require(tx: Tx, actor: Actor, subjectId: string): Promise<void> {
    await takeTurn(tx, [`number looks ${actor.personId}`]);
    const now = this.clock.now().getTime();
    const looks = await rowsOf<{ subjectId: string; at: Date }>(
      tx,
      sql`select l.subject_id as "subjectId", max(a.at) as at from ${trailSql.acts} a join access_log l on l.act_id = a.id
        where a.person_id = ${actor.personId} and a.at > ${new Date(now - HOUR_MS)} and a.kind = 'look' and a.what = 'phone.read'
          and a.people = 1 and l.subject_id <> ${actor.personId}
        group by l.subject_id order by 2`,
    );
    if (subjectId === actor.personId || looks.some((look) => look.subjectId === subjectId)) return;
    if (looks.length >= FREE_LOOKS && actor.owes) throw platformErrors.proofNeeded({ by: actor.owes, act: 'numbers' });
    const first = looks.at(-MOST_LOOKS);
    if (!first) return;
    const waitMs = first.at.getTime() + HOUR_MS - now;
    throw membershipErrors.tooManyLooks({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) }).after(waitMs / 1_000);
  }
}
