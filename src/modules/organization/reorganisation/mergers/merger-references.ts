import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { MergerShares } from './merger-shares.ts';

type Input = Pick<
  RouteBody<typeof routes.createMerger>,
  'hamletIds' | 'onDate' | 'directiveId' | 'leaderId' | 'leavingIds'
>;

/** That what a merger or split names is there, within reach of the commune. All else a draft may lack. */
@Injectable()
export class MergerReferences {
  constructor(
    private readonly database: Database,
    private readonly references: ReferenceQueries,
    private readonly shares: MergerShares,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.hamletNotHere, organization.basisNotVisible, organization.personNotInTeams */
  async check(communeId: string, { hamletIds, onDate, directiveId, leaderId, leavingIds }: Input): Promise<void> {
    const here = await this.database.rows(
      sql`select distinct descendant_id from unit_closure_spans where ancestor_id = ${communeId} and depth > 0
        and descendant_id = any(${hamletIds}::uuid[])`,
    );
    if (here.length !== new Set(hamletIds).size) throw organizationErrors.hamletNotHere({ path: 'hamletIds' });
    if (directiveId && !(await this.references.bindsUnit(directiveId, communeId, this.clock.today())))
      throw organizationErrors.basisNotVisible({ path: 'directiveId' });
    if (!leaderId && leavingIds.length === 0) return;
    const known = await this.people({ hamletIds, onDate });
    if (leaderId && (!known.has(leaderId) || leavingIds.includes(leaderId)))
      throw organizationErrors.personNotInTeams({ path: 'leaderId' });
    if (!leavingIds.every((id) => known.has(id))) throw organizationErrors.personNotInTeams({ path: 'leavingIds' });
  }

  /** @throws organization.personNotInTeams */
  async checkMembers(asked: Pick<Input, 'hamletIds' | 'onDate'>, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const known = await this.people(asked);
    if (!memberIds.every((id) => known.has(id))) throw organizationErrors.personNotInTeams({ path: 'halves' });
  }

  private async people(asked: Pick<Input, 'hamletIds' | 'onDate'>): Promise<Set<string>> {
    const shares = await this.shares.of({ ...asked, leaderId: null });
    return new Set(shares.flatMap(({ people = [] }) => people.map(({ person }) => person.id)));
  }
}
