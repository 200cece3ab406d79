import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Scope } from '../scope.ts';
import { ChangeUnit } from '../units/change-unit.ts';
import { CloseMany, type Closings, type SeenClosings } from './close-many.ts';

type Which = RouteBody<typeof routes.previewUnitClosings>;
const SOME_DOCUMENT = '…';

/** An administrator ends several units below by one document, each as by itself. */
@Injectable()
export class CloseUnits {
  constructor(
    private readonly scope: Scope,
    private readonly changeUnit: ChangeUnit,
    private readonly many: CloseMany,
  ) {}

  /** @throws organization.heirEnds */
  async execute(
    actor: Actor,
    unitId: string,
    { basis, ...which }: RouteBody<typeof routes.closeUnits>,
  ): Promise<RouteAnswer<typeof routes.closeUnits>> {
    return this.many.execute(actor, await this.asked(actor, unitId, which, basis));
  }

  /** Which document it is changes nothing of what is looked at. @throws organization.heirEnds */
  async preview(actor: Actor, unitId: string, which: Which): Promise<SeenClosings> {
    return this.many.preview(actor, await this.asked(actor, unitId, which, SOME_DOCUMENT));
  }

  private async asked(actor: Actor, unitId: string, which: Which, basis: string): Promise<Closings> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const { to, successorIds } = which;
    return {
      unitId,
      ...which,
      one: (_tx, by, { id }) => this.changeUnit.execute(by, id, { kind: 'close', to, basis, successorIds }),
    };
  }
}
