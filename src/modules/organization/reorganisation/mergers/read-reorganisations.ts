import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { OrganizationApi } from '../../organization.api.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import type { Merger } from './merger-lines.ts';
import { type Reform, ReorganisationStore } from './reorganisation-store.ts';
import type { HamletSplit } from './splits/split-lines.ts';

type Answer = RouteAnswer<typeof routes.getReorganisation>;

const pages = pagesOf('reorganisations', z.tuple([z.boolean(), z.iso.date(), z.uuid()]));

/** Reforms of a commune's hamlets: what is prepared, and what was. */
@Injectable()
export class ReadReorganisations {
  constructor(
    private readonly store: ReorganisationStore,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.listReorganisations>,
  ): Promise<RouteAnswer<typeof routes.listReorganisations>> {
    await this.scope.require(actor, 'hamlet.merge', { unitId });
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
    const reform = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId: reform.unitId });
    const [answer] = await this.present([reform]);
    if (!answer) throw organizationErrors.reformNotFound();
    return answer;
  }

  private async present(reforms: readonly Reform[]): Promise<Answer[]> {
    const ids = reforms.flatMap(({ unitId, mergers, split }) => [
      unitId,
      ...mergers.flatMap(namedBy),
      ...namedIn(split),
    ]);
    const units = await this.organization.unitRefs(ids);
    const directives = await this.organization.directives(reforms.flatMap(({ directiveId }) => directiveId ?? []));
    return reforms.flatMap((reform) => {
      const unit = units.get(reform.unitId);
      const [merger] = reform.mergers;
      const directive = reform.directiveId ? directives.get(reform.directiveId) : undefined;
      if (!unit) return [];
      return {
        id: reform.id,
        unit,
        title: reform.title,
        onDate: reform.onDate,
        late: this.clock.dayOf(reform.appliedAt ?? reform.scheduledAt ?? this.clock.now()) > reform.onDate,
        state: reform.state,
        version: reform.version,
        directive: directive ? { id: directive.id, citation: directive.citation } : null,
        merger: merger ? mergerOf(merger, units) : null,
        split: reform.split ? splitOf(reform.split, units) : null,
        madeAt: reform.madeAt.toISOString(),
        scheduledAt: reform.scheduledAt?.toISOString() ?? null,
        appliedAt: reform.appliedAt?.toISOString() ?? null,
        revokedAt: reform.revokedAt?.toISOString() ?? null,
        revokeReason: reform.revokeReason,
        gaveWay: reform.gaveWayTo !== null,
      };
    });
  }
}

type Units = Awaited<ReturnType<OrganizationApi['unitRefs']>>;

const namedBy = ({ hamletIds, intoId }: Merger): string[] => [...hamletIds, ...(intoId ? [intoId] : [])];
const namedIn = (split: HamletSplit | null): string[] =>
  split ? [split.hamletId, ...split.halves.flatMap(({ beganId }) => beganId ?? [])] : [];

const mergerOf = ({ intoId, hamletIds, ...rest }: Merger, units: Units): Answer['merger'] => ({
  ...rest,
  hamlets: hamletIds.flatMap((id) => units.get(id) ?? []),
  into: (intoId && units.get(intoId)) || null,
});

function splitOf({ hamletId, halves }: HamletSplit, units: Units): Answer['split'] {
  const hamlet = units.get(hamletId);
  if (!hamlet) return null;
  return {
    hamlet,
    halves: halves.map(({ type, name, households, memberIds, shares, beganId }) => ({
      type,
      name,
      households,
      memberIds: [...memberIds],
      shares: [...shares],
      unit: (beganId && units.get(beganId)) || null,
    })),
  };
}
