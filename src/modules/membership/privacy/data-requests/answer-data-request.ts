import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { dataRequestErrors } from '../../membership.errors.ts';
import { dataRequestAnswered } from '../../membership.events.ts';
import { AnonymisePerson } from '../erasing/anonymise-person.ts';
import { ContactPoints } from '../../people/people/contact-points.ts';
import { DataRequestAccess, type DataRequestRow } from './data-request-access.ts';
import { isOnPaper, PlanErasing } from './erasing/plan-erasing.ts';
import { DataRequest } from './data-request.entity.ts';

interface Written {
  outcome: 'answered' | 'refused';
  answer: string;
  stops?: readonly DataRequest['stops'][number][];
}

/** What an officer does with a request: answers it, refuses it, or erases the person. */
@Injectable()
export class AnswerDataRequest {
  constructor(
    private readonly access: DataRequestAccess,
    private readonly contacts: ContactPoints,
    private readonly anonymise: AnonymisePerson,
    private readonly planning: PlanErasing,
    private readonly outbox: Outbox,
  ) {}

  /**
   * What is to be corrected is, by the rules of any change of a name or number.
   * @throws dataRequest.own, notOpen, erasesByItself, unverified; membership.contactOfOfficer, membership.contactElsewhere
   */
  answer(actor: Actor, id: string, input: RouteBody<typeof routes.answerDataRequest>): Promise<void> {
    const { answer, apply, stops } = input;
    return this.access.change(actor, id, async (tx, row, now) => {
      if (row.kind === 'erase') throw dataRequestErrors.erasesByItself();
      if (apply) await this.correct(tx, actor, row);
      await this.write(tx, actor, row, now, { outcome: 'answered', answer, stops: row.kind === 'object' ? stops : [] });
    });
  }

  /** @throws dataRequest.own, dataRequest.notOpen */
  refuse(actor: Actor, id: string, { reason }: RouteBody<typeof routes.refuseDataRequest>): Promise<void> {
    return this.access.change(actor, id, (tx, row, now) => this.refused(tx, actor, row, now, reason));
  }

  /**
   * For good, where the person's own account asks for it; else it is planned.
   * @throws dataRequest.own, notOpen, notErasing, unverified, holdsPost, elsewhere, held, erasingAsked, noSecond
   */
  erase(actor: Actor, id: string, { answer }: RouteBody<typeof routes.eraseOnRequest>): Promise<void> {
    return this.access.change(actor, id, async (tx, row, now) => {
      if (row.kind !== 'erase') throw dataRequestErrors.notErasing();
      const refusal = await this.access.eraseRefusal(actor, row);
      if (refusal) throw dataRequestErrors[refusal]();
      if (isOnPaper(row)) return this.planning.plan(tx, actor, row, answer);
      // The answer is part of what the erasure reads: it names nobody afterwards.
      await this.write(tx, actor, row, now, { outcome: 'answered', answer });
      await this.anonymise.execute(tx, actor, row.personId);
    });
  }

  /** Whoever was told that they would be erased is told that they are not. */
  private async refused(tx: Tx, actor: Actor, row: DataRequestRow, now: Date, reason: string): Promise<void> {
    await this.write(tx, actor, row, now, { outcome: 'refused', answer: reason });
    if (row.eraseAskedAt) await this.planning.clear(tx, row, actor);
  }

  private async correct(tx: Tx, actor: Actor, row: DataRequestRow): Promise<void> {
    if (row.kind !== 'correct') return;
    if (!row.verifiedAt) throw dataRequestErrors.unverified();
    if (row.newName) await this.contacts.setName(tx, row.personId, row.newName, actor);
    if (row.newPhone) await this.contacts.set(tx, row.personId, { phone: row.newPhone }, actor);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { id, unitId }: DataRequestRow,
    now: Date,
    { outcome, answer, stops = [] }: Written,
  ): Promise<void> {
    await tx.update(
      DataRequest,
      { id },
      { outcome, answer, answeredAt: now, answeredBy: actor.personId, stops: [...stops] },
    );
    await this.outbox.append(tx, dataRequestAnswered({ requestId: id }, { unitId, changes: { outcome } }), actor);
  }
}
