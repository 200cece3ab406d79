import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { KeepingTerms } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { MembershipApi } from '../../../membership.api.ts';
import type { DataRequestRow } from '../data-request-access.ts';
import { ErasingSeconds } from './erasing-seconds.ts';
import { LeftLacking } from './left-lacking.ts';
import { isOnPaper } from './plan-erasing.ts';

type Detail = RouteAnswer<typeof routes.readDataRequest>;

/** How far an erasing by paper is, and what it leaves behind. */
@Injectable()
export class PlannedErasing {
  constructor(
    private readonly seconds: ErasingSeconds,
    private readonly lacking: LeftLacking,
    private readonly terms: KeepingTerms,
    private readonly membership: MembershipApi,
  ) {}

  async of(actor: Actor, row: DataRequestRow): Promise<Pick<Detail, 'waits' | 'planned' | 'lacking'>> {
    if (row.kind !== 'erase' || row.outcome !== null) return { waits: null, planned: null, lacking: [] };
    return {
      waits: isOnPaper(row) ? await this.terms.amount('keepAsked') : null,
      planned: await this.planned(actor, row),
      lacking: await this.lacking.of(row.personId),
    };
  }

  private async planned(actor: Actor, row: DataRequestRow): Promise<Detail['planned']> {
    const { eraseAskedBy, eraseAskedAt, eraseOn, eraseSecondedBy, eraseSecondedAt } = row;
    if (!eraseAskedBy || !eraseAskedAt || !eraseOn) return null;
    const ids = eraseSecondedBy ? [] : await this.seconds.of(row, eraseAskedBy);
    const people = await this.membership.people([eraseAskedBy, ...(eraseSecondedBy ? [eraseSecondedBy] : []), ...ids]);
    const named = (id: string) => people.get(id) ?? { id, fullName: '', position: null };
    return {
      by: named(eraseAskedBy),
      at: eraseAskedAt.toISOString(),
      on: eraseOn,
      second:
        eraseSecondedBy && eraseSecondedAt ? { by: named(eraseSecondedBy), at: eraseSecondedAt.toISOString() } : null,
      seconds: ids.map(named),
      maySecond: ids.includes(actor.personId),
    };
  }
}
