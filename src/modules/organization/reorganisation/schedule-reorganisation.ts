import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Scope } from '../scope.ts';
import { ApplyReorganisation } from './apply-reorganisation.ts';
import { ReorganisationLifecycle } from './reorganisation-lifecycle.ts';
import { ReorganisationStore } from './reorganisation-store.ts';

/** A reform begins on its day by itself. Of a day that has come it is applied at once: "nhập sau ngày". */
@Injectable()
export class ScheduleReorganisation {
  constructor(
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly applying: ApplyReorganisation,
    private readonly lifecycle: ReorganisationLifecycle,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformSettled, mergerBlocked */
  async execute(actor: Actor, id: string, { version }: RouteBody<typeof routes.scheduleReorganisation>): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.lifecycle.schedule(this.applying, actor, id, version);
  }
}
