import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { actions } from '#contracts/actions';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { invalid } from '#platform/http';
import { dateProblems } from '../order/order-check.ts';
import { allotmentErrors } from '../../tasks.errors.ts';
import { AllotmentQueries } from './allotment.queries.ts';
import { AllotmentWriter, type LockedAllotment } from './allotment-writer.ts';
import { shareProblems, touched } from './check-shares.ts';

/** Changes the numbers of communes, or their day, as a new version; takes them back. What teams were given stays theirs. */
@Injectable()
export class ChangeAllotment {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly queries: AllotmentQueries,
    private readonly writer: AllotmentWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws input.invalid naming each row, allotment.changedMeanwhile, allotment.nothingChanged */
  async execute(actor: Actor, id: string, input: RouteBody<typeof routes.changeAllotment>): Promise<void> {
    const unitId = await this.require(actor, id);
    const communes = await this.queries.communes(unitId, actions['assignment.issue']);
    await this.database.tx(async (tx) => {
      const old = this.open(await this.writer.lock(tx, id));
      if (old.version !== input.version)
        throw allotmentErrors.changedMeanwhile({ path: 'version', version: old.version });
      const shares = input.shares ?? old.shares;
      const dueOn = input.dueOn ?? old.dueOn;
      const known = new Set([...communes.map((each) => each.id), ...old.shares.map((each) => each.unitId)]);
      const problems = [
        ...(input.dueOn ? dateProblems({ today: this.clock.today(), dueOn }) : []),
        ...shareProblems(shares, known),
      ];
      if (problems.length > 0) throw invalid(problems);
      if (touched(old.shares, shares, { all: dueOn !== old.dueOn }).length === 0)
        throw allotmentErrors.nothingChanged();
      await this.writer.change(tx, old, { shares, dueOn, reason: input.reason, at: this.clock.now() }, actor);
    });
  }

  /** Within the hold nobody outside hears of it. @throws allotment.alreadyCancelled */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    await this.require(actor, id);
    await this.database.tx(async (tx) => {
      const old = this.open(await this.writer.lock(tx, id));
      await this.writer.cancel(tx, actor, old, { reason, at: this.clock.now() });
    });
  }

  private async require(actor: Actor, id: string): Promise<string> {
    const allotment = await this.queries.one(id);
    if (!allotment) throw allotmentErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: allotment.issuerUnitId });
    return allotment.issuerUnitId;
  }

  private open(old: LockedAllotment | undefined): LockedAllotment {
    if (!old) throw allotmentErrors.notFound();
    if (old.cancelledAt) throw allotmentErrors.alreadyCancelled();
    return old;
  }
}
