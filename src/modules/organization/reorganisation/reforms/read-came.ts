import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { OrganizationApi } from '../../organization.api.ts';
import { Scope } from '../../scope.ts';

interface Row {
  fromId: string;
  on: string;
  whole: boolean;
  hamlets: number;
  reformId: string | null;
  title: string | null;
}

/** What a unit took over: from whom, since when, and how many hamlets came along. */
@Injectable()
export class ReadCame {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitHandover>> {
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    const rows = await this.database.rows<Row>(
      sql`select s.from_unit_id as "fromId", s.on_date::text as on,
          not exists (select 1 from unit_successors o where o.from_unit_id = s.from_unit_id and o.to_unit_id <> ${unitId}) as whole,
          (select count(*)::int from unit_closure_at(s.on_date - 1) b join unit_closure_at(s.on_date) n
            on n.descendant_id = b.descendant_id and n.ancestor_id = ${unitId}
            where b.ancestor_id = s.from_unit_id and b.descendant_kind = 'hamlet') as hamlets,
          r.id as "reformId", r.title
        from unit_successors s left join lateral (
          select r.id, r.title from reorganisations r
            join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version and l.unit_id = s.from_unit_id
           where r.state = 'applied' and r.on_date = s.on_date order by r.id limit 1) r on true
       where s.to_unit_id = ${unitId} order by s.on_date desc, s.from_unit_id`,
    );
    const units = await this.organization.unitRefs(rows.map(({ fromId }) => fromId));
    return rows.flatMap(({ fromId, reformId, title, ...row }) => {
      const from = units.get(fromId);
      return from ? [{ ...row, from, reform: reformId ? { id: reformId, title: title ?? '' } : null }] : [];
    });
  }
}
