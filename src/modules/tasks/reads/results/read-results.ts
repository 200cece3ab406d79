import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { lookReason } from '../../work/sampling/draw.ts';
import { Sampling } from '../../work/sampling/sampling.ts';
import { PartnerQueries } from '../../orders/joint/partner.queries.ts';
import { EntryQueries } from './entry.queries.ts';
import { figuresOf } from '../../work/task/figures.ts';
import { type PlaceRow, type ReportRow, type TaskRow, WaitingRows } from './waiting-rows.ts';

type Result = RouteAnswer<typeof routes.resultsToConfirm>['items'][number];

type Page = RouteAnswer<typeof routes.resultsToConfirm>;
/** When it was handed in, and the task or the quick report. */
const pages = pagesOf('resultsToConfirm', z.tuple([z.iso.datetime(), z.uuid()]));
const longestFirst = (a: PlaceRow, b: PlaceRow): number =>
  a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1);

/** What waits for the commune's word: handed-in work, and quick reports that belong to no task. Longest wait first. */
@Injectable()
export class ReadResults {
  constructor(
    private readonly scope: Scope,
    private readonly rows: WaitingRows,
    private readonly entries: EntryQueries,
    private readonly organization: OrganizationApi,
    private readonly sampling: Sampling,
    private readonly partners: PartnerQueries,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.resultsToConfirm>): Promise<Page> {
    await this.scope.require(actor, 'result.confirm', { unitId });
    const asked = { unitId, ...query };
    // As many of both as the page could hold of either.
    const [after, limit] = [pages.after(asked), query.limit + 1];
    const [tasks, reports, total] = await Promise.all([
      this.rows.tasks(unitId, after, limit),
      this.rows.reports(unitId, after, limit),
      this.rows.count(unitId),
    ]);
    const both = [...tasks, ...reports].toSorted(longestFirst);
    const { items, nextCursor } = pages.cut(asked, both, (row) => [row.submittedAt.toISOString(), row.id]);
    const shown = new Set(items.map(({ id }) => id));
    const places = await this.placesOf(items);
    const isShown = ({ id }: { id: string }) => shown.has(id);
    const byId = new Map(
      (
        await Promise.all([
          this.ofTasks(actor, tasks.filter(isShown), places),
          this.ofReports(actor, reports.filter(isShown), places),
        ])
      ).flat(),
    );
    const marked = await this.marked(
      unitId,
      items.flatMap(({ id }) => byId.get(id) ?? []),
      tasks,
    );
    return { items: marked, total, nextCursor };
  }

  /** Says of each what has to be looked at before it is confirmed, where a rule of sampling holds. */
  private async marked(unitId: string, results: Result[], tasks: readonly TaskRow[]): Promise<Result[]> {
    const rule = await this.sampling.ruleOf(unitId);
    if (!rule) return results;
    const open = new Map(tasks.map((row) => [row.id, Number(row.open)]));
    return results.map((result) => {
      const id = result.task?.id ?? result.entries[0]?.id ?? '';
      const look = lookReason(rule, { id, value: open.get(id) ?? result.entries[0]?.value ?? 0 });
      return look ? { ...result, look } : result;
    });
  }

  private async ofTasks(actor: Actor, rows: readonly TaskRow[], places: Places): Promise<[string, Result][]> {
    const ids = rows.map(({ id }) => id);
    const [entries, partners] = await Promise.all([
      this.entries.ofTasks(ids, actor.personId),
      this.partners.ofTasks(ids),
    ]);
    return rows.map((row) => [
      row.id,
      {
        task: {
          id: row.id,
          title: row.title,
          state: 'submitted',
          dueOn: row.dueOn,
          indicator: row.indicator,
          figures: figuresOf(row, true),
          evidence: row.evidence,
          minimumCodes: row.minimumCodes,
          partner: partners.get(row.id) ?? null,
        },
        report: null,
        ...places(row),
        entries: entries.get(row.id) ?? [],
      },
    ]);
  }

  private async ofReports(actor: Actor, rows: readonly ReportRow[], places: Places): Promise<[string, Result][]> {
    const [entries, indicators] = await Promise.all([
      this.entries.byIds(
        rows.map(({ id }) => id),
        actor.personId,
      ),
      this.organization.indicators([...new Set(rows.map((row) => row.indicatorCode))]),
    ]);
    return rows.flatMap((row): [string, Result][] => {
      const entry = entries.get(row.id);
      const known = indicators.get(row.indicatorCode);
      const { name, nameEn, unit, unitEn } = known ?? { name: '', nameEn: '', unit: '', unitEn: '' };
      const indicator = { code: row.indicatorCode, name, nameEn, unit, unitEn };
      const report = { kind: row.kind, indicator };
      return entry ? [[row.id, { task: null, report, ...places(row), entries: [entry] }]] : [];
    });
  }

  private async placesOf(rows: readonly PlaceRow[]): Promise<Places> {
    const units = await this.organization.unitRefs(rows.map((row) => row.unitId));
    const members = await this.rows.membersOf(rows.map((row) => row.teamId));
    return (row) => ({
      team: { id: row.teamId, name: row.teamName },
      hamlet: units.get(row.unitId) ?? { id: row.unitId, kind: 'hamlet', name: '', fullName: '' },
      submittedAt: row.submittedAt.toISOString(),
      members: members.get(row.teamId) ?? [],
    });
  }
}

type Places = (row: PlaceRow) => Pick<Result, 'team' | 'hamlet' | 'submittedAt' | 'members'>;
