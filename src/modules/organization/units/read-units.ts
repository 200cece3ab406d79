import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { organizationErrors } from '../organization.errors.ts';
import { toUnit, toUnitRef, type UnitRef } from './unit.presenter.ts';
import { type FoundKey, UnitQueries, type UnitRow } from './unit.queries.ts';
import { Scope } from '../scope.ts';
import { LineageQueries } from './history/lineage.queries.ts';

type Unit = RouteAnswer<typeof routes.getUnit>;

const foundKey: z.ZodType<FoundKey> = z.tuple([
  z.boolean(),
  z.boolean(),
  z.int(),
  z.boolean(),
  z.string(),
  z.string().regex(/^\d{1,200}$/),
  z.string(),
  z.uuid(),
]);
const found = pagesOf('units', foundKey);

/** Units as they were at a date, within the reader's scope. */
@Injectable()
export class ReadUnits {
  constructor(
    private readonly queries: UnitQueries,
    private readonly lineage: LineageQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async one(actor: Actor, unitId: string, at = this.clock.today()): Promise<Unit> {
    const [row] = await this.queries.unitsById([unitId], at);
    if (!row) throw organizationErrors.unitNotFound();
    await this.scope.require(actor, 'unit.read', { unitId });
    const [unit] = await this.present([row], at);
    if (!unit) throw organizationErrors.unitNotFound();
    return unit;
  }

  async children(
    actor: Actor,
    unitId: string,
    at = this.clock.today(),
  ): Promise<RouteAnswer<typeof routes.unitChildren>> {
    await this.scope.require(actor, 'unit.browse', { unitId });
    const units = await this.present(await this.queries.children(unitId, at), at);
    const ids = units.map(({ id }) => id);
    const former = await this.formerParents(ids, at);
    const parts = new Map((await this.lineage.parts(ids, at)).map((row) => [row.unitId, row.parts]));
    return units.map((unit) => ({
      ...unit,
      parts: parts.get(unit.id) ?? 0,
      formerParent: former.get(unit.id) ?? null,
    }));
  }

  async history(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitHistory>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    const versions = await this.queries.versions(unitId);
    if (versions.length === 0) throw organizationErrors.unitNotFound();
    const parents = await this.lineage.namedOn(
      versions.flatMap(({ parentId, from }) => (parentId ? { unitId: parentId, on: from } : [])),
    );
    return versions.map((version) => ({
      ...version,
      parent: parents.find((one) => one.id === version.parentId && one.on === version.from)?.ref ?? null,
    }));
  }

  async search(
    actor: Actor,
    query: RouteQuery<typeof routes.searchUnits>,
  ): Promise<RouteAnswer<typeof routes.searchUnits>> {
    const { q = '', kind, under, at = this.clock.today(), limit } = query;
    const after = found.after(query);
    const scope = under ? [under] : actor.posts.map((post) => post.unitId);
    if (under) await this.scope.require(actor, 'unit.browse', { unitId: under });
    const { rows, total } = await this.queries.search(scope, { q, at, after, limit, ...(kind && { kind }) });
    const page = found.cut(query, rows, ({ sortKey }) => sortKey);
    const ids = page.items.map(({ id }) => id);
    const former = await this.formerParents(ids, at);
    const names = new Map((q ? await this.lineage.namesFound(ids, q, at) : []).map((row) => [row.unitId, row.name]));
    const items = (await this.present(page.items, at)).map((unit) => ({
      ...unit,
      formerName: names.get(unit.id) ?? null,
      formerParent: former.get(unit.id) ?? null,
    }));
    return { items, total, nextCursor: page.nextCursor };
  }

  private async formerParents(ids: readonly string[], at: string): Promise<Map<string, UnitRef>> {
    const rows = await this.lineage.formerParents(ids, at);
    const refs = await this.queries.unitsById([...new Set(rows.map(({ parentId }) => parentId))], at);
    const byId = new Map(refs.map((row) => [row.id, toUnitRef(row)]));
    return new Map(
      rows.flatMap(({ unitId, parentId }) => {
        const parent = byId.get(parentId);
        return parent ? [[unitId, parent] as const] : [];
      }),
    );
  }

  private async present(rows: UnitRow[], at: string): Promise<Unit[]> {
    const edges = await this.queries.successors(rows.map(({ id }) => id));
    const ids = [...rows.flatMap((row) => row.parentId ?? []), ...edges.map((edge) => edge.toUnitId)];
    const refs = new Map((await this.queries.unitsById(ids, at)).map((row) => [row.id, toUnitRef(row)]));
    return rows.map((row) =>
      toUnit(
        row,
        row.parentId ? refs.get(row.parentId) : undefined,
        edges.flatMap((edge) => (edge.fromUnitId === row.id ? (refs.get(edge.toUnitId) ?? []) : [])),
      ),
    );
  }
}
