/** Names, places and citations that a report shows. */
import { Injectable } from '@nestjs/common';
import { placeInside } from '#i18n/places';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { ReportData } from './report.rows.ts';

type Cited = Pick<ReportData, 'unitId' | 'endsOn' | 'directiveId'>;
const UNKNOWN = { fullName: '', position: null };

@Injectable()
export class ReportPeople {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
  ) {}

  /** Also of units that have ended since: a report keeps the names of its last day. */
  units(ids: readonly string[], at: string): Promise<Map<string, UnitRef>> {
    return this.organization.unitRefs(ids, at);
  }

  async people(ids: readonly (string | null)[]): Promise<(id: string) => PersonRef> {
    const found = await this.membership.people(ids.filter((id) => id !== null));
    return (id) => found.get(id) ?? { id, ...UNKNOWN };
  }

  /** What the report carries out: what its campaign does, or the newest letter or guidance that binds the unit from above. */
  async citation({ unitId, endsOn, directiveId }: Cited): Promise<string | null> {
    const named = directiveId ? await this.organization.directive(directiveId) : undefined;
    const directive = named ?? (await this.directive(unitId, endsOn));
    return directive ? `${directive.citation} của ${directive.issuer}` : null;
  }

  /** The same letter as Appendix 1 names it: "1029/UBND-VHTT ngày 22/4/2022". */
  async letter(unitId: string, at: string): Promise<string | null> {
    const directive = await this.directive(unitId, at);
    return directive ? directive.citation.slice(directive.citation.indexOf(directive.number)) : null;
  }

  private directive(unitId: string, at: string) {
    return this.organization.newestFromAbove(unitId, ['official_letter', 'guidance', 'plan'], at);
  }

  /** "UBND xã Minh Sơn": how an office signs. */
  officeOf(unit: UnitRef): string {
    return `UBND ${placeInside(unit.fullName)}`;
  }
}
