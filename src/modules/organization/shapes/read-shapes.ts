import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { organizationErrors } from '../organization.errors.ts';
import { UnitQueries } from '../units/unit.queries.ts';
import { Scope } from '../scope.ts';
import { ShapeQueries } from './shape.queries.ts';
import { mapOf } from './simplify-shapes.ts';

/** Goes into the tag: raised when the same outlines are answered differently. */
const VERSION = 1;

/** The map of what stands below a unit on a day. */
@Injectable()
export class ReadShapes {
  constructor(
    private readonly scope: Scope,
    private readonly units: UnitQueries,
    private readonly queries: ShapeQueries,
    private readonly clock: Clock,
  ) {}

  /** @param knows whether the reader has the map of this tag; then nothing is made of it */
  async execute(
    actor: Actor,
    unitId: string,
    { at = this.clock.today() }: RouteQuery<typeof routes.unitShapes>,
    knows: (tag: string) => boolean,
  ): Promise<{ tag: string; map: string | null }> {
    await this.scope.require(actor, 'unit.browse', { unitId });
    const [unit] = await this.units.unitsById([unitId], at);
    if (!unit) throw organizationErrors.unitNotFound();
    const ids = unit.kind === 'country' ? [] : await this.queries.idsOf(unitId, unit.kind, at);
    const hash = createHash('sha256')
      .update(`${VERSION} ${ids.join(' ')}`)
      .digest('base64url');
    const tag = `"${hash.slice(0, 22)}"`;
    return { tag, map: knows(tag) ? null : JSON.stringify(mapOf(await this.queries.byId(ids))) };
  }
}
