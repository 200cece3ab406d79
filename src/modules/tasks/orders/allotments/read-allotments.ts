import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { instant } from '#contracts/primitives';
import { comparePlaces } from '#i18n/fold';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { pagesOf, platformErrors } from '#platform/http';
import { allotmentErrors } from '../../tasks.errors.ts';
import type { Allotment, AllotmentChange } from './allotment.entity.ts';
import { AllotmentQueries, type Handed, type HandingOrder, type ShareData } from './allotment.queries.ts';

type Row = RouteAnswer<typeof routes.listAllotments>['items'][number];
type Detail = RouteAnswer<typeof routes.readAllotment>;
type Share = Detail['shares'][number];
const pages = pagesOf('allotments', z.tuple([instant, z.uuid()]));
const none: Omit<Handed, 'allotmentId' | 'communeId'> = { teams: 0, target: 0, reported: 0, confirmed: 0, waiting: 0 };

/** Target beside result, commune by commune, as far as the reader covers them. */
@Injectable()
export class ReadAllotments {
  constructor(
    private readonly queries: AllotmentQueries,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly scope: Scope,
  ) {}

  async list(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.listAllotments>,
  ): Promise<RouteAnswer<typeof routes.listAllotments>> {
    await this.scope.require(actor, 'assignment.read', { unitId });
    const asked = { unitId, ...query };
    const { waiting = false, limit } = query;
    const rows = await this.queries.list(unitId, { waiting, after: pages.after(asked), limit: limit + 1 });
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.issuedAt.toISOString(), row.id]);
    const ids = items.map(({ id }) => id);
    const [shares, handed, units] = await Promise.all([
      this.queries.shares(ids, [unitId]),
      this.handedBelow(items, unitId),
      this.organization.unitRefs(items.map(({ issuerUnitId }) => issuerUnitId)),
    ]);
    const of = <T extends { allotmentId: string }>(all: readonly T[], id: string) =>
      all.filter(({ allotmentId }) => allotmentId === id);
    return {
      items: items.map((row) => toRow(row, of(shares, row.id), of(handed, row.id), units)),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  /** Of what the unit gave itself all of it; of what it was given its own part. */
  private async handedBelow(rows: readonly Allotment[], unitId: string): Promise<Handed[]> {
    const idsOf = (isOwn: boolean) => rows.filter((row) => (row.issuerUnitId === unitId) === isOwn).map(({ id }) => id);
    return (
      await Promise.all([this.queries.handed(idsOf(true), null), this.queries.handed(idsOf(false), [unitId])])
    ).flat();
  }

  /** @throws allotment.notFound, platform.denied */
  async one(actor: Actor, id: string): Promise<Detail> {
    this.scope.requireAnywhere(actor, 'assignment.read');
    const row = await this.queries.one(id);
    if (!row) throw allotmentErrors.notFound();
    const covers = await this.scope.may(actor, 'assignment.read', { unitId: row.issuerUnitId });
    const reader = this.scope.unitIds(actor, 'assignment.read');
    const shares = await this.queries.shares([id], reader);
    const below = covers ? null : reader;
    if (shares.length === 0 && !covers) throw platformErrors.denied();
    const [all, orders, changes, heirs] = await Promise.all([
      this.queries.handed([id], below),
      this.queries.orders(id, below),
      covers ? this.queries.changes(id) : [],
      this.queries.heirs(shares.map(({ unitId }) => unitId)),
    ]);
    const own = new Set(shares.map(({ unitId }) => unitId));
    const handed = covers ? all : all.filter(({ communeId }) => own.has(communeId));
    const units = await this.organization.unitRefs([row.issuerUnitId, ...own, ...handed.map((each) => each.communeId)]);
    const ended = await this.namesOfEnded(
      [...own].filter((unitId) => !units.has(unitId)),
      row,
    );
    const heirNames = await this.organization.unitRefs([...heirs.values()].flat());
    return {
      ...toRow(row, shares, handed, units),
      ...(await this.whole(row)),
      shares: toShares(
        { shares, handed, orders },
        { unit: (unitId) => units.get(unitId) ?? ended.get(unitId), heirs, heirNames },
      ),
      versions: await this.versions(changes),
      isOwn: await this.scope.may(actor, 'assignment.issue', { unitId: row.issuerUnitId }),
    };
  }

  private async whole(row: Allotment) {
    const [directive, people] = await Promise.all([
      this.organization.directive(row.directiveId),
      this.membership.people([row.issuedBy]),
    ]);
    const { templateCode, work, evidence, asks, minimumCodes, cancelReason, version } = row;
    return {
      templateCode,
      work,
      evidence,
      asks,
      minimumCodes,
      cancelReason,
      version,
      directive: { id: row.directiveId, citation: directive?.citation ?? '' },
      issuedBy: people.get(row.issuedBy) ?? { id: row.issuedBy, fullName: '', position: null },
      recallUntil: row.recallUntil.toISOString(),
    };
  }

  /** As they were called on the day on which they were given a number. */
  private namesOfEnded(ids: readonly string[], { issuedAt }: Allotment): Promise<Map<string, UnitRef>> {
    return this.organization.unitRefs(ids, issuedAt.toISOString().slice(0, 10));
  }

  private async versions(changes: readonly AllotmentChange[]): Promise<Detail['versions']> {
    const people = await this.membership.people(changes.flatMap(({ changedBy }) => changedBy ?? []));
    return changes.map(({ version, changedAt, changedBy, reason, before, after }) => ({
      version,
      at: changedAt.toISOString(),
      by: changedBy ? (people.get(changedBy) ?? { id: changedBy, fullName: '', position: null }) : null,
      reason,
      communes: after.shares.length,
      before: { target: before.target, dueOn: before.dueOn },
      after: { target: after.target, dueOn: after.dueOn },
    }));
  }
}

