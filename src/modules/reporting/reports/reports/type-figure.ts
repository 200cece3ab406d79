import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { faultOf } from '#contracts/reporting/figures';
import { openReportStates } from '#contracts/reporting/report-states';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { FigureQueries } from '../figures/figure.queries.ts';
import { ReportAccess } from '../report/report-access.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { figuresPlanned, figureTyped } from '../../reporting.events.ts';
import { TypedFigure } from '../figures/report-figure.entity.ts';

type Input = RouteBody<typeof routes.typeFigure>;
type Plans = RouteBody<typeof routes.planFigures>;

/** A figure that no record of ours holds, with its source and who says so. */
@Injectable()
export class TypeFigure {
  constructor(
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
  ) {}

  /** @throws report.wrongState, indicatorUnknown, notTyped, sourceMissing, and the faults of figures.ts */
  async execute(actor: Actor, reportId: string, input: Input): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      if (!openReportStates.includes(report.state)) throw reportErrors.wrongState({ state: report.state });
      // Typed figures belong to months.
      if (report.unitKind !== 'commune' || report.kind !== 'monthly')
        throw reportErrors.notTyped({ path: 'code', code: input.code });
      await this.check(input, report.endsOn);
      await this.write(tx, { unitId: report.unitId, month: report.month, by: actor.personId, now }, input);
      await this.outbox.append(tx, figureTyped({ reportId, code: input.code }, { unitId: report.unitId }), actor);
    });
  }

  private async check({ code, numerator, denominator, source }: Input, at: string): Promise<void> {
    const indicator = (await this.organization.indicators([code], at)).get(code);
    if (!indicator) throw reportErrors.indicatorUnknown({ path: 'code', code });
    if (!indicator.typed) throw reportErrors.notTyped({ path: 'code', code });
    const fault = faultOf({ numerator, denominator }, indicator.aggregation, indicator.unit);
    if (fault) throw reportErrors[fault]({ path: fault.startsWith('denominator') ? 'denominator' : 'numerator', code });
    if (numerator !== null && source === '') throw reportErrors.sourceMissing({ path: 'source' });
  }

  private async write(
    tx: Tx,
    { unitId, month, by, now }: { unitId: string; month: string; by: string; now: Date },
    { code, numerator, denominator, source }: Input,
  ): Promise<void> {
    const firstDay = `${month}-01`;
    if (numerator === null) await tx.delete(TypedFigure, { unitId, month: firstDay, code });
    else
      await execute(
        tx,
        sql`insert into typed_figures (unit_id, month, code, numerator, denominator, source, by_id, at)
          values (${unitId}, ${firstDay}, ${code}, ${numerator}, ${denominator}, ${source}, ${by}, ${now})
         on conflict (unit_id, month, code) do update set numerator = excluded.numerator, denominator = excluded.denominator,
           source = excluded.source, by_id = excluded.by_id, at = excluded.at`,
      );
  }
}

/** What a unit means to reach in a year, by indicator. */
@Injectable()
export class PlanFigures {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly figureQueries: FigureQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws report.indicatorUnknown */
  async execute(actor: Actor, unitId: string, { year, plans }: Plans): Promise<RouteAnswer<typeof routes.planFigures>> {
    this.access.requireOwn(actor, unitId);
    const known = await this.organization.indicators(plans.map(({ code }) => code));
    const unknown = plans.findIndex(({ code }) => !known.has(code));
    if (unknown >= 0)
      throw reportErrors.indicatorUnknown({ path: `plans.${unknown}.code`, code: plans[unknown]?.code });
    await this.database.tx(async (tx) => {
      const [set, cleared] = [plans.filter(({ value }) => value !== null), plans.filter(({ value }) => value === null)];
      await execute(
        tx,
        sql`delete from figure_plans where unit_id = ${unitId} and year = ${year} and code = any(${cleared.map(({ code }) => code)})`,
      );
      const now = this.clock.now();
      await execute(
        tx,
        sql`insert into figure_plans (unit_id, year, code, value, by_id, at)
         select ${unitId}, ${year}, w.code, w.value, ${actor.personId}, ${now}
           from jsonb_to_recordset(${JSON.stringify(set)}::jsonb) as w(code text, value bigint)
         on conflict (unit_id, year, code) do update set value = excluded.value, by_id = ${actor.personId}, at = ${now}`,
      );
      await this.outbox.append(tx, figuresPlanned({ unitId }, { unitId }), actor);
    });
    return [...(await this.figureQueries.plans(unitId, year))].map(([code, value]) => ({ code, value }));
  }
}
