import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ChooseTeams } from '../assignments/choose-teams.ts';
import { IssueAssignment } from '../assignments/issue-assignment.ts';
import { orderRequestErrors } from '../tasks.errors.ts';
import { orderAsked } from '../tasks.events.ts';
import { SecondApproval } from './second-approval.ts';
import { voided } from './void-requests.ts';

/** Puts an order before a second officer, as it would be issued now: with each team's share. */
@Injectable()
export class AskOrder {
  constructor(
    private readonly database: Database,
    private readonly teams: ChooseTeams,
    private readonly issuing: IssueAssignment,
    private readonly approval: SecondApproval,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What could not be issued is not put before anybody. @throws orderRequest.notNeeded, orderRequest.nobodyElse, and what refuses the order */
  async execute(actor: Actor, asked: RouteBody<typeof routes.askOrder>): Promise<string> {
    const { unitId } = asked;
    const order = await this.teams.resolve(actor, asked);
    await this.issuing.check(actor, order);
    const need = await this.approval.need(
      unitId,
      order.shares.map(({ teamId }) => teamId),
    );
    if (!need) throw orderRequestErrors.notNeeded();
    if ((await this.approval.approvers(unitId, actor.personId)).length === 0) throw orderRequestErrors.nobodyElse();
    const id = v7();
    const draftId = order.draftId ?? null;
    await this.database.tx(async (tx) => {
      if (draftId) await execute(tx, voided(draftId, this.clock.now()));
      await execute(
        tx,
        sql`insert into order_requests (id, unit_id, content, teams, people, draft_id, asked_by, asked_at)
          values (${id}, ${unitId}, ${order}, ${need.teams}, ${need.people}, ${draftId}, ${actor.personId}, ${this.clock.now()})`,
      );
      await this.outbox.append(tx, orderAsked({ requestId: id }, { unitId, changes: { teams: need.teams } }), actor);
    });
    return id;
  }
}
