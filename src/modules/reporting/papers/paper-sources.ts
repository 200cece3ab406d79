import { Injectable } from '@nestjs/common';
import { ReportPeople } from '../reports/report-people.ts';
import { OfficePapers } from './office-papers.ts';
import { SubUnits } from './sub-units.ts';

/** Where a paper takes names, signers and the rows of the units below from. */
@Injectable()
export class PaperSources {
  constructor(
    readonly people: ReportPeople,
    readonly offices: OfficePapers,
    readonly below: SubUnits,
  ) {}
}
