import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';

export interface SimilarOrder {
  id: string;
  title: string;
  issuedAt: Date;
  /** Of the teams asked about, those whose work is not finished. */
  teamIds: string[];
}

/** Unfinished work of the same template with those of these teams that stand below the unit, newest order first. */
@Injectable()
export class SimilarWorkQueries {
  constructor(private readonly database: Database) {}

  open(unitId: string, templateCode: string, teamIds: readonly string[]): Promise<SimilarOrder[]> {
    return this.database.rows(
      sql`select a.id, a.title, a.issued_at as "issuedAt", array_agg(t.team_id) as "teamIds"
         from tasks t join assignments a on a.id = t.assignment_id
        where t.team_id = any(${teamIds}) and t.state not in ('confirmed', 'cancelled') and a.template_code = ${templateCode}
          and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = ${unitId})
        group by a.id order by a.issued_at desc`,
    );
  }
}
