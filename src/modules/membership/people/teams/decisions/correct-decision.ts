import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../../membership.errors.ts';
import { decisionCorrected } from '../../../membership.events.ts';
import { DecisionDays, type DecisionOfTeam } from './decision-days.ts';
import { DecisionPapers } from './decision-papers.ts';
import type { DecisionData } from './decisions.ts';
import { TeamAccess } from '../team-access.ts';
import { DecisionCorrection } from './establishing-decision.entity.ts';

type Input = RouteBody<typeof routes.correctDecision>;
const fieldsOf = ['number', 'signedOn', 'signer'] as const;

/** A slip of the pen in a team's decision is put right with the reason; the words that stood there are kept beside it. */
@Injectable()
export class CorrectDecision {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly papers: DecisionPapers,
    private readonly days: DecisionDays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.decisionNotFound, decisionChanged, decisionSame and what speaks against the day */
  async execute(
    actor: Actor,
    teamId: string,
    decisionId: string,
    { version, reason, everywhere, ...next }: Input,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const { named, rows } = await this.papers.hold(tx, actor, { teamId, decisionId, everywhere, version });
      const fields = fieldsOf.filter((field) => named[field] !== next[field]);
      if (fields.length === 0) throw membershipErrors.decisionSame();
      if (next.signedOn > this.clock.today()) throw membershipErrors.decisionInFuture({ path: 'signedOn' });
      for (const row of rows) await this.correct(tx, actor, row, next, reason);
      for (const [id, unitId] of new Map(rows.map((row) => [row.teamId, row.unitId])))
        await this.outbox.append(tx, decisionCorrected({ teamId: id }, { unitId, changes: { fields, reason } }), actor);
    });
  }

  private async correct(tx: Tx, actor: Actor, row: DecisionOfTeam, next: DecisionData, reason: string): Promise<void> {
    if (next.signedOn !== row.signedOn) await this.days.move(tx, row, next.signedOn);
    await execute(
      tx,
      sql`update establishing_decisions set number = ${next.number}, signed_on = ${next.signedOn}, signer = ${next.signer},
        version = version + 1 where id = ${row.id}`,
    );
    const { number, signedOn, signer } = row;
    await tx.insert(DecisionCorrection, {
      id: v7(),
      decisionId: row.id,
      version: row.version,
      before: { number, signedOn, signer },
      after: next,
      reason,
      byId: actor.personId,
      at: this.clock.now(),
    });
    // Open work that nobody gave another reason for is cancelled with the number of the decision, on the day of the end.
    if (row.kind === 'dissolve')
      await execute(
        tx,
        sql`update team_endings set reason = ${next.number} where team_id = ${row.teamId} and reason = ${number} and not told`,
      );
  }
}
