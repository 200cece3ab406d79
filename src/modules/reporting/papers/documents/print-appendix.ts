import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { ExportPurpose } from '#contracts/access/log-kinds';
import { type Appendix1, appendixDocument, renderPdf, type TextDocument, writeAppendix, writeDocx } from '#documents';
import { comparePlaces } from '#i18n/fold';
import { type PrintedTeam, PrintedRosters } from '#modules/membership';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { ReportPeople } from '../../reports/report/report-people.ts';
import { documentErrors } from '../../reporting.errors.ts';
import type { PrintedFile } from './printed-file.ts';

/** A longer list has no reader on paper (1,500 teams are some 250 pages) and is too long to be waited for as a sheet. */
const MOST_TEAMS = 1_500;
const OFFICES: ReadonlySet<UnitRef['kind']> = new Set<UnitRef['kind']>(['commune', 'district', 'province']);

export const isOffice = ({ kind }: UnitRef): boolean => OFFICES.has(kind);

export interface AppendixOrder {
  format: PrintedFile['format'];
  at: string;
  draft: string | null;
  purpose: ExportPurpose | null;
  /** In the background nobody waits, and a sheet may be of any length. */
  isBackground?: boolean;
  /** A part of a report that goes on to be signed: on paper its code stands among the file's properties alone. */
  isOfReport?: boolean;
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

  /** @throws papers.tooLong, papers.tooLongNow for a list that is made in the background only */
  async execute(
    actor: Actor,
    unitId: string,
    { format, at = this.clock.today(), purpose }: RouteQuery<typeof routes.appendix1>,
  ): Promise<PrintedFile> {
    await this.scope.require(actor, 'roster.export', { unitId });
    return this.print(actor, unitId, { format, at, draft: null, purpose });
  }

  /** After the right to it. */
  async print(
    actor: Actor,
    unitId: string,
    { format, at, draft, purpose, isBackground, isOfReport = false, tell }: AppendixOrder,
  ): Promise<PrintedFile> {
    const unit = await this.organization.unitRef(unitId, at);
    if (!unit || !isOffice(unit)) throw platformErrors.notFound();
    await tell?.(5);
    const register = await this.rosters.under(unitId, at);
    if (register.count > MOST_TEAMS && !(isBackground && format === 'xlsx')) throw tooLong(format, register.count);
    const { teams, mark } = await register.read(actor, purpose);
    await tell?.(50, teams.length);
    const form: Appendix1 = {
      unitName: this.people.officeOf(unit),
      directive: (await this.people.letter(unitId, at)) ?? undefined,
      groups: await this.groups(unit, teams, at),
    };
    await tell?.(60);
    const marks = { draft, trace: { ...mark, onPages: !isOfReport } };
    return { file: await fileOf(form, format, marks), format, name: `Phụ lục 1 - ${unit.fullName} - ${at}` };
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

function tooLong(format: PrintedFile['format'], teams: number) {
  const error = format === 'xlsx' ? documentErrors.tooLongNow : documentErrors.tooLong;
  return error({ teams, most: MOST_TEAMS });
}

function fileOf(
  form: Appendix1,
  format: PrintedFile['format'],
  marks: Required<Pick<TextDocument, 'draft' | 'trace'>>,
): Promise<Buffer> {
  if (format === 'xlsx') return writeAppendix(form, marks.trace);
  const paper = { ...appendixDocument(form), ...marks };
  return format === 'docx' ? writeDocx(paper) : renderPdf('text-document', paper);
}
