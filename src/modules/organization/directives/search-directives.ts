import { Injectable } from '@nestjs/common';
import { searchPattern } from '#i18n/spoken';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Directive } from './directive.entity.ts';

/** Directives that bind the reader's units, by number, issuer or words. */
@Injectable()
export class SearchDirectives {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(
    unitIds: readonly string[],
    q: string,
    most: number,
  ): Promise<Pick<Directive, 'id' | 'number' | 'abstract' | 'issuedOn'>[]> {
    return this.database.rows(
      sql`select d.id, d.number, d.abstract, d.issued_on as "issuedOn" from directives d
        where d.unit_id = any(array(select c.ancestor_id from unit_closure c where c.descendant_id = any(${unitIds}::uuid[])))
          and d.validity @> ${this.clock.today()}::date
          and fold(d.number || ' ' || d.abstract || ' ' || d.issuer) ~ ${searchPattern(q)}
        order by d.issued_on desc, d.id limit ${most}`,
    );
  }
}
