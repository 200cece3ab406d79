import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { reformSteps } from '#contracts/organization/reform-kinds';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { OrganizationApi } from '../../organization.api.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import { ReformTree } from './reform-tree.ts';
import { ReformShape, type ReformLine } from './reform-lines.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';

type Summary = RouteAnswer<typeof routes.listReforms>['items'][number];
type Answer = RouteAnswer<typeof routes.getReform>;

const emptyPosts: ReadonlySet<string> = new Set(['noFocalOfficer', 'noStandIn']);
/** After so many failures of a step in a row somebody has to look: it is tried again when they say so. */
export const MOST_FAILURES = 3;

const pages = pagesOf('reforms', z.tuple([z.boolean(), z.iso.date(), z.uuid()]));

/** Reforms of communes and above: what is prepared, and what was. */
@Injectable()
export class ReadReforms {
  constructor(
    private readonly database: Database,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.listReforms>,
  ): Promise<RouteAnswer<typeof routes.listReforms>> {
    await this.scope.require(actor, 'reform.manage', { unitId });
    const asked = { ...query, unitId };
    const { rows, total } = await this.store.page(unitId, pages.after(asked), query.limit);
    const { items, nextCursor } = pages.cut(asked, rows, ({ state, onDate, id }) => [
      state === 'draft' || state === 'scheduled',
      onDate,
      id,
    ]);
    return { items: await this.present(items), total, nextCursor };
  }

  async one(actor: Actor, id: string): Promise<Answer> {
    const reform = await this.allowed(actor, id);
    const [summary] = await this.present([reform]);
    if (!summary) throw organizationErrors.reformNotFound();
    const lines = await this.store.lines(reform);
    const isOver = reform.state === 'applied';
    const findings = isOver ? [] : await this.tree.findings(reform, lines);
    const blocks = findings.filter((finding) => finding.blocks).length;
    return {
      ...summary,
      pastDays: reform.pastDays,
      counts: { ...countsOf(lines), emptyPosts: findings.filter(({ code }) => emptyPosts.has(code)).length },
      blocks,
      warnings: findings.length - blocks,
      steps: await this.steps(id),
      pausedAt: reform.pausedAt?.toISOString() ?? null,
    };
  }

  /** @throws organization.reformNotFound, platform.denied */
  async allowed(actor: Actor, id: string): Promise<ReformRow> {
    const reform = await this.store.one(id);
    await this.scope.require(actor, 'reform.manage', { unitId: reform.unitId });
    return reform;
  }

  private async steps(id: string): Promise<Answer['steps']> {
    const rows = await this.database.rows<{
      step: Answer['steps'][number]['step'];
      done: number;
      total: number;
      startedAt: Date | null;
      finishedAt: Date | null;
      failedAt: Date | null;
      failure: string | null;
      waits: boolean;
    }>(
      sql`select step, done, total, started_at as "startedAt", finished_at as "finishedAt", failed_at as "failedAt", failure,
          failures >= ${MOST_FAILURES} as waits from reorganisation_steps
        where reorganisation_id = ${id} order by position`,
    );
    return rows.map(({ startedAt, finishedAt, failedAt, failure, waits, ...row }) => ({
      ...row,
      startedAt: startedAt?.toISOString() ?? null,
      finishedAt: finishedAt?.toISOString() ?? null,
      failed: failedAt ? { at: failedAt.toISOString(), reason: failure ?? '', waits } : null,
    }));
  }

  private async present(reforms: readonly ReformRow[]): Promise<Summary[]> {
    const units = await this.organization.unitRefs(reforms.map(({ unitId }) => unitId));
    const directives = await this.organization.directives(reforms.flatMap(({ directiveId }) => directiveId ?? []));
    return reforms.flatMap((reform) => {
      const unit = units.get(reform.unitId);
      const directive = directives.get(reform.directiveId ?? '');
      if (!unit) return [];
      const { id, title, onDate, state, version, fileName, revokeReason } = reform;
      const steps = { done: reform.stepsDone, total: reform.stepsTotal || reformSteps.length };
      return {
        id,
        unit,
        title,
        onDate,
        state,
        version,
        fileName,
        revokeReason,
        held: reform.held?.count ?? null,
        late: this.clock.dayOf(reform.appliedAt ?? reform.scheduledAt ?? this.clock.now()) > onDate,
        directive: directive ? { id: directive.id, citation: directive.citation } : null,
        madeAt: reform.madeAt.toISOString(),
        scheduledAt: reform.scheduledAt?.toISOString() ?? null,
        appliedAt: reform.appliedAt?.toISOString() ?? null,
        revokedAt: reform.revokedAt?.toISOString() ?? null,
        rehoming: state === 'applied' ? { ...steps, finishedAt: reform.rehomedAt?.toISOString() ?? null } : null,
      };
    });
  }
}

function countsOf(lines: readonly ReformLine[]): Omit<Answer['counts'], 'emptyPosts'> {
  const shape = new ReformShape(lines);
  const old = [...shape.parts.keys()];
  const kept = shape.keeps.size;
  const divided = old.filter((id) => shape.isDivided(id)).length;
  return {
    old: new Set([...old, ...shape.keeps.keys()]).size,
    new: shape.heirs.size - kept,
    kept,
    whole: old.length - divided,
    divided,
    hamlets: shape.allotted.size,
  };
}
