import { Injectable } from '@nestjs/common';
import type { OfficerRole } from '#contracts/enums';

export interface Answerer {
  unitId: string;
  role: OfficerRole;
  fullName: string;
}
interface Looks {
  /** Who holds the posts of offices. */
  answerers(unitIds: readonly string[], on: string): Promise<Answerer[]>;
  /** Members on whose cards the office's number stands. */
  members(unitId: string, on: string): Promise<number>;
}

/** Who holds the post that answers an office's phone, and who calls it; the module whose posts they are says it. */
@Injectable()
export class OfficeAnswerers {
  private looks: Looks = { answerers: () => Promise.resolve([]), members: () => Promise.resolve(0) };

  /** Called once at start. */
  lookBy(looks: Looks): void {
    this.looks = looks;
  }

  of(unitIds: readonly string[], on: string): Promise<Answerer[]> {
    return unitIds.length === 0 ? Promise.resolve([]) : this.looks.answerers(unitIds, on);
  }

  /** Who answers at this office today; `holder` is what cards from before posts say. */
  async nameOf(
    { unitId, answeredBy, holder }: { unitId: string; answeredBy: OfficerRole | null; holder: string | null },
    on: string,
  ): Promise<string | null> {
    if (answeredBy === null) return holder;
    return (await this.of([unitId], on)).find(({ role }) => role === answeredBy)?.fullName ?? null;
  }

  membersCalling(unitId: string, on: string): Promise<number> {
    return this.looks.members(unitId, on);
  }
}
