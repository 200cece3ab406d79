import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { BoardQueries } from '../../boards/consolidation/board.queries.ts';
import { LookForOddities } from '../finding/look-for-oddities.ts';
import { OddFigureQueries } from './odd-figure.queries.ts';
import { PresentOddFigures } from './present-odd-figures.ts';

type List = RouteAnswer<typeof routes.oddFigures>;

/** Odd figures of a month below a unit. */
@Injectable()
export class ReadOddFigures {
  // oxlint-disable-next-line max-params -- the right, the month and the look that is due come before the list
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly boards: BoardQueries,
    private readonly looking: LookForOddities,
    private readonly rows: OddFigureQueries,
    private readonly present: PresentOddFigures,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.oddFigures>): Promise<List> {
    await this.scope.require(actor, 'report.read', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.denied();
    const rule = await this.organization.periodRule(unitId);
    const month = query.month ?? (await this.boards.workingMonth(unitId, this.clock.today(), rule));
    const looked = await this.looking.before(unitId, month);
    const { rows, counts } = await this.rows.ofUnits(await this.looking.communes(unitId, month), month);
    const all = counts.open + counts.asked + counts.answered + counts.dismissed;
    return {
      unit,
      month,
      looked: looked && {
        at: looked.lookedAt.toISOString(),
        communes: looked.communes,
        figures: looked.figures,
      },
      counts,
      items: await this.present.all(actor, rows),
      left: all - rows.length,
    };
  }
}
