import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import { OfficeAnswerers } from './office-answerers.ts';
import { type JudgedCard, OfficePagesQueries } from './office-pages.queries.ts';

type View = RouteAnswer<typeof routes.officeCards>;
type Card = View['items'][number];

const pages = pagesOf('office-cards', z.tuple([z.int(), z.string(), z.uuid()]));

/** Which offices can be called, the ones that lack most first; and one of them. */
@Injectable()
export class ReadOffices {
  constructor(
    private readonly scope: Scope,
    private readonly cards: OfficePagesQueries,
    private readonly answerers: OfficeAnswerers,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.officeCards>): Promise<View> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const today = this.clock.today();
    const asked = { unitId, ...query };
    const [rows, counts] = await Promise.all([
      this.cards.page(unitId, today, query, pages.after(asked)),
      this.cards.counts(unitId, today, query.q),
    ]);
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.rank, row.sortCode, row.unitId]);
    return { items: await this.shown(items, today), total: counts[query.filter], nextCursor, counts };
  }

  /** @throws organization.unitNotFound */
  async one(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.officeCard>> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const today = this.clock.today();
    const row = await this.cards.one(unitId, today);
    const [card] = row ? await this.shown([row], today) : [];
    if (!card) throw organizationErrors.unitNotFound();
    return { ...card, members: await this.answerers.membersCalling(unitId, today) };
  }

  private async shown(rows: readonly JudgedCard[], today: string): Promise<Card[]> {
    const held = await this.answerers.of(
      rows.map((row) => row.unitId),
      today,
    );
    return rows.map(({ unitName: name, fullName, kind, unitId, unitCode, holder, rank: _, sortCode: __, ...card }) => ({
      ...card,
      unit: { id: unitId, kind, name, fullName },
      code: unitCode,
      answerer: card.answeredBy
        ? (held.find((one) => one.unitId === unitId && one.role === card.answeredBy)?.fullName ?? null)
        : holder,
    }));
  }
}
