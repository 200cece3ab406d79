import { Injectable } from '@nestjs/common';
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

/** What modules above ask of a reform when they hear that it was applied. */
@Injectable()
export class ReorganisationsApi {
  constructor(private readonly store: ReorganisationStore) {}

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
