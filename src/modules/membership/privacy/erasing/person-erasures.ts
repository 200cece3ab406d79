import { Injectable } from '@nestjs/common';
import { execute, type Sql, type Tx } from '#platform/database';

/** Somebody who is being made unknown, and where to look for what was written of them. */
export interface Erased {
  /** The record, and those that became part of it. */
  ids: readonly string[];
  /** Full name, numbers and addresses as they stand in free words. */
  words: readonly string[];
  /** Accounts and addresses as platforms know them. */
  addresses: readonly string[];
  /** Teams that they were in, ever. */
  teamIds: readonly string[];
  /** Communes and offices of their places, ever. */
  unitIds: readonly string[];
  /** Who has or had a place there or above, and may keep answers with their name. */
  aroundIds: readonly string[];
  at: Date;
}

/** Empties columns of a table, or takes the rows away. */
export type ErasingStatement = (erased: Erased) => Sql;
interface Erasing {
  table: string;
  columns: string;
  statement: ErasingStatement;
}

/**
 * Every module that holds something about a person says at start how it goes when the person asks for it.
 * test/architecture/erasing.int-spec.ts compares with the data map.
 */
@Injectable()
export class PersonErasures {
  private readonly first: Erasing[] = [];
  private readonly own: Erasing[] = [];
  private readonly afterwards: string[] = [];

  /** @param columns of the table, with a space between */
  erases(table: string, columns: string, statement: ErasingStatement): void {
    this.first.push({ table, columns, statement });
  }

  /** Of membership itself, behind all others: what they look for is still there. */
  erasesLast(table: string, columns: string, statement: ErasingStatement): void {
    this.own.push({ table, columns, statement });
  }

  /** What goes behind the commit, by a subscriber of `personAnonymised`, since it has bytes on the disk. @param columns as "table.column" */
  later(...columns: string[]): void {
    this.afterwards.push(...columns);
  }

  async run(tx: Tx, erased: Erased): Promise<void> {
    for (const { statement } of [...this.first, ...this.own]) await execute(tx, statement(erased));
  }

  get declared(): { statements: { table: string; columns: string[]; text: string }[]; later: readonly string[] } {
    const nobody: Erased = {
      ids: [],
      words: [],
      addresses: [],
      teamIds: [],
      unitIds: [],
      aroundIds: [],
      at: new Date(0),
    };
    return {
      statements: [...this.first, ...this.own].map(({ table, columns, statement }) => ({
        table,
        columns: columns.split(' '),
        text: statement(nobody).text,
      })),
      later: this.afterwards,
    };
  }
}
