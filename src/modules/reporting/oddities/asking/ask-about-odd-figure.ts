import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { oddFigureErrors } from '../../reporting.errors.ts';
import { oddFigureAnswered, oddFigureAsked, oddFigureDismissed } from '../../reporting.events.ts';
import { OddFigure } from '../finding/odd-figure.entity.ts';
import { OddFigureQueries, type OddFigureRow } from './odd-figure.queries.ts';
import { PresentOddFigures, type Shown } from './present-odd-figures.ts';

interface Asked {
  tx: Tx;
  row: OddFigureRow;
  now: Date;
  about: { reportId: string; oddFigureId: string };
  place: { unitId: string };
}

/**
 * What passes between whoever decides on a report and whoever writes it about one of its figures. No figure changes by it. One
 * odd figure is asked about once, whoever asks.
 */
@Injectable()
export class AskAboutOddFigure {
  constructor(
    private readonly access: ReportAccess,
    private readonly rows: OddFigureQueries,
    private readonly present: PresentOddFigures,
    private readonly outbox: Outbox,
  ) {}

  /** @throws oddFigure.notFound, platform.denied, oddFigure.closed, asked, dismissed */
  ask(actor: Actor, id: string, { question }: RouteBody<typeof routes.askOddFigure>): Promise<Shown> {
    return this.change(actor, id, 'report.decide', async ({ tx, row, now, about, place }) => {
      if (row.closedAt) throw oddFigureErrors.closed();
      if (row.dismissedAt) throw oddFigureErrors.dismissed();
      if (row.askedAt) throw oddFigureErrors.asked();
      await tx.update(OddFigure, { id }, { question, askedBy: actor.personId, askedAt: now });
      await this.outbox.append(tx, oddFigureAsked(about, place), actor);
    });
  }

  /** @throws oddFigure.notFound, platform.denied, oddFigure.notAsked, answered */
  answer(actor: Actor, id: string, { answer }: RouteBody<typeof routes.answerOddFigure>): Promise<Shown> {
    return this.change(actor, id, 'report.write', async ({ tx, row, now, about, place }) => {
      if (!row.askedAt) throw oddFigureErrors.notAsked();
      if (row.answeredAt) throw oddFigureErrors.answered();
      await tx.update(OddFigure, { id }, { answer, answeredBy: actor.personId, answeredAt: now });
      await this.outbox.append(tx, oddFigureAnswered(about, place), actor);
    });
  }

  /** @throws oddFigure.notFound, platform.denied, oddFigure.closed, dismissed */
  dismiss(actor: Actor, id: string, { reason }: RouteBody<typeof routes.dismissOddFigure>): Promise<Shown> {
    return this.change(actor, id, 'report.decide', async ({ tx, row, now, about, place }) => {
      if (row.closedAt) throw oddFigureErrors.closed();
      if (row.dismissedAt) throw oddFigureErrors.dismissed();
      await tx.update(OddFigure, { id }, { dismissReason: reason, dismissedBy: actor.personId, dismissedAt: now });
      await this.outbox.append(tx, oddFigureDismissed(about, place), actor);
    });
  }

  /** Under the lock of its report: who asks at the same moment comes second. */
  private async change(
    actor: Actor,
    id: string,
    right: 'report.decide' | 'report.write',
    act: (asked: Asked) => Promise<void>,
  ): Promise<Shown> {
    const known = await this.rows.one(id);
    if (!known) throw oddFigureErrors.notFound();
    await this.access.change(actor, known.reportId, right, async (tx, report, now) => {
      const row = await this.rows.one(id, tx);
      if (!row) throw oddFigureErrors.notFound();
      await act({ tx, row, now, about: { reportId: report.id, oddFigureId: id }, place: { unitId: report.unitId } });
    });
    return this.present.one(actor, (await this.rows.one(id)) ?? known);
  }
}
