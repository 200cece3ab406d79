import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Scope } from '../scope.ts';
import { OfficeAnswerers } from './office-answerers.ts';
import { type CardRow, OfficeCardsQueries } from './office-cards.queries.ts';
import { digitsOf, doubtsOf, sharedPhones } from './office-doubts.ts';

type View = RouteAnswer<typeof routes.officeCards>;

/** Which offices can be called, the ones that lack most first. */
@Injectable()
export class ReadOffices {
  constructor(
    private readonly scope: Scope,
    private readonly cards: OfficeCardsQueries,
    private readonly answerers: OfficeAnswerers,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<View> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const today = this.clock.today();
    const rows = await this.cards.below(unitId, today);
    const shared = sharedPhones(rows);
    const names = new Map(rows.map((row) => [row.unitId, row.fullName]));
    const held = await this.answerers.of(
      rows.map((row) => row.unitId),
      today,
    );
    const nameOf = ({ unitId: of, answeredBy, holder }: CardRow) =>
      held.find((one) => one.unitId === of && one.role === answeredBy)?.fullName ?? (answeredBy ? null : holder);
    const items = rows.map((row): View['items'][number] => {
      const { unitName, fullName, kind, unitId: id, unitCode, isOffice, holder: _, ...card } = row;
      const others = row.phone === null ? [] : (shared.get(digitsOf(row.phone)) ?? []);
      const other = others.find((one) => one !== id);
      return {
        ...card,
        unit: { id, kind, name: unitName, fullName },
        code: unitCode,
        isOffice,
        answerer: nameOf(row),
        doubts: doubtsOf(row, shared, today),
        sharedWith: other === undefined ? null : (names.get(other) ?? null),
      };
    });
    const rank = ({ doubts }: View['items'][number]) => (doubts.includes('noPhone') ? 0 : doubts.length > 0 ? 1 : 2);
    items.sort((a, b) => rank(a) - rank(b));
    return { without: items.filter(({ phone }) => phone === null).length, items };
  }
}
