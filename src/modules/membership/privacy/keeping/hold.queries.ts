import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { MembershipApi } from '../../membership.api.ts';
import type { RetentionHold } from './retention-hold.entity.ts';

type Hold = RouteAnswer<typeof routes.readKeeping>['holds'][number];

@Injectable()
export class HoldQueries {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
  ) {}

  /** Those that stand first, then those that ended, the latest of each first. */
  async latest(most: number): Promise<Hold[]> {
    const rows = await this.database.rows<RetentionHold>(
      sql`select h.id, h.kind, h.person_id as "personId", h.unit_id as "unitId", h.reason, h.held_by as "heldBy",
          h.held_at as "heldAt", h.ended_by as "endedBy", h.ended_at as "endedAt" from retention_holds h
        order by h.ended_at desc nulls first, h.held_at desc limit ${most}`,
    );
    const people = await this.membership.people(
      rows.flatMap(({ personId, heldBy, endedBy }) => [personId ?? [], heldBy, endedBy ?? []].flat()),
    );
    const units = await this.organization.unitRefs(rows.flatMap(({ unitId }) => unitId ?? []));
    const named = (id: string) => people.get(id) ?? { id, fullName: '–', position: null };
    return rows.map(({ id, kind, personId, unitId, reason, heldBy, heldAt, endedBy, endedAt }) => ({
      id,
      kind,
      person: personId ? named(personId) : null,
      unit: units.get(unitId ?? '') ?? null,
      reason,
      heldBy: named(heldBy),
      heldAt: heldAt.toISOString(),
      ended: endedBy && endedAt ? { by: named(endedBy), at: endedAt.toISOString() } : null,
    }));
  }
}
