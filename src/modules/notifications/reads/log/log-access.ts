import { Injectable } from '@nestjs/common';
import { Scope, OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import type { LogPlace } from './log.queries.ts';

/** Whether the actor may read a unit's log. */
@Injectable()
export class LogAccess {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  /** @throws platform.denied */
  async place(actor: Actor, unitId: string): Promise<LogPlace> {
    await this.scope.require(actor, 'log.read', { unitId });
    // What names no place, as a person's own settings, stands in the log of the topmost unit alone.
    return { unitId, isWhole: (await this.organization.ancestors(unitId)).length <= 1 };
  }
}
