import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { namesAsked } from '../../organization.events.ts';
import { ReadReformNames } from './read-reform-names.ts';
import { ReformStore } from '../lines/reform-store.ts';
import { OpinionStore } from './opinion-store.ts';
import { communesOf, isAnswerDay, toAsk } from './opinions.ts';

/** The communes of today are asked what they think of the names proposed for their hamlets in one commune of the day. */
@Injectable()
export class AskCommunes {
  constructor(
    private readonly database: Database,
    private readonly names: ReadReformNames,
    private readonly store: ReformStore,
    private readonly opinions: OpinionStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformSettled, namesAnswerDay, namesNoneProposed */
  async execute(
    actor: Actor,
    id: string,
    { version, position, answerBy }: RouteBody<typeof routes.askCommunes>,
  ): Promise<void> {
    const { reform, places } = await this.names.all(actor, id);
    const place = places.find(({ line }) => line.position === position);
    if (!place) throw platformErrors.notFound();
    const today = this.clock.today();
    if (!isAnswerDay(answerBy, { today, onDate: reform.onDate }))
      throw organizationErrors.namesAnswerDay({ path: 'answerBy' });
    const hamletIds = place.hamlets.map((hamlet) => hamlet.id);
    const asked = toAsk(place.hamlets, await this.opinions.communes(hamletIds, today));
    if (asked.length === 0) throw organizationErrors.namesNoneProposed();
    await this.database.tx(async (tx) => {
      const now = await this.store.lock(tx, id);
      if (now.version !== version || reform.version !== version) throw organizationErrors.reformChanged();
      if (now.state !== 'draft') throw organizationErrors.reformSettled();
      const asking = { id, hamletIds, asked, answerBy, by: actor.personId, now: this.clock.now() };
      await this.opinions.ask(tx, asking);
      const told = communesOf(asked.map((one) => ({ ...one, about: null })));
      const events = told.map(({ communeId, hamlets }) =>
        namesAsked({ reorganisationId: id, communeId }, { unitId: communeId, changes: { names: hamlets, answerBy } }),
      );
      await this.outbox.appendMany(tx, events, actor);
    });
  }
}
