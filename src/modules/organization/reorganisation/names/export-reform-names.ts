import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import { writeLongWorkbook } from '#documents';
import { formatDate } from '#i18n';
import { nameSheetVi } from '#i18n/server/sheets/name-sheet.vi';
import { fill } from '#i18n/format-more';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { OrganizationApi } from '../../organization.api.ts';
import { nameOf } from '../lines/reform-lines.ts';
import { type NamedPlace, ReadReformNames } from './read-reform-names.ts';

const HEAD = 3;
const columns = ['number', 'commune', 'from', 'now', 'temporary', 'proposed', 'state', 'paper'] as const;
const widths = [6, 26, 26, 26, 36, 30, 24, 40];

/** The table that goes to the people's council: which names are equal, how they are told apart, what is proposed. */
@Injectable()
export class ExportReformNames {
  constructor(
    private readonly names: ReadReformNames,
    private readonly organization: OrganizationApi,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    { position }: RouteQuery<typeof routes.exportReformNames>,
  ): Promise<{ file: Buffer; name: string }> {
    const { reform, places } = await this.names.all(actor, id);
    const wanted = places.filter(({ line }) => position === undefined || line.position === position);
    if (position !== undefined && wanted.length === 0) throw platformErrors.notFound();
    const rows = await this.rows(wanted);
    const day = formatDate(reform.onDate, 'vi', { withYear: true });
    const file = await writeLongWorkbook([
      {
        name: nameSheetVi['sheet'],
        rows: [
          [nameSheetVi['title']],
          [fill(nameSheetVi['of'], { title: reform.title, version: reform.version, day })],
          [nameSheetVi['note']],
          columns.map((column) => nameSheetVi[`column.${column}`]),
          ...rows,
        ],
        merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: columns.length - 1 })),
        boldRows: [0, HEAD],
        table: { top: HEAD, bottom: HEAD + rows.length, right: columns.length - 1 },
        repeatedRows: { top: HEAD, bottom: HEAD },
        frozenRows: HEAD + 1,
        landscape: true,
        widths,
      },
    ]);
    return { file, name: `ten-thon-${reform.onDate}-ban-${reform.version}.xlsx` };
  }

  /** Hamlets whose name another one has, and those that are to be called otherwise. */
  private async rows(places: readonly NamedPlace[]): Promise<(string | number)[][]> {
    const papers = await this.organization.directives(
      places.flatMap(({ hamlets }) => hamlets.flatMap(({ proposal }) => proposal?.directiveId ?? [])),
    );
    return places
      .flatMap(({ line, hamlets }) =>
        hamlets
          .filter(({ alike, proposal }) => alike > 1 || proposal)
          .map((hamlet) => ({ place: nameOf(line), hamlet })),
      )
      .map(({ place, hamlet: { from, fullName, temporary, proposal, state } }, at) => [
        at + 1,
        place,
        from,
        fullName,
        temporary,
        proposal?.fullName ?? '',
        proposal?.taken ? fill(nameSheetVi['taken'], { name: proposal.taken }) : nameSheetVi[`state.${state}`],
        papers.get(proposal?.directiveId ?? '')?.citation ?? '',
      ]);
  }
}
