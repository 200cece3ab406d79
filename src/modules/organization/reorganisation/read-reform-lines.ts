import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { toUnitRef } from '../units/unit.presenter.ts';
import { UnitQueries } from '../units/unit.queries.ts';
import { ReadReforms } from './lines/read-reforms.ts';
import { ReformTree } from './lines/reform-tree.ts';
import type { ReformLine } from './lines/reform-lines.ts';
import { type ReformRow, ReformStore } from './lines/reform-store.ts';

type UnitRef = NonNullable<Line['unit']>;
type Line = RouteAnswer<typeof routes.reformLines>['items'][number];
interface Named {
  units: Map<string, UnitRef>;
  /** Below what each stands. */
  above: Map<string, string | null>;
}

const linePages = pagesOf('reform lines', z.tuple([z.int()]));
const findingPages = pagesOf('reform findings', z.tuple([z.int()]));

/** What a draft lays down, and what it lacks. */
@Injectable()
export class ReadReformLines {
  constructor(
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly queries: UnitQueries,
  ) {}

  async lines(
    actor: Actor,
    id: string,
    query: RouteQuery<typeof routes.reformLines>,
  ): Promise<RouteAnswer<typeof routes.reformLines>> {
    const reform = await this.reforms.allowed(actor, id);
    const asked = { ...query, id, version: reform.version };
    const [after = 0] = linePages.after(asked) ?? [];
    const { rows, total } = await this.store.linesPage(reform, { kind: query.kind, after, limit: query.limit });
    const { items, nextCursor } = linePages.cut(asked, rows, ({ position }) => [position]);
    const ids = items.flatMap(({ unitId, parentId }) => [unitId, parentId]).filter((one) => one !== null);
    const named = await this.named(reform, ids);
    return { items: items.map((line) => present(line, named)), total, nextCursor };
  }

  /** A page of what follows from all lines: the place in the list goes on, as nothing else tells findings apart. */
  async findings(
    actor: Actor,
    id: string,
    query: RouteQuery<typeof routes.listReformFindings>,
  ): Promise<RouteAnswer<typeof routes.listReformFindings>> {
    const reform = await this.reforms.allowed(actor, id);
    const asked = { ...query, id, version: reform.version };
    const [after = 0] = findingPages.after(asked) ?? [];
    const all = await this.tree.findings(reform, await this.store.lines(reform));
    const rows = all.map((finding, at) => ({ finding, at: at + 1 })).slice(after, after + query.limit + 1);
    const { items, nextCursor } = findingPages.cut(asked, rows, ({ at }) => [at]);
    return { items: items.map(({ finding }) => finding), total: all.length, nextCursor };
  }

  /** As they are called on the day before and where they stand, also those that an earlier reform will have made by then. */
  private async named({ unitId, onDate }: ReformRow, ids: readonly string[]): Promise<Named> {
    const before = addDays(onDate, -1);
    const rows = ids.length === 0 ? [] : await this.queries.unitsById([...new Set(ids)], before);
    const units = new Map(rows.map((row) => [row.id, toUnitRef(row)]));
    const above = new Map(rows.map(({ id, parentId }) => [id, parentId]));
    const missing = new Set(ids.filter((id) => !units.has(id)));
    if (missing.size > 0)
      for (const { id, kind, name, fullName, parentId } of await this.tree.standing(unitId, onDate))
        if (missing.has(id)) {
          units.set(id, { id, kind, name, fullName });
          above.set(id, parentId);
        }
    // Of what they stand below also below what that stands.
    for (let level = 0; level < 2; level++) {
      const others = [...new Set(above.values())].filter((id) => id !== null && !above.has(id));
      for (const row of others.length === 0 ? [] : await this.queries.unitsById(others as string[], before)) {
        units.set(row.id, toUnitRef(row));
        above.set(row.id, row.parentId);
      }
    }
    return { units, above };
  }
}

function present(line: ReformLine, { units, above }: Named): Line {
  const { unitId, parentId, unitKind: _, amount: __, taskId: ___, beganId: ____, share, ...rest } = line;
  const stands = units.get(above.get(unitId ?? '') ?? '') ?? null;
  return {
    ...rest,
    unit: (unitId && units.get(unitId)) || null,
    stands,
    standsIn: units.get(above.get(stands?.id ?? '') ?? '')?.fullName ?? null,
    parent: (parentId && units.get(parentId)) || null,
    share: share === null ? null : Math.round(share * 10_000) / 100,
  };
}
