import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { decisionVoided } from '../../../membership.events.ts';
import { TeamAccess } from '../team-access.ts';
import { DecisionPapers } from './decision-papers.ts';
import { UndoDecision } from './undo-decision.ts';

type Input = RouteBody<typeof routes.voidDecision>;

/** A decision that never was, recorded by mistake: it counts no more, and stays in the history with the reason. */
@Injectable()
export class VoidDecision {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly papers: DecisionPapers,
    private readonly undo: UndoDecision,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** All or none: one team on which work rests refuses the whole. */
  async execute(
    actor: Actor,
    teamId: string,
    decisionId: string,
    { version, reason, everywhere }: Input,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const { rows } = await this.papers.hold(tx, actor, { teamId, decisionId, everywhere, version });
      for (const row of rows) await this.undo.execute(tx, row);
      await execute(
        tx,
        sql`update establishing_decisions set voided_at = ${this.clock.now()}, voided_by = ${actor.personId},
          void_reason = ${reason} where id = any(${rows.map(({ id }) => id)})`,
      );
      for (const { teamId: id, unitId, kind, number } of new Map(rows.map((row) => [row.teamId, row])).values())
        await this.outbox.append(
          tx,
          decisionVoided({ teamId: id }, { unitId, changes: { kind, number, reason } }),
          actor,
        );
    });
  }
}
