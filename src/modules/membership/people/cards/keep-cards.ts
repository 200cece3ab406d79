import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { importPublic } from '#contracts/membership/card-codes';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { cardErrors, membershipErrors } from '../../membership.errors.ts';
import { cardIssued, cardsRevoked } from '../../membership.events.ts';
import { TeamAccess } from '../teams/team-access.ts';
import { CardFacts, validUntil } from './card-facts.ts';
import { type CardRow, CardStore, type NewCard } from './card-store.ts';

type View = RouteAnswer<typeof routes.registerCard>;

/** Cards of a team's members: made for their phones by themselves, printed and ended by who may invite them. */
@Injectable()
export class KeepCards {
  constructor(
    private readonly database: Database,
    private readonly access: TeamAccess,
    private readonly store: CardStore,
    private readonly facts: CardFacts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The card that this phone can sign for; null when it has to make one. */
  async mine(actor: Actor, teamId: string): Promise<RouteAnswer<typeof routes.myCard>> {
    await this.access.require(actor, 'task.report', teamId);
    const code = await this.store.openCode(actor.personId, teamId, 'phone', actor.sessionId);
    const card = code ? await this.holding(code) : undefined;
    const view = card && (await this.facts.view(card, this.clock.today()));
    const askedAt = await this.store.askedAt(actor.personId, teamId);
    return {
      card: view ?? null,
      publicKey: card?.publicKey ?? null,
      paperAskedAt: askedAt?.toISOString() ?? null,
    };
  }

  /** What others took away, a phone does not give back to itself. @throws card.keyUnreadable, card.takenAway, membership.memberNotFound */
  async register(actor: Actor, teamId: string, publicKey: string): Promise<View> {
    await this.access.require(actor, 'task.report', teamId);
    await importPublic(publicKey).catch(() => {
      throw cardErrors.keyUnreadable({ path: 'publicKey' });
    });
    return this.issue(actor, {
      teamId,
      personId: actor.personId,
      kind: 'phone',
      publicKey,
      sessionId: actor.sessionId,
    });
  }

  /** @throws membership.memberNotFound */
  async print(actor: Actor, teamId: string, personId: string): Promise<View> {
    await this.access.require(actor, 'invite.create', teamId);
    return this.issue(actor, { teamId, personId, kind: 'paper', publicKey: null, sessionId: null });
  }

  async lost(actor: Actor, teamId: string): Promise<void> {
    await this.access.require(actor, 'task.report', teamId);
    await this.end(actor, teamId, actor.personId);
  }

  /** Also of who has left. @throws membership.memberNotFound */
  async revoke(actor: Actor, teamId: string, personId: string): Promise<void> {
    await this.access.require(actor, 'invite.create', teamId);
    if (!(await this.store.wasMember(personId, teamId))) throw membershipErrors.memberNotFound();
    await this.end(actor, teamId, personId);
  }

  /** The member's card on paper, to be printed. @throws card.notFound */
  async paper(actor: Actor, teamId: string, personId: string): Promise<View> {
    await this.access.require(actor, 'invite.create', teamId);
    const code = await this.store.openCode(personId, teamId, 'paper', null);
    const card = code ? await this.holding(code) : undefined;
    const view = card && (await this.facts.view(card, this.clock.today()));
    if (!view) throw cardErrors.notFound();
    return view;
  }

  private async holding(code: string): Promise<CardRow | undefined> {
    const today = this.clock.today();
    const card = await this.store.byCode(code, this.clock.now(), today);
    return card && card.role && card.validUntil >= today ? card : undefined;
  }

  private async issue(
    actor: Actor,
    of: Pick<NewCard, 'teamId' | 'personId' | 'kind' | 'publicKey' | 'sessionId'>,
  ): Promise<View> {
    const [at, today] = [this.clock.now(), this.clock.today()];
    return this.database.tx(async (tx) => {
      await this.access.lock(tx, of.teamId);
      if (of.kind === 'phone' && (await this.store.isTakenAway(tx, of.personId, of.teamId)))
        throw cardErrors.takenAway();
      if (of.kind === 'paper') await this.store.answer(tx, of.personId, of.teamId);
      const code = await this.store.issue(tx, { ...of, at, issuedBy: actor.personId, validUntil: validUntil(today) });
      const card = await this.store.byCode(code, at, today);
      const view = card && (await this.facts.view(card, today));
      if (!view) throw membershipErrors.memberNotFound();
      await this.outbox.append(
        tx,
        cardIssued({ teamId: of.teamId, personId: of.personId }, { changes: { kind: of.kind } }),
        actor,
      );
      return view;
    });
  }

  private async end(actor: Actor, teamId: string, personId: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const now = this.clock.now();
      const ended = await this.store.revoke(tx, personId, teamId, actor.personId, now);
      const isWithheld = ended === 0 && personId !== actor.personId;
      if (isWithheld) await this.store.withhold(tx, personId, teamId, actor.personId, now);
      if (ended > 0 || isWithheld) await this.outbox.append(tx, cardsRevoked({ teamId, personId }), actor);
    });
  }
}
