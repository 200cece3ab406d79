import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Scope } from '../../scope.ts';
import { LineageQueries } from './lineage.queries.ts';

const DAYS = 60;

/** Where a unit came from, where it went, and what stands below it. */
@Injectable()
export class ReadLineage {
  constructor(
    private readonly queries: LineageQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async summary(
    actor: Actor,
    unitId: string,
    at = this.clock.today(),
  ): Promise<RouteAnswer<typeof routes.unitSummary>> {
    await this.scope.require(actor, 'unit.browse', { unitId });
    return {
      types: await this.queries.types(unitId, at),
      communesWithoutHamlets: await this.queries.communesWithoutHamlets(unitId, at),
      days: await this.queries.changeDays(unitId, DAYS),
    };
  }

  async lineage(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitLineage>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    const toHeir = ({ code, on, basis, ...unit }: Awaited<ReturnType<LineageQueries['successors']>>[number]) => ({
      unit,
      code,
      on,
      basis,
    });
    return {
      predecessors: (await this.queries.predecessors(unitId)).map(toHeir),
      successors: (await this.queries.successors(unitId)).map(toHeir),
    };
  }
}
