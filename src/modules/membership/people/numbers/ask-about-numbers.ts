/** A main number that nobody is reached at is bounced from now on, and somebody who knows the person is asked. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { numberBounced } from '../../membership.events.ts';
import { Phone } from '../people/contact-point.entity.ts';

/** By a person's word, not by a platform's answer. */
export const SAID = 'said';
/** Days that the answer may take. */
const REPLY_DAYS = 4;

type Doubted = Pick<Phone, 'id' | 'personId' | 'state'> & { code: string };

@Injectable()
export class AskAboutNumbers {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** By what platforms answered: code by number. Who has said that it is right is not asked of the same answer for a while. */
  async answered(tx: Tx, codes: ReadonlyMap<string, string>): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.env.NUMBER_KEPT_DAYS * 86_400_000);
    const found = await rowsOf<Doubted>(
      tx,
      sql`select f.id, f.person_id as "personId", f.state, n.code from phones f
          join unnest(${[...codes.keys()]}::text[], ${[...codes.values()]}::text[]) as n(e164, code) on n.e164 = f.e164
         where f.is_primary and f.state <> 'bounced' and not exists (
           select 1 from number_questions q where q.phone_id = f.id and q.answer = 'kept' and q.code = n.code
             and q.answered_at > ${before}::timestamptz)
         order by f.id for update of f`,
    );
    await this.ask(tx, found);
  }

  /** By the word of who may invite the person. A number that is asked about already is not asked about twice. */
  async said(tx: Tx, personId: string, actor: Actor): Promise<void> {
    const found = await rowsOf<Doubted>(
      tx,
      sql`select id, person_id as "personId", state, ${SAID}::text as code from phones
         where person_id = ${personId} and is_primary and state <> 'bounced' for update`,
    );
    await this.ask(tx, found, actor);
  }

  private async ask(tx: Tx, numbers: readonly Doubted[], actor?: Actor): Promise<void> {
    const now = this.clock.now();
    const replyByOn = addDays(this.clock.today(), REPLY_DAYS);
    for (const { id, personId, state, code } of numbers) {
      const questionId = v7();
      await tx.update(Phone, { id }, { state: 'bounced' });
      await execute(
        tx,
        sql`insert into number_questions (id, phone_id, person_id, code, state_before, asked_at, reply_by_on)
            values (${questionId}, ${id}, ${personId}, left(${code}::text, 100), ${state}, ${now}, ${replyByOn})`,
      );
      await this.outbox.append(tx, numberBounced({ questionId, personId }), actor);
    }
  }
}
