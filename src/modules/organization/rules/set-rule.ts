import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { isLooser } from '#contracts/organization/rule-strictness';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ruleEnded, ruleLoosened, ruleSet } from '../organization.events.ts';
import { RuleAccess } from './rule-access.ts';
import { RuleAnnouncements } from './rule-announcements.ts';
import { RuleRegistry, type RuleValue } from '../dated-rules/rule-registry.ts';
import { isLoosening, RuleDays } from './rule-days.ts';

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
    const span = await this.days.check(unitId, value, from);
    const held = span?.value ?? null;
    const citation = await this.days.citation(directiveId, unitId);
    const keeper = this.registry.keeper(kind);
    return this.database.tx(async (tx) => {
      await this.days.holdFor(tx, unitId, value, from);
      await keeper.cut(tx, unitId, from);
      await this.cutLooser(tx, actor, { unitId, value, from });
      await keeper.begin(tx, { unitId, from, directiveId, citation, value, personId: actor.personId });
      await this.outbox.append(tx, ruleSet({ unitId, kind }, { unitId, changes: { ...value, from } }), actor);
      if (isLoosening({ unitId, value, held: span }))
        await this.outbox.append(tx, ruleLoosened({ unitId, kind, from }, { unitId }), actor);
      if (!announce) return 0;
      return this.announcements.announce(tx, actor, { unitId, value, from, directiveId, held });
    });
  }

  /** Rules of units below that are looser end: whoever they bind is bound from above now. */
  private async cutLooser(
    tx: Tx,
    actor: Actor,
    { unitId, value, from }: { unitId: string; value: RuleValue; from: string },
  ): Promise<void> {
    const keeper = this.registry.keeper(value.kind);
    for (const { unitId: below, value: own, from: begun } of await keeper.below(unitId, from)) {
      if (!below || !isLooser(own, value)) continue;
      if (begun === from) await keeper.drop(tx, below, from);
      else await keeper.cut(tx, below, from);
      const changes = { from: begun, lastDay: addDays(from, -1) };
      await this.outbox.append(tx, ruleEnded({ unitId: below, kind: value.kind }, { unitId: below, changes }), actor);
    }
  }
}
