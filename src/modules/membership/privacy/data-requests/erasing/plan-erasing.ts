import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
import { KeepingTerms } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { dataRequestErrors } from '../../../membership.errors.ts';
import { eraseDropped, erasePlanned, eraseSecondAsked, eraseSeconded } from '../../../membership.events.ts';
import { DataRequestAccess, type DataRequestRow } from '../data-request-access.ts';
import { DataRequestDeadlines } from '../data-request-deadlines.ts';
import { ErasingSeconds } from './erasing-seconds.ts';
import { DataRequest } from '../data-request.entity.ts';

/** The account itself did not say it: an officer did, for the person. */
export const isOnPaper = ({ verifiedHow }: Pick<DataRequestRow, 'verifiedHow'>): boolean => verifiedHow !== 'account';

/** What one officer alone cannot do: it is asked, seconded, and done after a wait in which it is taken back. */
@Injectable()
export class PlanErasing {
  // oxlint-disable-next-line max-params -- the case, who else decides, how long it waits, and who is told
  constructor(
    private readonly access: DataRequestAccess,
    private readonly seconds: ErasingSeconds,
    private readonly deadlines: DataRequestDeadlines,
    private readonly terms: KeepingTerms,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws dataRequest.erasingAsked, dataRequest.noSecond */
  async plan(tx: Tx, actor: Actor, row: DataRequestRow, answer: string): Promise<void> {
    if (row.eraseAskedAt) throw dataRequestErrors.erasingAsked();
    if ((await this.seconds.of(row, actor.personId)).length === 0) throw dataRequestErrors.noSecond();
    const lastDay = await this.deadlines.workDaysAfter(this.clock.today(), await this.terms.amount('keepAsked'));
    const on = addDays(lastDay, 1);
    await execute(
      tx,
      sql`update data_requests set erase_asked_by = ${actor.personId}, erase_asked_at = ${this.clock.now()}, erase_on = ${on},
          answer = ${answer}, due_on = greatest(due_on, ${on}::date) where id = ${row.id}`,
    );
    const { id: requestId, unitId } = row;
    await this.outbox.append(tx, erasePlanned({ requestId }, { unitId, changes: { on } }), actor);
    await this.outbox.append(tx, eraseSecondAsked({ requestId }, { unitId }), actor);
  }

  /** @throws dataRequest.own, notOpen, erasingNotAsked, secondOnly, and what refuses the erasing itself */
  second(actor: Actor, id: string): Promise<void> {
    return this.access.change(actor, id, async (tx, row, now) => {
      if (!row.eraseAskedBy) throw dataRequestErrors.erasingNotAsked();
      if (row.eraseSecondedAt) return;
      if (!(await this.seconds.of(row, row.eraseAskedBy)).includes(actor.personId))
        throw dataRequestErrors.secondOnly();
      const refusal = await this.access.eraseRefusal(actor, row);
      if (refusal) throw dataRequestErrors[refusal]();
      await tx.update(DataRequest, { id }, { eraseSecondedBy: actor.personId, eraseSecondedAt: now });
      await this.outbox.append(tx, eraseSeconded({ requestId: id }, { unitId: row.unitId }), actor);
    });
  }

  /** An officer takes it back: the case is open as before. @throws dataRequest.own, notOpen, erasingNotAsked */
  drop(actor: Actor, id: string): Promise<void> {
    return this.access.change(actor, id, async (tx, row) => {
      if (!row.eraseAskedAt) throw dataRequestErrors.erasingNotAsked();
      await this.clear(tx, row, actor);
    });
  }

  /** Nobody is erased by it any more, and whoever was told hears so. */
  async clear(tx: Tx, { id, unitId }: DataRequestRow, actor?: Actor): Promise<void> {
    await execute(
      tx,
      sql`update data_requests set erase_asked_by = null, erase_asked_at = null, erase_on = null, erase_seconded_by = null,
          erase_seconded_at = null, answer = case when outcome is null then null else answer end where id = ${id}`,
    );
    await this.outbox.append(tx, eraseDropped({ requestId: id }, { unitId }), actor);
  }
}
