import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { namesAnswered } from '../../organization.events.ts';
import { Scope } from '../../scope.ts';
import { ReformStore } from '../lines/reform-store.ts';
import { OpinionStore } from './opinion-store.ts';
import { endOf, isOfThese } from './opinions.ts';

/** The commune says something to each name about which it is asked, all at once; the last word counts. */
@Injectable()
export class AnswerNames {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReformStore,
    private readonly opinions: OpinionStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, organization.reformNotFound, namesClosed, namesLate, namesOthers */
  async execute(
    actor: Actor,
    { id, unitId }: { id: string; unitId: string },
    { answers }: RouteBody<typeof routes.answerNames>,
  ): Promise<void> {
    await this.scope.require(actor, 'hamlet.manage', { unitId });
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      const asked = await this.opinions.ofCommune(id, unitId, tx);
      const [first] = asked;
      if (!first) throw organizationErrors.reformNotFound();
      const end = endOf(reform, first.answerBy, this.clock.today());
      if (end) throw end === 'late' ? organizationErrors.namesLate() : organizationErrors.namesClosed();
      if (!isOfThese(asked, answers)) throw organizationErrors.namesOthers();
      await this.opinions.answer(tx, { id, answers, by: actor.personId, now: this.clock.now() });
      const agreed = answers.filter(({ otherName, remark }) => !otherName && !remark).length;
      const changes = { names: answers.length, agreed };
      await this.outbox.append(
        tx,
        namesAnswered({ reorganisationId: id, communeId: unitId }, { unitId, changes }),
        actor,
      );
    });
  }
}
