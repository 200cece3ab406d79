import { Injectable } from '@nestjs/common';
import { roleMay } from '#contracts/actions';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { sessionProposed } from '../../training.events.ts';
import { PlanReferences } from './plan-references.ts';
import { checkPlan, type SessionPlan } from '../session/session-plan.ts';
import { SessionWriter } from '../session/session-writer.ts';

/** A trainer's proposal to a commune of the provider's coverage; the commune is told. */
@Injectable()
export class ProposeSession {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly references: PlanReferences,
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives the session's id. @throws what checkPlan and PlanReferences find; training.trainerBusy, training.placeBusy */
  async execute(actor: Actor, plan: SessionPlan): Promise<string> {
    const providerId = await this.providerFor(actor, plan.communeId);
    const now = this.clock.now();
    checkPlan(plan, now);
    const trainerId = plan.trainerId ?? actor.personId;
    await this.references.check(plan, providerId, trainerId);
    return this.database.tx(async (tx) => {
      const id = await this.writer.insert(tx, plan, { providerId, trainerId, personId: actor.personId, now });
      await this.writer.setTeams(tx, id, plan.teamIds, plan.seatsPerTeam, true);
      await this.outbox.append(tx, sessionProposed({ sessionId: id }, { unitId: plan.communeId }), actor);
      return id;
    });
  }

  /** Of several providers, the one that covers the commune; the right is needed there too. */
  private async providerFor(actor: Actor, communeId: string): Promise<string> {
    const own = await this.access.providersOf(actor);
    if (own.length === 0) {
      const teaches = actor.posts.some(({ role }) => roleMay(role, 'training.propose'));
      throw teaches ? trainingErrors.noProvider() : platformErrors.denied();
    }
    const ids = own.map((one) => one.providerId);
    const covering = await this.references.covering(ids, communeId);
    const providerId = ids.find((id) => covering.includes(id)) ?? (ids[0] as string);
    await this.access.require(actor, 'training.propose', { communeId, providerId });
    return providerId;
  }
}
