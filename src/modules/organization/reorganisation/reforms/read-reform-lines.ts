import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { OrganizationApi } from '../../organization.api.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { ReadReforms } from './read-reforms.ts';
import { ReformTree } from './reform-tree.ts';
import { nameOf, type ReformLine, ReformShape } from './reform-lines.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';

type UnitRef = NonNullable<Line['unit']>;
type Line = RouteAnswer<typeof routes.reformLines>['items'][number];

const linePages = pagesOf('reform lines', z.tuple([z.int()]));
const findingPages = pagesOf('reform findings', z.tuple([z.int()]));

/** What a draft lays down, what it lacks, and where the hamlets of its divided units go. */
@Injectable()
export class ReadReformLines {
  constructor(
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly organization: OrganizationApi,
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
    const units = await this.named(reform, ids);
    return { items: items.map((line) => present(line, units)), total, nextCursor };
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

  async division(actor: Actor, id: string, unitId: string): Promise<RouteAnswer<typeof routes.reformDivision>> {
    const reform = await this.reforms.allowed(actor, id);
    const shape = new ReformShape(await this.store.lines(reform));
    const before = addDays(reform.onDate, -1);
    const unit = (await this.named(reform, [unitId])).get(unitId);
    if (!unit || !shape.isDivided(unitId)) throw organizationErrors.unitNotFound();
    const below = await this.tree.below([unitId], reform);
    const ids = below.map((one) => one.id);
    const units = await this.organization.unitRefs(ids, before);
    const households = await this.organization.households(ids, before);
    return {
      unit,
      heirs: shape.heirsOf(unitId).flatMap((position) => {
        const heir = shape.heirs.get(position);
        return heir ? [{ position, fullName: nameOf(heir) }] : [];
      }),
      hamlets: below
        .flatMap((one) => units.get(one.id) ?? [])
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }) || (a.id < b.id ? -1 : 1))
        .map((hamlet) => ({
          unit: hamlet,
          households: households.get(hamlet.id) ?? null,
          intoPosition: shape.allotted.get(hamlet.id) ?? null,
        })),
    };
  }

  /** As they are called on the day before, also those that an earlier reform will have made by then. */
  private async named({ unitId, onDate }: ReformRow, ids: readonly string[]): Promise<Map<string, UnitRef>> {
    const units = await this.organization.unitRefs(ids, addDays(onDate, -1));
    const missing = new Set(ids.filter((id) => !units.has(id)));
    if (missing.size > 0)
      for (const { id, kind, name, fullName } of await this.tree.standing(unitId, onDate))
        if (missing.has(id)) units.set(id, { id, kind, name, fullName });
    return units;
  }
}

function present(line: ReformLine, units: ReadonlyMap<string, UnitRef>): Line {
  const { unitId, parentId, unitKind: _, share, ...rest } = line;
  return {
    ...rest,
    unit: (unitId && units.get(unitId)) || null,
    parent: (parentId && units.get(parentId)) || null,
    share: share === null ? null : Math.round(share * 10_000) / 100,
  };
}
