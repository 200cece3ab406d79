/** "Đổi số" or "Đúng, vẫn dùng": what a number is that was said to be dead. */
import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { InviteRights } from '../people/invite-rights.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { numberAnswered } from '../../membership.events.ts';
import { Phone } from '../people/contact-point.entity.ts';
import { ContactPoints, phoneOf } from '../people/contact-points.ts';
import { NumberQuestion } from './number-question.entity.ts';

type Asked = Pick<NumberQuestion, 'phoneId' | 'personId' | 'answer' | 'stateBefore'> &
  Pick<Phone, 'e164'> & { isOpen: boolean };

@Injectable()
export class AnswerNumber {
  // oxlint-disable-next-line max-params -- the write path of a contact point and what it stands on
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly contacts: ContactPoints,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound, platform.denied, membership.numberAnswered; for a new number also what ContactPoints.set throws */
  async execute(actor: Actor, questionId: string, answer: RouteBody<typeof routes.answerNumber>): Promise<void> {
    await this.database.tx(async (tx) => {
      const asked = await this.asked(tx, questionId);
      if (!asked) throw platformErrors.notFound();
      await this.rights.requireSome(actor, asked.personId);
      const phone = answer.answer === 'change' ? answer.phone : undefined;
      // The number that is written down already, written once more, says that it is right.
      const change = phone !== undefined && phoneOf(phone) !== asked.e164;
      if (!asked.isOpen) {
        // A colleague has said the same.
        if (!change && asked.answer === 'kept') return;
        throw membershipErrors.numberAnswered();
      }
      if (change) await this.contacts.set(tx, asked.personId, { phone }, actor);
      else await tx.update(Phone, { id: asked.phoneId }, { state: asked.stateBefore });
      await tx.update(
        NumberQuestion,
        { id: questionId },
        { answeredAt: this.clock.now(), answeredBy: actor.personId, answer: change ? 'changed' : 'kept' },
      );
      await this.outbox.append(
        tx,
        numberAnswered({ questionId, personId: asked.personId }, { changes: { kept: !change } }),
        actor,
      );
    });
  }

  private async asked(tx: Tx, questionId: string): Promise<Asked | undefined> {
    const [row] = await rowsOf<Asked>(
      tx,
      sql`select q.phone_id as "phoneId", q.person_id as "personId", q.answer, q.state_before as "stateBefore", f.e164,
            q.answered_at is null and f.is_primary and f.state = 'bounced' as "isOpen"
         from number_questions q join phones f on f.id = q.phone_id where q.id = ${questionId} for update`,
    );
    return row;
  }
}
