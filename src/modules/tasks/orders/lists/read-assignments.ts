import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { instant } from '#contracts/primitives';
import type { CommuneRollUp } from '#contracts/tasks/assignments';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { pagesOf, platformErrors } from '#platform/http';
import { CancelRights } from '../order/cancel-rights.ts';
import { assignmentErrors } from '../../tasks.errors.ts';
import { AssignmentQueries, type AssignmentRowData, type SumRow } from './assignment.queries.ts';
import { grouped } from '#contracts/grouped';
import { standOf, totalOf } from './sums.ts';

type Row = RouteAnswer<typeof routes.listAssignments>['items'][number];
type Detail = RouteAnswer<typeof routes.getAssignment>;
/** Newest first: when it was issued, and the order. */
export const pages = pagesOf('assignments', z.tuple([instant, z.uuid()]));
export type RollUp = z.input<typeof CommuneRollUp>;

/** Orders as lists, as a whole, and by commune; figures cover what the reader covers. */
@Injectable()
export class ReadAssignments {
  constructor(
    private readonly queries: AssignmentQueries,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly scope: Scope,
    private readonly rights: CancelRights,
  ) {}

  async list(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.listAssignments>,
  ): Promise<RouteAnswer<typeof routes.listAssignments>> {
    const { q = '', open, teamId, limit } = query;
    await this.scope.require(actor, 'assignment.read', { unitId });
    const asked = { unitId, ...query };
    const rows = await this.queries.list(unitId, {
      q,
      open: open ?? null,
      teamId: teamId ?? null,
      after: pages.after(asked),
      limit: limit + 1,
    });
    const { items: shown, nextCursor } = pages.cut(asked, rows, (row) => [row.issuedAt.toISOString(), row.id]);
    const sums = grouped(
      await this.queries.sumsBelow(
        unitId,
        shown.map(({ id }) => id),
      ),
      (row) => row.assignmentId,
    );
    const units = await this.organization.unitRefs(shown.map((row) => row.issuerUnitId));
    return {
      items: shown.map((row) => toRow(row, sums.get(row.id) ?? [], units)),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  async running(unitId: string, limit: number): Promise<string[]> {
    const rows = await this.queries.list(unitId, { q: '', open: true, teamId: null, after: null, limit });
    return rows.map(({ id }) => id);
  }

  async one(actor: Actor, assignmentId: string): Promise<Detail> {
    const unitIds = await this.visibleUnits(actor, assignmentId);
    const [row, sums] = await Promise.all([this.queries.one(assignmentId), this.queries.sumsOf(assignmentId, unitIds)]);
    if (!row) throw assignmentErrors.notFound();
    const [cancels, units, directive, people, words] = await Promise.all([
      this.rights.offered(actor, row),
      this.organization.unitRefs([row.issuerUnitId, ...(row.origin ? [row.origin.issuerUnitId] : [])]),
      this.organization.directive(row.directiveId),
      this.membership.people([row.issuedBy]),
      row.asks.length > 0 ? this.organization.wordsOfIndicator(row.indicator.code) : [],
    ]);
    const asked = new Map(words.flatMap(({ dimensions }) => dimensions.map((each) => [each.key, each])));
    return {
      ...toRow(row, sums, units),
      work: row.work,
      replyByOn: row.replyByOn,
      directive: { id: row.directiveId, citation: directive?.citation ?? '', basis: directive?.basisCitation ?? null },
      evidence: row.evidence,
      asks: row.asks.map((key) => {
        const { name = '', nameEn = name } = asked.get(key) ?? {};
        return { key, name, nameEn };
      }),
      minimumCodes: row.minimumCodes,
      issuedBy: people.get(row.issuedBy) ?? { id: row.issuedBy, fullName: '', position: null },
      recallUntil: row.recallUntil.toISOString(),
      version: row.version,
      cancels,
      recurrence: row.recurs ? 'monthly' : 'none',
      origin: row.origin && {
        id: row.origin.id,
        title: row.origin.title,
        issuer: unitOf(units, row.origin.issuerUnitId),
      },
    };
  }

  /** By commune of the tree of a day below the units, in the order of names. */
  async rollUp(assignmentId: string, unitIds: readonly string[], day: string): Promise<RollUp[]> {
    const byCommune = grouped(await this.queries.sumsOf(assignmentId, unitIds, day), (row) => row.communeId);
    const units = await this.organization.unitRefs([...byCommune.keys()], day);
    const rows = [...byCommune].map(([communeId, parts]) => ({
      commune: unitOf(units, communeId),
      ...standOf(totalOf(parts)),
    }));
    return rows.toSorted((a, b) => a.commune.name.localeCompare(b.commune.name, 'vi', { numeric: true }));
  }

  /** Units of the reader's posts for an order that concerns them. @throws assignment.notFound, platform.denied */
  async visibleUnits(actor: Actor, assignmentId: string): Promise<string[]> {
    this.scope.requireAnywhere(actor, 'assignment.read');
    const unitIds = this.scope.unitIds(actor, 'assignment.read');
    if (await this.queries.concerns(assignmentId, unitIds)) return unitIds;
    if (!(await this.queries.one(assignmentId))) throw assignmentErrors.notFound();
    throw platformErrors.denied();
  }
}

function toRow(row: AssignmentRowData, sums: readonly SumRow[], units: Map<string, UnitRef>): Row {
  const { teams, states, figures } = totalOf(sums);
  return {
    id: row.id,
    title: row.title,
    issuer: unitOf(units, row.issuerUnitId),
    templateCode: row.templateCode,
    pillar: row.pillar,
    indicator: row.indicator,
    figures,
    dueOn: row.dueOn,
    priority: row.priority,
    issuedAt: row.issuedAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    teams,
    states,
    skipped: row.skipped,
  };
}

function unitOf(units: Map<string, UnitRef>, id: string): UnitRef {
  return units.get(id) ?? { id, kind: 'commune', name: '', fullName: '' };
}
