import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { invalid } from '#platform/http';
import { assignmentErrors } from '../../tasks.errors.ts';
import type { OrderInput as Input } from './choose-teams.ts';
import { shareProblems, teamProblems } from '../order/order-check.ts';
import { OrderPlanning } from './order-planning.ts';
import { type OrderReferences, OrderReferenceQueries, type TargetTeam } from '../order/order-reference.queries.ts';
import { OrderWriter } from '../order/order-writer.ts';
import { SimilarWorkQueries } from './similar-work.queries.ts';

/**
 * Issues one order to many teams. Work, target, deadline and directive are required (section 2 of the guidance asks for
 * concrete work, the goal reached and the time of completion). Commits at once; only external channels wait.
 */
@Injectable()
export class IssueAssignment {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly references: OrderReferenceQueries,
    private readonly similar: SimilarWorkQueries,
    private readonly planning: OrderPlanning,
    private readonly writer: OrderWriter,
  ) {}

  /**
   * Gives the assignment's id. What a second officer approves is issued by whoever asked for it.
   * @throws input.invalid naming each field, assignment.similarUnacknowledged, sendRequest.needed
   */
  async execute(actor: Actor, input: Input, approved?: { askedBy: string }): Promise<string> {
    const { references, teams } = await this.check(actor, input);
    if (!approved) await this.planning.refuseUnapproved(input);
    const order = await this.planning.plan(approved ? { personId: approved.askedBy } : actor, input);
    await this.database.tx(async (tx) => {
      const tasks = input.shares.map(({ teamId, target }) => ({ ...(teams.get(teamId) as TargetTeam), target }));
      await this.writer.write(tx, order, references, tasks, actor);
      if (input.draftId)
        await execute(tx, sql`delete from assignment_drafts where id = ${input.draftId} and unit_id = ${input.unitId}`);
    });
    return order.id;
  }

  /** Whether this person may issue it, and what keeps it from being issued now. @throws as `execute` */
  async check(actor: Actor, input: Input): Promise<{ references: OrderReferences; teams: Map<string, TargetTeam> }> {
    await this.scope.require(actor, 'assignment.issue', { unitId: input.unitId });
    const { found, problems } = await this.references.read(input);
    const teams = await this.references.teams(
      input.unitId,
      input.shares.map((share) => share.teamId),
    );
    const all = [
      ...problems,
      ...this.planning.problems(input),
      ...shareProblems(input),
      ...teamProblems(input.shares, teams),
    ];
    if (all.length > 0 || !found) throw invalid(all);
    await this.checkSimilar(input);
    return { references: found, teams };
  }

  private async checkSimilar({ unitId, templateCode, shares, knowsOfSimilar }: Input): Promise<void> {
    const open = await this.similar.open(
      unitId,
      templateCode,
      shares.map((share) => share.teamId),
    );
    const unknown = open.filter(({ id }) => !knowsOfSimilar.includes(id));
    if (unknown.length === 0) return;
    const teams = new Set(unknown.flatMap(({ teamIds }) => teamIds)).size;
    throw assignmentErrors.similarUnacknowledged({
      path: 'knowsOfSimilar',
      ids: unknown.map(({ id }) => id),
      title: unknown[0]?.title,
      teams,
    });
  }
}
