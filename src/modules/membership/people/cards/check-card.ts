import { Injectable } from '@nestjs/common';
import { checkStamp } from '#contracts/membership/card-codes';
import { dateInVietnam } from '#i18n';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { CardFacts, type TeamOfCard } from './card-facts.ts';
import { type CardRow, CardStore } from './card-store.ts';

interface Place extends TeamOfCard {
  at: Date;
  teamId: string;
  /** Of the office, which is public; nobody's own. */
  officePhone: string | null;
  /** When somebody answers there. */
  officeHours: string | null;
}
/** `void`: it held once. `old`: a code of some time ago, as in a photo of the screen. Neither names anybody. */
export interface DoubtedCard extends Place {
  is: 'old' | 'void';
  revokedOn: string | null;
}
export interface HoldingCard extends Place {
  is: 'phone' | 'paper';
  fullName: string;
  role: NonNullable<CardRow['role']>;
  validUntil: string;
  photo: CardRow['photo'];
}
export type CardVerdict = { is: 'unknown'; at: Date } | DoubtedCard | HoldingCard;

/** What the public page says of a card. Nothing that it gives names a person unless the card holds. */
@Injectable()
export class CheckCard {
  constructor(
    private readonly store: CardStore,
    private readonly facts: CardFacts,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** @param stamp what the phone has signed; absent on paper */
  async execute(code: string, stamp: string | undefined): Promise<CardVerdict> {
    const [at, today] = [this.clock.now(), this.clock.today()];
    const card = /^[0-9A-Z]{16}$/.test(code) ? await this.store.byCode(code, at, today) : undefined;
    const team = card && (await this.facts.team(card.teamId, today));
    if (!card || !team) return { is: 'unknown', at };
    const stamped = await stampOf(card, stamp, at);
    if (stamped === 'forged') return { is: 'unknown', at };
    const contact = await this.organization.contact(team.communeId, today);
    const place = {
      ...team,
      at,
      teamId: card.teamId,
      officePhone: contact?.phone ?? null,
      officeHours: contact?.hours ?? null,
    };
    if (!card.role || card.revokedAt || card.sessionOver || card.validUntil < today)
      return { is: 'void', revokedOn: revokedByOthers(card), ...place };
    if (stamped === 'old') return { is: 'old', revokedOn: null, ...place };
    const { kind: is, fullName, role, validUntil, photo } = card;
    return { is, fullName, role, validUntil, photo, ...place };
  }
}

function stampOf(card: CardRow, stamp: string | undefined, at: Date): Promise<'fresh' | 'old' | 'forged'> {
  if (card.kind === 'paper') return Promise.resolve(stamp === undefined ? 'fresh' : 'forged');
  if (stamp === undefined || card.publicKey === null) return Promise.resolve('forged');
  return checkStamp(card.publicKey, card.code, stamp, at);
}

/** A member who lost it or has it on another phone was not sent away by the commune. */
const revokedByOthers = ({ revokedAt, revokedBy, personId }: CardRow): string | null =>
  revokedAt && revokedBy !== personId ? dateInVietnam(revokedAt) : null;
