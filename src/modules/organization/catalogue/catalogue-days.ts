import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
import { Clock } from '#platform/clock';
import { OrganizationApi } from '../organization.api.ts';
import { ruleErrors } from '../organization.errors.ts';

/** A day farther away is a slip of the hand. */
const A_YEAR = 366;

/** From when to when an entry of the catalogue may be offered: as with every dated rule, and always by a directive. */
@Injectable()
export class CatalogueDays {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** @throws rules.fromPast, rules.fromTooFar, rules.endBeforeBegin, rules.directiveUnknown */
  async begin(
    unitId: string,
    { from, lastDay, directiveId }: { from: string; lastDay?: string | undefined; directiveId: string },
  ): Promise<void> {
    const today = this.clock.today();
    if (from < today) throw ruleErrors.fromPast({ path: 'from', day: today });
    const last = addDays(today, A_YEAR);
    if (from > last) throw ruleErrors.fromTooFar({ path: 'from', day: last });
    if (lastDay !== undefined && lastDay < from) throw ruleErrors.endBeforeBegin({ path: 'lastDay', day: from });
    if (!(await this.organization.bindsUnit(directiveId, unitId)))
      throw ruleErrors.directiveUnknown({ path: 'directiveId' });
  }

  /** @throws rules.endBeforeBegin, rules.lastDayPast, rules.ended */
  end({ from, until }: { from: string; until: string | null }, lastDay: string): void {
    const yesterday = addDays(this.clock.today(), -1);
    if (lastDay < from) throw ruleErrors.endBeforeBegin({ path: 'lastDay', day: from });
    if (lastDay < yesterday) throw ruleErrors.lastDayPast({ path: 'lastDay', day: yesterday });
    if (until !== null && until <= lastDay) throw ruleErrors.ended({ path: 'lastDay', day: addDays(until, -1) });
  }
}
