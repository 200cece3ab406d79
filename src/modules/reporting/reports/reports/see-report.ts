import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FigureQueries, hashOf, nowOf } from '../figures/figure.queries.ts';
import { ReportAccess } from '../report/report-access.ts';

/** Remembers the figures that somebody has seen, so that later changes can be shown to them. */
@Injectable()
export class SeeReport {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly figureQueries: FigureQueries,
    private readonly clock: Clock,
  ) {}

  /** Where the figures are others by now, nothing is remembered: those were not seen. */
  async execute(actor: Actor, reportId: string, { figuresHash }: RouteBody<typeof routes.seeReport>): Promise<void> {
    const report = await this.access.open(actor, reportId, 'report.read');
    const figures = await this.figureQueries.of(report);
    if (hashOf(figures) !== figuresHash) return;
    const shownFigures = JSON.stringify(Object.fromEntries(nowOf(figures)));
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into report_looks (report_id, person_id, figures, at) values (${reportId}, ${actor.personId}, ${shownFigures}, ${now})
       on conflict (report_id, person_id) do update set figures = ${shownFigures}, at = ${now}`,
    );
  }
}