function toRow(
  row: Allotment,
  shares: readonly ShareData[],
  handed: readonly Handed[],
  units: ReadonlyMap<string, UnitRef>,
): Row {
  const byCommune = new Map(handed.map((each) => [each.communeId, each]));
  const sum = (of: (each: Handed) => number) => handed.reduce((total, each) => total + of(each), 0);
  return {
    id: row.id,
    title: row.title,
    issuer: units.get(row.issuerUnitId) ?? { id: row.issuerUnitId, kind: 'province', name: '', fullName: '' },
    indicator: row.indicator,
    dueOn: row.dueOn,
    priority: row.priority,
    issuedAt: row.issuedAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    communes: shares.length,
    waiting: shares.filter(({ unitId, target }) => (byCommune.get(unitId)?.target ?? 0) < target).length,
    handedOn: sum(({ target }) => target),
    figures: {
      target: shares.reduce((total, { target }) => total + target, 0),
      reported: sum(({ reported }) => reported),
      confirmed: sum(({ confirmed }) => confirmed),
      waiting: sum(({ waiting }) => waiting),
    },
  };
}

interface Known {
  unit: (id: string) => UnitRef | undefined;
  heirs: ReadonlyMap<string, readonly string[]>;
  heirNames: ReadonlyMap<string, UnitRef>;
}

/** Communes without a number stand there as well where their teams work on it: the whole is the sum of its rows. */
function toShares(
  {
    shares,
    handed,
    orders,
  }: { shares: readonly ShareData[]; handed: readonly Handed[]; orders: readonly HandingOrder[] },
  { unit, heirs, heirNames }: Known,
): Share[] {
  const targets = new Map(shares.map(({ unitId, target }) => [unitId, target]));
  const byCommune = new Map(handed.map((each) => [each.communeId, each]));
  return [...new Set([...targets.keys(), ...byCommune.keys()])]
    .flatMap((id) => {
      const commune = unit(id);
      if (!commune) return [];
      const { teams, target: handedOn, reported, confirmed, waiting } = byCommune.get(id) ?? none;
      const target = targets.get(id) ?? 0;
      return [
        {
          commune,
          target,
          handedOn,
          teams,
          figures: { target, reported, confirmed, waiting },
          orders: orders
            .filter(({ communeId }) => communeId === id)
            .map((order) => ({ id: order.id, title: order.title })),
          heirs: (heirs.get(id) ?? []).flatMap((heirId) => heirNames.get(heirId) ?? []),
        },
      ];
    })
    .sort((a, b) => comparePlaces(a.commune.fullName, b.commune.fullName));
}
