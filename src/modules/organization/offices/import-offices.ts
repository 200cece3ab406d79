import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import { KeepOffice, type OfficeInput } from './keep-office.ts';
import { OfficeCardsQueries } from './office-cards.queries.ts';
import { type ReadOffice, readOfficeLines } from './office-lines.ts';

type Report = RouteAnswer<typeof routes.importOffices>;

/** Numbers of offices by a list: looked at first, then written as a whole or not at all. What a row leaves blank stays. */
@Injectable()
export class ImportOffices {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly cards: OfficeCardsQueries,
    private readonly keep: KeepOffice,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.officesUnsettled */
  async execute(actor: Actor, unitId: string, input: RouteBody<typeof routes.importOffices>): Promise<Report> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const cards = await this.cards.below(unitId, this.clock.today());
    const { offices, findings } = readOfficeLines(input.lines, cards);
    const open = new Set(findings.filter((one) => one.open).map(({ row }) => row)).size;
    if (!input.dryRun && open > 0) throw organizationErrors.officesUnsettled({ count: open });
    const named = offices.filter(({ phone, card }) => phone !== null && card.phone === null);
    const changed = offices.filter(({ phone, card }) => phone !== null && card.phone !== null && phone !== card.phone);
    if (!input.dryRun)
      await this.database.tx(async (tx) => {
        for (const one of offices) await this.keep.keep(tx, actor, one.card.unitId, inputOf(one));
      });
    return {
      open,
      findings,
      first: named.length,
      changed: changed.length,
      unchanged: offices.length - named.length - changed.length,
      written: !input.dryRun,
    };
  }
}

function inputOf({ card, phone, email, hours, address, isOffice }: ReadOffice): OfficeInput {
  return {
    phone: phone ?? card.phone,
    email: email ?? card.email,
    hours: hours ?? card.hours,
    address: address ?? card.address,
    answeredBy: card.answeredBy,
    // What was said of a number holds for that number.
    isOffice: isOffice || ((phone === null || phone === card.phone) && card.isOffice),
  };
}
