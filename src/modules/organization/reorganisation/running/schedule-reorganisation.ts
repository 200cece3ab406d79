import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Scope } from '../../scope.ts';
import { ApplyReorganisation } from '../mergers/apply-reorganisation.ts';
import { ReformGifts } from '../lines/reform-gifts.ts';
import { ReorganisationLifecycle } from '../mergers/reorganisation-lifecycle.ts';
import { ReorganisationStore } from '../mergers/reorganisation-store.ts';

/** A reform begins on its day by itself. Of a day that has come it is applied at once: "nhập sau ngày". */
@Injectable()
export class ScheduleReorganisation {
  constructor(
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly applying: ApplyReorganisation,
    private readonly lifecycle: ReorganisationLifecycle,
    private readonly gifts: ReformGifts,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformSettled, mergerBlocked, reformGives */
  async execute(actor: Actor, id: string, { version }: RouteBody<typeof routes.scheduleReorganisation>): Promise<void> {
    const { unitId, mergers } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    const leads = mergers.flatMap(({ leaderId }) => (leaderId ? [{ personId: leaderId, role: 'leader', unitId }] : []));
    await this.gifts.requireAll(actor, leads);
    await this.lifecycle.schedule(this.applying, actor, id, version);
  }
}
