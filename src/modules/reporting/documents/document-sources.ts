import { Injectable } from '@nestjs/common';
import { ReportPeople } from '../reports/report-people.ts';
import { DocumentSettingsStore } from './document-settings-store.ts';
import { SubUnitQueries } from './sub-unit.queries.ts';

/** Where a paper takes names, signers and the rows of the units below from. */
@Injectable()
export class DocumentSources {
  constructor(
    readonly people: ReportPeople,
    readonly offices: DocumentSettingsStore,
    readonly below: SubUnitQueries,
  ) {}
}
