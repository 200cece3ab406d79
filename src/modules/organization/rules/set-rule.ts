import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ruleSet } from '../organization.events.ts';
import { RuleAccess } from './rule-access.ts';
import { RuleAnnouncements } from './rule-announcements.ts';
import { RuleRegistry } from './rule-registry.ts';
import { RuleDays } from './rule-days.ts';

/** A rule of a unit from a day on, by its directive. The one before it ends the day before; whom it concerns may be told now. */
@Injectable()
export class SetRule {
  constructor(
    private readonly database: Database,
    private readonly access: RuleAccess,
    private readonly registry: RuleRegistry,
    private readonly days: RuleDays,
    private readonly announcements: RuleAnnouncements,
    private readonly outbox: Outbox,
  ) {}

  /** @throws rules.notOfHamlets, rules.notProvince, rules.announceLate, and what `write` refuses */
  async execute(
    actor: Actor,
    unitId: string,
    input: RouteBody<typeof routes.setDatedRule>,
  ): Promise<RouteAnswer<typeof routes.setDatedRule>> {
    await this.access.require(actor, input.value.kind, unitId);
    const told = await this.write(actor, unitId, input);
    return { kind: input.value.kind, from: input.from, told };
  }

  /**
   * Whoever asks has checked the actor's right.
   * @returns how many are told. @throws rules.directiveUnknown, rules.laterRule, and what speaks against the day
   */
  async write(
    actor: Actor,
    unitId: string,
    { value, from, directiveId, announce = false }: RouteBody<typeof routes.setDatedRule>,
  ): Promise<number> {
    const { kind } = value;
    const held = (await this.days.check(unitId, value, from))?.value ?? null;
    const citation = await this.days.citation(directiveId, unitId);
    const keeper = this.registry.keeper(kind);
    return this.database.tx(async (tx) => {
      await this.days.holdFor(tx, unitId, value, from);
      await keeper.cut(tx, unitId, from);
      await keeper.begin(tx, { unitId, from, directiveId, citation, value, personId: actor.personId });
      await this.outbox.append(tx, ruleSet({ unitId, kind }, { unitId, changes: { ...value, from } }), actor);
      if (!announce) return 0;
      return this.announcements.announce(tx, actor, { unitId, value, from, directiveId, held });
    });
  }
}
