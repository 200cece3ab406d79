import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sqlState, violation } from '#platform/database';
import { trainingErrors } from '../training.errors.ts';

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
      `select 1 from check_ins where session_id = $1 and person_id = $2 and state <> 'refused'`,
      [sessionId, personId],
    );
    if (!wasThere) throw trainingErrors.notInvited();
    try {
      await this.database.rows(
        `insert into training_feedback (session_id, person_id, liked, can_do, next_topic, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (session_id, person_id) do update set liked = $3, can_do = $4, next_topic = $5, at = $6`,
        [sessionId, personId, liked, canDo, nextTopic, this.clock.now()],
      );
    } catch (error) {
      if (violation(error)?.state === sqlState.foreignKey) throw trainingErrors.topicUnknown({ path: 'nextTopic' });
      throw error;
    }
  }
}
