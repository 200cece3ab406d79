import { Injectable } from '@nestjs/common';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { PersonRef } from '#modules/membership';
import { ReportPeople } from '../../reports/report/report-people.ts';

/** What units and people are called who ask and answer. */
@Injectable()
export class FormRefs {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly reportPeople: ReportPeople,
  ) {}

  units(ids: readonly string[]): Promise<Map<string, UnitRef>> {
    return this.organization.unitRefs(ids);
  }

  people(ids: readonly (string | null)[]): Promise<(id: string) => PersonRef> {
    return this.reportPeople.people(ids);
  }
}
