import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Scope } from '../../scope.ts';
import { ApplyReorganisation } from './apply-reorganisation.ts';
import { ReorganisationLifecycle } from './reorganisation-lifecycle.ts';
import { ReorganisationStore } from './reorganisation-store.ts';

/** What is prepared is taken back: a scheduled reform before its day, a draft for good while it never was more. */
@Injectable()
export class RevokeReorganisation {
  constructor(
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly applying: ApplyReorganisation,
    private readonly lifecycle: ReorganisationLifecycle,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformBegun, reformSettled */
  async revoke(actor: Actor, id: string, input: RouteBody<typeof routes.revokeReorganisation>): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.lifecycle.revoke(this.applying, actor, id, input);
  }

  /** @throws organization.reformNotFound, reformSettled */
  async discard(actor: Actor, id: string): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.lifecycle.discard(this.applying, actor, id);
  }
}
