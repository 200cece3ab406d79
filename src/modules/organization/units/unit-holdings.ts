import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { ProblemError } from '#platform/http';
import { organizationErrors } from '../organization.errors.ts';

/** What still stands in a unit from a day on: how many, and the first by name. */
export interface Holding {
  count: number;
  names: string[];
}
type Holder = 'teams' | 'officers';
type Look = (tx: Tx, unitId: string, from: string) => Promise<Holding>;

export const HOLDINGS_NAMED = 10;

const refusals: Record<Holder, (params: Record<string, unknown>) => ProblemError> = {
  teams: organizationErrors.stillHasTeams,
  officers: organizationErrors.stillHasOfficers,
};

/** What keeps a unit from being closed; modules above say what of theirs stands in it. */
@Injectable()
export class UnitHoldings {
  private readonly looks = new Map<Holder, Look>();

  /** Called once at start by the module whose it is. */
  lookBy(holder: Holder, look: Look): void {
    this.looks.set(holder, look);
  }

  /** @throws organization.stillHasTeams, organization.stillHasOfficers */
  async refuseAny(tx: Tx, unitId: string, from: string): Promise<void> {
    for (const [holder, look] of this.looks) {
      const { count, names } = await look(tx, unitId, from);
      if (count > 0) throw refusals[holder]({ count, names: names.join(', ') });
    }
  }
}
