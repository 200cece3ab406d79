import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { formRecalled } from '../../reporting.events.ts';
import { FormAccess } from '../form/form-access.ts';
import { FormRound } from '../form/form-round.entity.ts';

/** Takes a form back: nobody need answer any more and reminders stop. What was sent is a record and stays. */
@Injectable()
export class RecallRound {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws form.notFound, form.recalled a second time */
  async execute(
    actor: Actor,
    roundId: string,
    { reason }: RouteBody<typeof routes.recallRound>,
  ): Promise<RouteAnswer<typeof routes.recallRound>> {
    await this.access.round(actor, roundId);
    return this.database.tx(async (tx) => {
      const round = await this.access.round(actor, roundId, tx);
      if (round.recalledAt) throw formErrors.recalled();
      const now = this.clock.now();
      await tx.update(
        FormRound,
        { id: roundId },
        { recalledAt: now, recalledBy: actor.personId, recallReason: reason },
      );
      const sheets = await rowsOf<{ unitId: string; isSent: boolean }>(
        tx,
        sql`select unit_id as "unitId", number > 0 as "isSent" from form_sheets where round_id = ${roundId}`,
      );
      const unitIds = sheets.flatMap(({ isSent, unitId }) => (isSent ? [] : [unitId]));
      const { unitId } = round;
      await this.outbox.append(
        tx,
        formRecalled({ roundId, unitIds, silent: now < round.recallUntil }, { unitId }),
        actor,
      );
      return { withdrawn: unitIds.length, kept: sheets.length - unitIds.length };
    });
  }
}
