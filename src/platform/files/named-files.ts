import { Injectable } from '@nestjs/common';
import { Database, type Sql, sql } from '#platform/database';

/** Which of these files a table names: `hash`, once or several times. */
export type NamedBy = (hashes: readonly string[]) => Sql;

/** Which tables name files. Each module that keeps files says it of its own at start. */
@Injectable()
export class NamedFiles {
  private readonly sources: NamedBy[] = [];

  constructor(private readonly database: Database) {}

  namedBy(...sources: NamedBy[]): void {
    this.sources.push(...sources);
  }

  get count(): number {
    return this.sources.length;
  }

  /** Nobody's files are held by their person: all of them stay while the rule is held. */
  async isHeld(): Promise<boolean> {
    const row = await this.database.one<{ held: boolean }>(sql`select is_held('keepFiles', null, null) as held`);
    return row?.held === true;
  }

  async unnamed(hashes: readonly string[]): Promise<string[]> {
    const left = new Set(hashes);
    for (const source of this.sources) {
      if (left.size === 0) break;
      for (const { hash } of await this.database.rows<{ hash: string }>(source([...left]))) left.delete(hash);
    }
    return [...left];
  }
}
