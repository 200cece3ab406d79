import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql, sqlState, violation } from '#platform/database';
import { trainingErrors } from '../../training.errors.ts';

/** Three taps of somebody who was there; giving them again replaces them. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws training.notInvited for who was not there, training.topicUnknown */
  async execute(
    { personId }: Actor,
    sessionId: string,
    { liked, canDo, nextTopic }: RouteBody<typeof trainingMemberRoutes.giveFeedback>,
  ): Promise<void> {
    const wasThere = await this.database.one(
      sql`select 1 from check_ins where session_id = ${sessionId} and person_id = ${personId} and state <> 'refused'`,
    );
    if (!wasThere) throw trainingErrors.notInvited();
    try {
      const now = this.clock.now();
      await this.database.rows(
        sql`insert into training_feedback (session_id, person_id, liked, can_do, next_topic, at)
          values (${sessionId}, ${personId}, ${liked}, ${canDo}, ${nextTopic}, ${now})
         on conflict (session_id, person_id) do update set liked = ${liked}, can_do = ${canDo}, next_topic = ${nextTopic}, at = ${now}`,
      );
    } catch (error) {
      if (violation(error)?.state === sqlState.foreignKey) throw trainingErrors.topicUnknown({ path: 'nextTopic' });
      throw error;
    }
  }
}
