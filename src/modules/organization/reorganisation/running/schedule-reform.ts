import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { organizationErrors } from '../../organization.errors.ts';
import { ReorganisationLifecycle } from '../mergers/reorganisation-lifecycle.ts';
import { ApplyReform } from './apply-reform.ts';
import { ReformGifts } from '../lines/reform-gifts.ts';
import { ReadReforms } from '../lines/read-reforms.ts';

/** A reform begins on its day by itself, and is taken back until then. Of a day that has come it is applied at once. */
@Injectable()
export class ScheduleReform {
  constructor(
    private readonly reforms: ReadReforms,
    private readonly applying: ApplyReform,
    private readonly gifts: ReformGifts,
    private readonly lifecycle: ReorganisationLifecycle,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformSettled, reformBlocked, reformGives */
  async schedule(actor: Actor, id: string, { version }: RouteBody<typeof routes.scheduleReform>): Promise<void> {
    const reform = await this.reforms.allowed(actor, id);
    if (reform.version !== version) throw organizationErrors.reformChanged();
    await this.gifts.require(actor, reform);
    await this.lifecycle.schedule(this.applying, actor, id, version);
  }

  /** @throws organization.reformNotFound, reformChanged, reformBegun, reformSettled */
  async revoke(actor: Actor, id: string, input: RouteBody<typeof routes.revokeReform>): Promise<void> {
    await this.reforms.allowed(actor, id);
    await this.lifecycle.revoke(this.applying, actor, id, input);
  }

  /** @throws organization.reformNotFound, reformSettled */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.reforms.allowed(actor, id);
    await this.lifecycle.discard(this.applying, actor, id);
  }
}
