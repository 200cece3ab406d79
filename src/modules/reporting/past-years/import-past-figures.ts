import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { MOST_PAST_CELLS, MOST_PAST_FINDINGS } from '#contracts/reporting/past-figures';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, inBatches, sql, takeTurn, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { reportErrors } from '../reporting.errors.ts';
import { pastFiguresImported } from '../reporting.events.ts';
import { type Judged, judgePast, type PastFigureRow } from './judge-past.ts';
import { PastImport } from './past-figure.entity.ts';
import { PastFigureQueries } from './past-figures.queries.ts';
import { readPeriod } from './past-periods.ts';

type Input = RouteBody<typeof routes.importPastFigures>;
type Report = RouteAnswer<typeof routes.importPastFigures>;

/** Figures from before the records, by a table: looked at first, then written as a whole or not at all. */
@Injectable()
export class ImportPastFigures {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly past: PastFigureQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws report.pastTooMany, pastColumnTwice, indicatorUnknown, sourceMissing, pastUnsettled, pastNothing */
  async execute(actor: Actor, unitId: string, input: Input): Promise<Report> {
    await this.scope.require(actor, 'report.write', { unitId });
    checkTable(input);
    if (!input.dryRun && input.source === '') throw reportErrors.sourceMissing({ path: 'source' });
    return this.database.tx(async (tx) => {
      // One at a time: the second sees what the first wrote, and a cell is written once.
      if (!input.dryRun) await takeTurn(tx, ['reporting.past-figures']);
      const judged = await this.judge(unitId, input);
      const open = judged.findings.filter((one) => one.open).length;
      if (!input.dryRun && open > 0) throw reportErrors.pastUnsettled({ count: open });
      if (!input.dryRun && judged.figures.length === 0) throw reportErrors.pastNothing({ path: 'lines' });
      const importId = input.dryRun ? null : await this.write(tx, actor, unitId, input, judged.figures);
      return toReport(importId, judged, open);
    });
  }

  private async judge(unitId: string, { lines, columns, period }: Input): Promise<Judged> {
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.notFound();
    const codes = [...new Set(columns.flatMap(({ code }) => code ?? []))];
    const [units, indicators, rule] = await Promise.all([
      this.past.communes(unitId),
      this.organization.indicators(codes),
      this.organization.periodRule(unitId),
    ]);
    const unknown = columns.findIndex(({ code }) => code !== null && !indicators.has(code));
    if (unknown >= 0)
      throw reportErrors.indicatorUnknown({ path: `columns.${unknown}.code`, code: String(columns[unknown]?.code) });
    const ids = units.map(({ id }) => id);
    const periods = [...new Set(lines.flatMap((line) => readPeriod(line.period, period) ?? []))];
    const [recorded, imported] = await Promise.all([this.past.recorded(ids), this.past.imported(ids, periods)]);
    return judgePast({
      lines: lines.map((line) => ({ ...line, cells: byColumn(line, columns) })),
      columns,
      period,
      units,
      scope: unit,
      indicators,
      recorded,
      imported: new Map(imported.map((one) => [`${one.unitId} ${one.period} ${one.code}`, one.fileName])),
      rule,
      today: this.clock.today(),
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    unitId: string,
    { fileName, source }: Input,
    figures: readonly PastFigureRow[],
  ) {
    const id = v7();
    await tx.insert(PastImport, { id, unitId, fileName, source, byId: actor.personId, at: this.clock.now() });
    await inBatches(figures, (batch) =>
      execute(
        tx,
        sql`insert into past_figures (import_id, unit_id, period, code, numerator, denominator)
          select ${id}, w."unitId", w.period, w.code, w.numerator, w.denominator
            from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
              as w("unitId" uuid, period text, code text, numerator bigint, denominator bigint)`,
      ),
    );
    const changes = { figures: figures.length };
    await this.outbox.append(tx, pastFiguresImported({ importId: id }, { unitId, changes }), actor);
    return id;
  }
}

const byColumn = ({ cells }: Input['lines'][number], columns: Input['columns']): Record<string, string> =>
  Object.fromEntries(columns.map(({ at }, column) => [at, cells[column] ?? '']));

function checkTable({ columns, lines }: Input): void {
  const taken = columns.filter(({ code }) => code !== null);
  const twice = columns.findIndex(
    (column, at) =>
      columns.some((one, before) => before < at && one.at === column.at) ||
      (column.code !== null &&
        columns.some((one, before) => before < at && one.code === column.code && one.part === column.part)),
  );
  if (twice >= 0) throw reportErrors.pastColumnTwice({ path: `columns.${twice}`, column: String(columns[twice]?.at) });
  if (lines.length * taken.length > MOST_PAST_CELLS)
    throw reportErrors.pastTooMany({ path: 'lines', most: MOST_PAST_CELLS });
}

/** What holds the import back is named first. */
function toReport(importId: string | null, { figures, findings, blank, totals }: Judged, open: number): Report {
  const named = [...findings]
    .sort((a, b) => Number(b.open) - Number(a.open) || a.row - b.row)
    .slice(0, MOST_PAST_FINDINGS);
  return {
    importId,
    open,
    findings: named,
    more: findings.length - named.length,
    figures: figures.length,
    units: new Set(figures.map(({ unitId }) => unitId)).size,
    periods: [...new Set(figures.map(({ period }) => period))].sort(),
    blank,
    totals,
  };
}
