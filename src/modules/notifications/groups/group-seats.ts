import { Inject, Injectable } from '@nestjs/common';
import { gmfSeatVnd, type GmfChannel, type GroupAsset } from '#channels';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { ENV, type Env } from '#platform/config';
import { notificationErrors } from '../notifications.errors.ts';
import { GroupChannels } from './group-channels.ts';

const kinds = ['sub_quota', 'purchase_quota', 'reward_quota'] as const;

/** Paid seats for groups of the Official Account: how many there are, until when, and what one costs. */
@Injectable()
export class GroupSeats {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: GroupChannels,
    private readonly scope: Scope,
  ) {}

  async read(actor: Actor): Promise<RouteAnswer<typeof routes.groupSeats>> {
    this.scope.requireAnywhere(actor, 'channel.read');
    const { gmf } = this.channels;
    if (!gmf) return { on: false, seats: [], seatVndPerMonth: null };
    const seats = (await this.all(gmf)).map(({ assetId, status, validThrough, autoRenew }) => ({
      assetId,
      used: status === 'used',
      validThrough: instantOf(validThrough),
      autoRenew,
    }));
    return { on: true, seats, seatVndPerMonth: gmfSeatVnd[this.env.ZALO_GMF_PRODUCT] };
  }

  /** @throws notification.seatsUnreadable */
  async all(gmf: GmfChannel): Promise<GroupAsset[]> {
    const seats = new Map<string, GroupAsset>();
    for (const kind of kinds) {
      const answer = await gmf.groups.quota(this.env.ZALO_GMF_PRODUCT, kind);
      if (!answer.ok) throw notificationErrors.seatsUnreadable({ code: answer.code });
      for (const seat of answer.assets) seats.set(seat.assetId, seat);
    }
    return [...seats.values()];
  }
}

function instantOf(text: string | undefined): string | null {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
