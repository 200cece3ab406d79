import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { LONGEST_BUSY_DAYS } from '#contracts/membership/busy-reasons';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { memberBusy, memberFree } from '../../membership.events.ts';

/**
 * "Tuần này chưa làm được": the leader hears it, or the commune where the leader says it. The last word holds; one that was
 * kept on a phone until its day had passed stands all the same, and says only that the person was heard.
 */
@Injectable()
export class SayBusy {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied for who is in no team today, membership.busyTooLong */
  async execute(actor: Actor, { reason, until }: RouteBody<typeof routes.sayBusy>): Promise<void> {
    const { personId } = actor;
    const teamIds = actor.posts.flatMap(({ teamId }) => teamId ?? []);
    if (teamIds.length === 0) throw platformErrors.denied();
    const latest = addDays(this.clock.today(), LONGEST_BUSY_DAYS);
    if (until > latest) throw membershipErrors.busyTooLong({ path: 'until', most: LONGEST_BUSY_DAYS });
    await this.database.tx(async (tx) => {
      const said = await rowsOf(
        tx,
        sql`insert into busy_words (person_id, reason, until_on, said_at) values (${personId}, ${reason}, ${until}, ${this.clock.now()})
          on conflict (person_id) do update set reason = excluded.reason, until_on = excluded.until_on, said_at = excluded.said_at
           where (busy_words.reason, busy_words.until_on) is distinct from (excluded.reason, excluded.until_on)
          returning 1`,
      );
      // Said once more in the same words, there is nothing to tell.
      if (said.length === 0) return;
      for (const teamId of teamIds) await this.outbox.append(tx, memberBusy({ teamId, personId }), actor);
    });
  }

  /** "Tôi làm lại được": the word is as never said. */
  async end(actor: Actor): Promise<void> {
    const { personId } = actor;
    await this.database.tx(async (tx) => {
      const gone = await rowsOf(tx, sql`delete from busy_words where person_id = ${personId} returning 1`);
      if (gone.length > 0) await this.outbox.append(tx, memberFree({ personId }), actor);
    });
  }
}
