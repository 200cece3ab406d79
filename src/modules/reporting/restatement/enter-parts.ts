import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { type Pair, sumPairs } from '#contracts/reporting/figures';
import { openReportStates } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { FigureQueries } from '../reports/figures/figure.queries.ts';
import { ReportAccess } from '../reports/report/report-access.ts';
import type { ReportData } from '../reports/report/report.rows.ts';
import { reportErrors } from '../reporting.errors.ts';
import { partsEntered } from '../reporting.events.ts';
import { Lineage } from '../reports/report/lineage.ts';

type Input = RouteBody<typeof routes.enterParts>;
type Figure = Input['figures'][number];

/**
 * What of a divided unit's figures is whose, by whoever receives its reports: of each figure all parts, which make up what was
 * sent. The report itself is not touched.
 */
@Injectable()
export class EnterParts {
  constructor(
    private readonly access: ReportAccess,
    private readonly lineage: Lineage,
    private readonly figures: FigureQueries,
    private readonly outbox: Outbox,
  ) {}

  /** @throws report.wrongState, notDivided, indicatorUnknown, partsIncomplete, partsDiffer */
  async execute(actor: Actor, reportId: string, { figures, source }: Input): Promise<void> {
    await this.access.change(actor, reportId, 'report.decide', async (tx, report, now) => {
      if (openReportStates.includes(report.state)) throw reportErrors.wrongState({ state: report.state });
      const heirs = await this.lineage.heirs(report.unitId);
      if (heirs.length < 2) throw reportErrors.notDivided();
      const sent = await this.figures.asSent(report.id, report.version, tx);
      for (const [i, figure] of figures.entries()) check(figure, `figures.${i}`, heirs, sent.get(figure.code)?.now);
      for (const figure of figures) await this.write(tx, report, figure, { source, by: actor.personId, now });
      await this.outbox.append(tx, partsEntered({ reportId }, { unitId: report.unitId }), actor);
    });
  }

  private async write(
    tx: Tx,
    { id, version }: ReportData,
    { code, parts }: Figure,
    { source, by, now }: { source: string; by: string; now: Date },
  ): Promise<void> {
    await execute(
      tx,
      sql`delete from figure_parts where report_id = ${id} and version = ${version} and code = ${code}`,
    );
    await execute(
      tx,
      sql`insert into figure_parts (report_id, version, code, unit_id, numerator, denominator, source, by_id, at)
       select ${id}, ${version}, ${code}, p."unitId", p.numerator, p.denominator, ${source}, ${by}, ${now}
         from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p("unitId" uuid, numerator bigint, denominator bigint)`,
    );
  }
}

/** All heirs, each once, and together what was sent. */
function check({ code, parts }: Figure, path: string, heirs: readonly string[], sent: Pair | undefined): void {
  if (!sent || sent.numerator === null) throw reportErrors.indicatorUnknown({ path: `${path}.code`, code });
  const named = new Set(parts.map(({ unitId }) => unitId));
  if (parts.length !== heirs.length || !heirs.every((id) => named.has(id)))
    throw reportErrors.partsIncomplete({ path: `${path}.parts`, code });
  const sum = sumPairs(parts);
  if (sum.numerator !== sent.numerator || sum.denominator !== sent.denominator)
    throw reportErrors.partsDiffer({
      path: `${path}.parts`,
      code,
      sent: [sent.numerator, sent.denominator].filter((one) => one !== null).join('/'),
      sum: [sum.numerator, sum.denominator].filter((one) => one !== null).join('/'),
    });
}
