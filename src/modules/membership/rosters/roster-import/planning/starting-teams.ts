/** Which teams of a list a decision sets up, and what they lack by the rules of the day of signature. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import type { Gap } from '../../../composition.ts';
import { ActivateTeams } from '../../../people/teams/decisions/activate-teams.ts';
import { CheckComposition } from '../../../people/teams/decisions/check-composition.ts';
import type { DecisionData } from '../../../people/teams/decisions/decisions.ts';
import type { CommuneFacts, Reading } from '../staged-rosters.ts';
import type { ImportPlan } from './plan-import.ts';
import { seatsAfter } from './seats-after.ts';

interface Draft {
  key: string;
  id: string;
  unitId: string;
}
interface List {
  plan: ImportPlan;
  reading: Reading;
  facts: CommuneFacts;
}
interface Day {
  from: string;
  decision?: DecisionData | undefined;
  /** Keys of teams that the officer has seen to lack somebody. */
  knowsOfGaps: readonly string[];
}

@Injectable()
export class StartingTeams {
  constructor(
    private readonly composition: CheckComposition,
    private readonly activateTeams: ActivateTeams,
    private readonly clock: Clock,
  ) {}

  /** By team; those that lack nothing are absent. The check is that of a decision attached by hand. */
  lacking(
    drafts: readonly Draft[],
    { plan, reading, facts }: List,
    signedOn: string,
  ): Promise<ReadonlyMap<string, Gap[]>> {
    const seats = seatsAfter(plan, reading.members, this.clock.today());
    const starting = drafts.map(({ id, unitId }) => ({ id, unitId, seats: seats.get(id) ?? [] }));
    return this.composition.lacking(starting, signedOn, facts.unit.id);
  }

  /** Whoever lacks somebody and was not looked at stays a draft. @throws as {@link ActivateTeams.execute} */
  async activate(
    tx: Tx,
    actor: Actor,
    drafts: readonly Draft[],
    { day: { from, decision, knowsOfGaps }, ...list }: List & { day: Day },
  ): Promise<{ activated: number; leftDraft?: number }> {
    if (!decision) return { activated: 0 };
    const lacking = await this.lacking(drafts, list, decision.signedOn);
    const seen = new Set(knowsOfGaps);
    const started = drafts.filter(({ id, key }) => !lacking.has(id) || seen.has(key));
    await this.activateTeams.execute(tx, actor, started, { decision, from, lacking });
    return { activated: started.length, leftDraft: drafts.length - started.length };
  }
}
