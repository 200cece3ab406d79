import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { Pair } from '#contracts/reporting/figures';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { ReportPeople } from '../reports/report/report-people.ts';
import { reportErrors } from '../reporting.errors.ts';
import type { PastImport } from './past-figure.entity.ts';
import { PastFigureQueries } from './past-figures.queries.ts';
import { windowOf } from './past-periods.ts';

type Page = RouteAnswer<typeof routes.pastImports>;
type Figures = RouteAnswer<typeof routes.pastImportFigures>;
interface ImportRow extends PastImport {
  figures: number;
  units: number;
  periods: string[];
}

const pages = pagesOf('past-imports', z.tuple([z.uuid()]));
const rowPages = pagesOf('past-import-figures', z.tuple([z.string(), z.uuid()]));

/** Files of past figures: which there are, and what each said. */
@Injectable()
export class PastImports {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly past: PastFigureQueries,
    private readonly people: ReportPeople,
  ) {}

  async list(actor: Actor, unitId: string, query: RouteQuery<typeof routes.pastImports>): Promise<Page> {
    await this.scope.require(actor, 'report.read', { unitId });
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const ofUnit = this.past.ofUnit(unitId);
    const [rows, count] = await Promise.all([
      this.database.rows<ImportRow>(
        sql`with recursive ${this.past.lineage(unitId)}
          select i.id, i.unit_id as "unitId", i.file_name as "fileName", i.source, i.by_id as "byId", i.at,
                 i.taken_back_by as "takenBackBy", i.taken_back_at as "takenBackAt", i.taken_back_reason as "takenBackReason",
                 f.figures, f.units, f.periods
            from past_imports i cross join lateral (
              select count(*)::int as figures, count(distinct p.unit_id)::int as units,
                     array_agg(distinct p.period order by p.period) as periods
                from past_figures p where p.import_id = i.id) f
           where ${ofUnit} and ${after ? sql`i.id < ${after[0]}` : sql`true`} order by i.id desc limit ${query.limit + 1}`,
      ),
      this.database.one<{ n: number }>(
        sql`with recursive ${this.past.lineage(unitId)} select count(*)::int as n from past_imports i where ${ofUnit}`,
      ),
    ]);
    const cut = pages.cut(asked, rows, ({ id }) => [id]);
    return { items: await this.present(cut.items), nextCursor: cut.nextCursor, total: count?.n ?? 0 };
  }

  /** Of one file, by the units of then. */
  async figures(
    actor: Actor,
    unitId: string,
    importId: string,
    query: RouteQuery<typeof routes.pastImportFigures>,
  ): Promise<Figures> {
    await this.scope.require(actor, 'report.read', { unitId });
    if (!(await this.past.isOf(unitId, importId))) throw reportErrors.pastImportNotFound();
    const asked = { importId, ...query };
    const after = rowPages.after(asked);
    const rows = await this.database.rows<{ unitId: string; period: string; figures: { code: string; pair: Pair }[] }>(
      sql`select f.unit_id as "unitId", f.period, jsonb_agg(jsonb_build_object('code', f.code, 'pair',
             jsonb_build_object('numerator', f.numerator, 'denominator', f.denominator)) order by f.code) as figures
        from past_figures f where f.import_id = ${importId}
         and ${after ? sql`(f.period, f.unit_id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
       group by f.unit_id, f.period order by f.period, f.unit_id limit ${query.limit + 1}`,
    );
    const [total, codes, communes, rule] = await Promise.all([
      this.database.one<{ n: number }>(
        sql`select count(*)::int as n from (select distinct unit_id, period from past_figures where import_id = ${importId}) r`,
      ),
      this.database.rows<{ code: string }>(
        sql`select distinct code from past_figures where import_id = ${importId} order by 1`,
      ),
      this.past.communes(unitId),
      this.organization.periodRule(unitId),
    ]);
    const cut = rowPages.cut(asked, rows, (row) => [row.period, row.unitId]);
    const heirs = new Map(communes.map((unit) => [unit.id, unit.heirs.filter((id) => id !== unit.id)]));
    const now = await this.organization.unitRefs(cut.items.flatMap((row) => heirs.get(row.unitId) ?? []));
    const was = new Map<string, Awaited<ReturnType<OrganizationApi['unitRefs']>>>();
    for (const period of new Set(cut.items.map((row) => row.period))) {
      const ids = cut.items.filter((row) => row.period === period).map((row) => row.unitId);
      was.set(period, await this.organization.unitRefs(ids, windowOf(period, rule).endsOn));
    }
    const indicators = await this.organization.indicators(codes.map(({ code }) => code));
    return {
      items: cut.items.flatMap(({ unitId: id, period, figures }) => {
        const unit = was.get(period)?.get(id);
        return unit
          ? [{ unit, heirs: (heirs.get(id) ?? []).flatMap((one) => now.get(one) ?? []), period, figures }]
          : [];
      }),
      nextCursor: cut.nextCursor,
      total: total?.n ?? 0,
      indicators: [...indicators.values()].map(({ dimensions: _, ...one }) => one),
    };
  }

  private async present(rows: readonly ImportRow[]): Promise<Page['items']> {
    const [units, person] = await Promise.all([
      this.organization.unitRefs(rows.map((row) => row.unitId)),
      this.people.people(rows.flatMap(({ byId, takenBackBy }) => [byId, takenBackBy])),
    ]);
    return rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      if (!unit) return [];
      const { id, fileName, source, figures, periods, takenBackAt, takenBackBy, takenBackReason: why } = row;
      const takenBack =
        takenBackAt && takenBackBy
          ? { by: person(takenBackBy), at: takenBackAt.toISOString(), reason: why ?? '' }
          : null;
      return [
        {
          id,
          unit,
          fileName,
          source,
          figures,
          units: row.units,
          periods,
          by: person(row.byId),
          at: row.at.toISOString(),
          takenBack,
        },
      ];
    });
  }
}
