import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { endOfDay } from '#i18n';
import { InvitingRules } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { inviteErrors } from '../../membership.errors.ts';
import { slipsPrinted } from '../../membership.events.ts';
import { SlipPeople } from './slip-people.ts';
import { SlipWriter } from './slip-writer.ts';

/** "In 24 tờ, 104 phiếu": fresh invites that go on paper together. The paper itself is printed from them. */
@Injectable()
export class PrintSlips {
  constructor(
    private readonly database: Database,
    private readonly people: SlipPeople,
    private readonly writer: SlipWriter,
    private readonly rules: InvitingRules,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, invite.oneCommune, invite.slipUntil, invite.tooManySlips, invite.nobodyToInvite */
  async execute(
    actor: Actor,
    unitId: string,
    { personIds, until }: RouteBody<typeof routes.printSlips>,
  ): Promise<RouteAnswer<typeof routes.printSlips>> {
    const today = this.clock.today();
    const { reached, left } = await this.people.choose(actor, unitId, [...new Set(personIds)]);
    const { slipDays, slipsAtOnce } = await this.rules.of(unitId, today);
    if (until < today || until > addDays(today, slipDays)) throw inviteErrors.slipUntil({ days: slipDays });
    if (reached.length > slipsAtOnce) throw inviteErrors.tooManySlips({ most: slipsAtOnce });
    if (reached.length === 0) throw inviteErrors.nobodyToInvite();
    const printId = v7();
    await this.database.tx(async (tx) => {
      await this.writer.write(tx, {
        personIds: reached,
        expiresAt: new Date(endOfDay(until)),
        madeBy: actor.personId,
        printId,
      });
      await this.outbox.append(tx, slipsPrinted({ printId, personIds: reached }, { unitId }), actor);
    });
    return { printId, slips: reached.length, left };
  }
}
