import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import { type Appendix1, appendixPaper, appendixSheet, renderPdf, writeDocx, writeLongWorkbook } from '#documents';
import { comparePlaces } from '#i18n/fold';
import { type PrintedTeam, PrintedRosters } from '#modules/membership';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { ReportPeople } from '../reports/report-people.ts';
import { paperErrors } from '../reporting.errors.ts';
import type { PrintedFile } from './printed-file.ts';

/** A longer list has no reader on paper: 1,500 teams are some 250 pages. */
const MOST_TEAMS_ON_PAPER = 1_500;
const OFFICES: ReadonlySet<UnitRef['kind']> = new Set<UnitRef['kind']>(['commune', 'district', 'province']);

export const isOffice = ({ kind }: UnitRef): boolean => OFFICES.has(kind);

export interface AppendixOrder {
  format: PrintedFile['format'];
  at: string;
  draft: string | null;
  /** Told how far it is: the register is read at half, then the sheet is written. */
  tell?: (percent: number, teams?: number) => Promise<void>;
}

/** Appendix 1 as of a day. Totals are counted from its rows. */
@Injectable()
export class PrintAppendix {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rosters: PrintedRosters,
    private readonly people: ReportPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.tooLong for a list that only a sheet can hold */
  async execute(
    actor: Actor,
    unitId: string,
    { format, at = this.clock.today() }: RouteQuery<typeof routes.appendix1>,
  ): Promise<PrintedFile> {
    await this.scope.require(actor, 'roster.export', { unitId });
    return this.print(actor, unitId, { format, at, draft: null });
  }

  /** After the right to it. */
  async print(actor: Actor, unitId: string, { format, at, draft, tell }: AppendixOrder): Promise<PrintedFile> {
    const unit = await this.organization.unitRef(unitId, at);
    if (!unit || !isOffice(unit)) throw platformErrors.notFound();
    await tell?.(5);
    const teams = await this.rosters.under(actor, unitId, at);
    if (format !== 'xlsx' && teams.length > MOST_TEAMS_ON_PAPER)
      throw paperErrors.tooLong({ teams: teams.length, most: MOST_TEAMS_ON_PAPER });
    await tell?.(50, teams.length);
    const form: Appendix1 = {
      unitName: this.people.officeOf(unit),
      directive: (await this.people.letter(unitId, at)) ?? undefined,
      groups: await this.groups(unit, teams, at),
    };
    await tell?.(60);
    return { file: await fileOf(form, format, draft), format, name: `Phụ lục 1 - ${unit.fullName} - ${at}` };
  }

  private async groups(unit: UnitRef, teams: readonly PrintedTeam[], at: string): Promise<Appendix1['groups']> {
    if (unit.kind === 'commune') return [{ name: null, teams: [...teams] }];
    const communes = new Map<string, PrintedTeam[]>();
    for (const team of teams) {
      const known = communes.get(team.communeId ?? '');
      if (known) known.push(team);
      else communes.set(team.communeId ?? '', [team]);
    }
    const names = await this.organization.unitRefs([...communes.keys()].filter(Boolean), at);
    return [...communes]
      .map(([id, inside]) => ({ name: names.get(id)?.fullName ?? unit.fullName, teams: inside }))
      .sort((a, b) => comparePlaces(a.name, b.name));
  }
}

function fileOf(form: Appendix1, format: PrintedFile['format'], draft: string | null): Promise<Buffer> {
  if (format === 'xlsx') return writeLongWorkbook([appendixSheet(form)]);
  const paper = appendixPaper(form, draft);
  return format === 'docx' ? writeDocx(paper) : renderPdf('paper', paper);
}
