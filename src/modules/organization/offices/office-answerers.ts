import { Injectable } from '@nestjs/common';
import type { OfficerRole } from '#contracts/enums';

export interface Answerer {
  unitId: string;
  role: OfficerRole;
  fullName: string;
}
type Look = (unitIds: readonly string[], on: string) => Promise<Answerer[]>;

/** Who holds the post that answers an office's phone; the module whose posts they are says it. */
@Injectable()
export class OfficeAnswerers {
  private look: Look = () => Promise.resolve([]);

  /** Called once at start. */
  lookBy(look: Look): void {
    this.look = look;
  }

  of(unitIds: readonly string[], on: string): Promise<Answerer[]> {
    return this.look(unitIds, on);
  }
}
