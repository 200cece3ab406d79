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

  /** None of a reform that was not applied. */
  async appliedMergers(id: string): Promise<AppliedMerger[]> {
    const { state, title, onDate, mergers, scheduledBy } = await this.store.one(id);
    if (state !== 'applied' || !scheduledBy) return [];
    return mergers.flatMap(({ hamletIds, intoId, leaderId, leavingIds }) =>
      intoId ? [{ title, onDate, hamletIds, intoId, leaderId, leavingIds, byId: scheduledBy }] : [],
    );
  }
}
