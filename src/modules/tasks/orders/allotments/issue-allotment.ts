import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { actions } from '#contracts/actions';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { invalid } from '#platform/http';
import { dateProblems } from '../order/order-check.ts';
import { type OrderReferences, OrderReferenceQueries } from '../order/order-reference.queries.ts';
import { allotmentErrors } from '../../tasks.errors.ts';
import { AllotmentQueries } from './allotment.queries.ts';
import { AllotmentWriter } from './allotment-writer.ts';
import { shareProblems } from './check-shares.ts';
import { NumberSchedules } from './series/number-schedules.ts';

type Input = RouteBody<typeof routes.allot>;

/** Gives each commune its number of a target. What it asks for is checked as of any order. */
@Injectable()
export class IssueAllotment {
  // oxlint-disable-next-line max-params -- what of an order is checked here stands in the one table of references
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly references: OrderReferenceQueries,
    private readonly queries: AllotmentQueries,
    private readonly writer: AllotmentWriter,
    private readonly schedules: NumberSchedules,
    private readonly clock: Clock,
  ) {}

  /** Gives its id. @throws input.invalid naming each field, allotment.notAbove */
  async execute(actor: Actor, unitId: string, input: Input): Promise<string> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const references = await this.check(unitId, input);
    const id = v7();
    await this.database.tx(async (tx) => {
      const made = {
        id,
        seriesId: id,
        periodMonth: null,
        issuedBy: actor.personId,
        recallUntil: this.writer.holdUntil(),
      };
      await this.writer.insert(tx, { ...input, ...made, unitId }, references, actor);
      if (input.recurrence === 'monthly') await this.schedules.start(tx, { seriesId: id, unitId }, actor);
      if (input.draftId)
        await execute(tx, sql`delete from assignment_drafts where id = ${input.draftId} and unit_id = ${unitId}`);
    });
    return id;
  }

  private async check(unitId: string, input: Input): Promise<OrderReferences> {
    const { found, problems } = await this.references.read({ ...input, unitId });
    const communes = await this.queries.communes(unitId, actions['assignment.issue']);
    if (communes.length === 0) throw allotmentErrors.notAbove({ path: 'unitId' });
    const all = [
      ...problems,
      ...dateProblems({ today: this.clock.today(), dueOn: input.dueOn }),
      ...shareProblems(input.shares, new Set(communes.map(({ id }) => id)), input.target),
    ];
    if (all.length > 0 || !found) throw invalid(all);
    return found;
  }
}
