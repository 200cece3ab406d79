import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { grouped } from '#contracts/grouped';
import { Database, sql } from '#platform/database';
import { FormRefs } from './form-refs.ts';

export type ReturnedCell = RouteAnswer<typeof routes.readSheet>['returned'][number];
interface Row {
  sheetId: string;
  question: string;
  sentence: string;
  isApart: boolean;
  byId: string;
  at: Date;
}

/** Answers that were given back and have not come anew. */
@Injectable()
export class ReturnedCells {
  constructor(
    private readonly database: Database,
    private readonly refs: FormRefs,
  ) {}

  async ofSheets(sheetIds: readonly string[]): Promise<Map<string, ReturnedCell[]>> {
    if (sheetIds.length === 0) return new Map();
    const rows = await this.database.rows<Row>(
      sql`select r.sheet_id as "sheetId", r.question, r.sentence, r.is_apart as "isApart", r.by_id as "byId", r.at
        from form_returns r join form_sheets s on s.id = r.sheet_id and s.number = r.number and s.state = 'returned'
       where r.sheet_id = any(${sheetIds}::uuid[]) order by r.at, r.question`,
    );
    const person = await this.refs.people(rows.map(({ byId }) => byId));
    const cells = grouped(rows, ({ sheetId }) => sheetId);
    return new Map(
      [...cells].map(([sheetId, own]) => [
        sheetId,
        own.map(({ question, sentence, isApart, byId, at }) => ({
          question,
          sentence,
          isApart,
          by: person(byId),
          at: at.toISOString(),
        })),
      ]),
    );
  }
}
