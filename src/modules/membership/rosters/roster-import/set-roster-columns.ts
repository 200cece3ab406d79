import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Workbook } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { RosterColumnsStore } from './roster-columns-store.ts';
import type { Roster } from '../roster/roster.types.ts';
import { rosterErrors } from './roster.errors.ts';
import { RosterReadings } from './files/roster-readings.ts';
import { StagedRosters } from './staged-rosters.ts';

type Table = RouteBody<typeof routes.setRosterColumns>['tables'][number];

/** The officer says which column is which. The stored cells are read again so, and so is the commune's next file. */
@Injectable()
export class SetRosterColumns {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
    private readonly readings: RosterReadings,
    private readonly columns: RosterColumnsStore,
    private readonly clock: Clock,
  ) {}

  /** @throws roster.alreadyConfirmed, roster.erased, roster.changedMeanwhile, 429 file.busy, and with the place: roster.unknownSheet, unknownRow, unknownColumn, tableTwice, columnTwice, nameColumnMissing */
  async execute(actor: Actor, importId: string, tables: readonly Table[]): Promise<void> {
    const row = await this.staged.require(actor, importId);
    if (row.status !== 'staged') throw rosterErrors.alreadyConfirmed();
    if (!row.workbook) throw rosterErrors.erased();
    checkTables(tables, row.workbook);
    const facts = await this.staged.facts(row.unitId);
    const said = { choices: row.choices, columns: [...tables] };
    if (!(await this.readings.replace(row, said, facts.options))) throw rosterErrors.changedMeanwhile();
    const { reading } = await this.staged.current(await this.staged.require(actor, importId), facts);
    await this.remember(actor, row.unitId, tables, reading);
  }

  private async remember(actor: Actor, unitId: string, tables: readonly Table[], roster: Roster): Promise<void> {
    const said = tables.flatMap(({ sheet, headerRow, columns }) => {
      const table = roster.tables.find((one) => one.sheet === sheet && one.headerRow === headerRow);
      return table ? [{ headKey: table.headKey, columns }] : [];
    });
    const distinct = [...new Map(said.map((one) => [one.headKey, one])).values()];
    const by = { by: actor.personId, at: this.clock.now() };
    await this.database.tx((tx) => this.columns.remember(tx, unitId, distinct, by));
  }
}

function checkTables(tables: readonly Table[], workbook: Workbook): void {
  const seen = new Set<string>();
  tables.forEach((table, t) => {
    const path = `tables.${t}`;
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
    if (!sheet) throw rosterErrors.unknownSheet({ path: `${path}.sheet`, sheet: table.sheet });
    if (table.headerRow > sheet.rows.length)
      throw rosterErrors.unknownRow({ path: `${path}.headerRow`, row: table.headerRow, rows: sheet.rows.length });
    if (seen.has(`${table.sheet}!${table.headerRow}`))
      throw rosterErrors.tableTwice({ path: `${path}.headerRow`, sheet: table.sheet, row: table.headerRow });
    seen.add(`${table.sheet}!${table.headerRow}`);
    const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
    checkColumns(table, path, width);
  });
}

const ofList: readonly string[] = ['stt', 'team', 'count'];
const anyNumber: readonly string[] = ['gender', 'note', 'skip'];

function checkColumns({ columns }: Table, path: string, width: number): void {
  const fields = new Set<string>();
  const places = new Set<number>();
  columns.forEach(({ column, field, person }, c) => {
    const at = `${path}.columns.${c}`;
    if (column >= width) throw rosterErrors.unknownColumn({ path: `${at}.column`, column: column + 1 });
    // "Họ, Đệm, Tên": what follows the first part of a name may stand in two columns.
    const again = columns.slice(0, c).filter((one) => one.field === field && one.person === person).length;
    const isSecond = !anyNumber.includes(field) && again >= (field === 'given' ? 2 : 1);
    if (isSecond || places.has(column))
      throw rosterErrors.columnTwice({ path: `${at}.field`, field, column: column + 1 });
    fields.add(`${field}:${person}`);
    places.add(column);
  });
  // A number or a team of a later person begins the list beside, which that person is in.
  const own = columns.filter(
    ({ field, person }) => !anyNumber.includes(field) && (person > 0 || !ofList.includes(field)),
  );
  const people = new Set([0, ...own.map(({ person }) => person)]);
  for (const person of people)
    if (!fields.has(`name:${person}`))
      throw rosterErrors.nameColumnMissing({ path: `${path}.columns`, person: person + 1 });
}
