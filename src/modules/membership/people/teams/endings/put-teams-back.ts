import { Injectable } from '@nestjs/common';
import type { TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { type Tx } from '#platform/database';
import { ProblemError } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { decisionVoided } from '../../../membership.events.ts';
import type { DecisionOfTeam } from '../decisions/decision-days.ts';
import { DecisionPapers } from '../decisions/decision-papers.ts';
import { UndoDecision } from '../decisions/undo-decision.ts';
import { TeamAccess } from '../team-access.ts';
import { EstablishingDecision } from '../decisions/establishing-decision.entity.ts';

/** A team that was ended, by which paper. */
export interface Ended {
  id: string;
  name: string;
  decisionId: string;
}

/** Stands with the decision in the team's history. */
const REASON = 'Thu hồi ngay sau khi ghi';

/** Teams that were dissolved by mistake go on as if the paper had never been. */
@Injectable()
export class PutTeamsBack {
  constructor(
    private readonly places: TeamAccess,
    private readonly papers: DecisionPapers,
    private readonly undo: UndoDecision,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Where somebody has corrected or voided the paper meanwhile, that stays. */
  async execute(tx: Tx, ended: readonly Ended[], actor: Actor): Promise<TakenBack> {
    const kept: TakenBack['kept'] = [];
    for (const team of ended) if (!(await this.one(tx, team, actor))) kept.push({ id: team.id, name: team.name });
    return { restored: ended.length - kept.length, kept };
  }

  private async one(tx: Tx, { id: teamId, decisionId }: Ended, actor: Actor): Promise<boolean> {
    await this.places.require(actor, 'team.manage', teamId);
    const paper = await this.papers.find(tx, { teamId, decisionId });
    if (paper?.version !== 1) return false;
    if (!(await this.goesOn(tx, paper))) return false;
    await tx.update(
      EstablishingDecision,
      { id: decisionId },
      { voidedAt: this.clock.now(), voidedBy: actor.personId, voidReason: REASON },
    );
    const { unitId, kind, number } = paper;
    await this.outbox.append(
      tx,
      decisionVoided({ teamId }, { unitId, changes: { kind, number, reason: REASON } }),
      actor,
    );
    return true;
  }

  /** False where the hamlet has another team meanwhile, or the end has come. */
  private async goesOn(tx: Tx, paper: DecisionOfTeam): Promise<boolean> {
    try {
      await this.undo.execute(tx, paper);
      return true;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }
}
