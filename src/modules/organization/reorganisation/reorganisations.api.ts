import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import type { Reorganisation } from './reorganisation.entity.ts';
import { ReorganisationStore } from './reorganisation-store.ts';

export interface AppliedMerger {
  title: string;
  onDate: string;
  hamletIds: string[];
  intoId: string;
  leaderId: string | null;
  leavingIds: string[];
  /** Whoever scheduled it. */
  byId: string;
}

/** What is told of a reform. */
export type ReformNews = Pick<
  Reorganisation,
  'reach' | 'unitId' | 'title' | 'onDate' | 'directiveId' | 'state' | 'revokeReason'
>;

/** What modules above ask of a reform when they hear that it was applied. */
@Injectable()
export class ReorganisationsApi {
  constructor(
    private readonly store: ReorganisationStore,
    private readonly database: Database,
  ) {}

  news(id: string): Promise<ReformNews | undefined> {
    return this.database.one<ReformNews>(
      sql`select reach, unit_id as "unitId", title, on_date::text as "onDate", directive_id as "directiveId", state,
          revoke_reason as "revokeReason" from reorganisations where id = ${id}`,
    );
  }

  /** None of a reform that was not applied, or that is of communes and above. */
  async appliedMergers(id: string): Promise<AppliedMerger[]> {
    const reform = await this.store.find(id);
    if (reform?.state !== 'applied' || !reform.scheduledBy) return [];
    const { title, onDate, mergers, scheduledBy } = reform;
    return mergers.flatMap(({ hamletIds, intoId, leaderId, leavingIds }) =>
      intoId ? [{ title, onDate, hamletIds, intoId, leaderId, leavingIds, byId: scheduledBy }] : [],
    );
  }
}
