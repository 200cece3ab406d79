import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MOST_NAMED } from '#contracts/access/acts';
import { SecondApproval } from '#modules/membership';
import { type Held, HeldActs } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { groupNameSent } from '../../notifications.events.ts';
import { ChooseNames, type ChosenNames, reachOf } from './choose-names.ts';

/** Persisted. */
const KIND = 'notifications.group-names';
interface Before {
  teams: number;
}

/** Tells leaders how the group of their team is to be called. Teams whose group is right already are left in peace. */
@Injectable()
export class SendGroupNames implements OnModuleInit {
  constructor(
    private readonly choose: ChooseNames,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly acts: HeldActs,
    private readonly approval: SecondApproval,
  ) {}

  /** Nothing but the messages was changed, and they leave with the act. */
  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, async (_tx, { teams }) => ({ restored: teams, kept: [] }));
  }

  /** @throws notification.teamNotFound, sendRequest.needed */
  async execute(
    actor: Actor,
    unitId: string,
    asked: readonly string[] | undefined,
  ): Promise<RouteAnswer<typeof routes.sendGroupName>> {
    const { wrong, left } = await this.choose.of(actor, unitId, asked);
    await this.approval.refuseUnapproved(unitId, reachOf(wrong));
    const act = wrong.length > 0 ? this.acts.begin() : null;
    await this.tell(actor, unitId, wrong, act);
    return { told: wrong.length, left: left.slice(0, MOST_NAMED), act };
  }

  /** What a second officer has approved stands at once. Gives the teams. */
  async approved(actor: Actor, unitId: string, asked: readonly string[] | undefined): Promise<string[]> {
    const { wrong } = await this.choose.now(unitId, asked);
    await this.tell(actor, unitId, wrong, null);
    return wrong.map(({ id }) => id);
  }

  private tell(actor: Actor, unitId: string, wrong: ChosenNames['wrong'], act: Held | null): Promise<void> {
    return this.database.tx(async (tx) => {
      await this.outbox.appendMany(
        tx,
        wrong.map(({ id }) => groupNameSent({ teamId: id, ...(act && { act }) }, { unitId })),
        actor,
      );
      await this.acts.keep(tx, act, actor, KIND, { teams: wrong.length } satisfies Before);
    });
  }
}
