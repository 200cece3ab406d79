import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { paperCardAsked } from '../../membership.events.ts';
import { TeamAccess } from '../teams/team-access.ts';

/** "Xin thẻ giấy": the leader hears it, or the commune; printing the card answers it. Asked again, it is told once a day. */
@Injectable()
export class AskForPaperCard {
  constructor(
    private readonly database: Database,
    private readonly access: TeamAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, teamId: string): Promise<void> {
    const { unitId } = await this.access.require(actor, 'task.report', teamId);
    const { personId } = actor;
    const now = this.clock.now();
    await this.database.tx(async (tx) => {
      const told = await rowsOf(
        tx,
        sql`insert into card_requests (team_id, person_id, at) values (${teamId}, ${personId}, ${now})
          on conflict (team_id, person_id) do update set at = excluded.at where card_requests.at < excluded.at - interval '1 day'
          returning 1`,
      );
      if (told.length > 0) await this.outbox.append(tx, paperCardAsked({ teamId, personId }, { unitId }), actor);
    });
  }
}
