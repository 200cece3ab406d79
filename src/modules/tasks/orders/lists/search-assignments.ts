import { Injectable, type OnModuleInit } from '@nestjs/common';
import { searchPattern } from '#i18n/spoken';
import { formatDate } from '#i18n';
import { SearchSources } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** Of each unit that gives orders, so many of the newest with these words are looked at. */
const NEWEST_OF_ISSUER = 60;

/** Orders that concern the reader's units, by their title: issued within them, or by a unit above them. */
@Injectable()
export class SearchAssignments implements OnModuleInit {
  constructor(
    private readonly sources: SearchSources,
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(async (actor, q, most) => {
      const rows = await this.find(this.scope.unitIds(actor, 'assignment.read'), q, most);
      const units = await this.organization.unitRefs(rows.map(({ issuerUnitId }) => issuerUnitId));
      return rows.map(({ id, title, issuedAt, issuerUnitId }) => ({
        kind: 'assignment' as const,
        id,
        label: title,
        context: `${units.get(issuerUnitId)?.fullName ?? ''}, ${formatDate(this.clock.dayOf(issuedAt), 'vi', { withYear: true })}`,
      }));
    });
  }

  private async find(
    unitIds: readonly string[],
    q: string,
    most: number,
  ): Promise<{ id: string; title: string; issuedAt: Date; issuerUnitId: string }[]> {
    if (unitIds.length === 0) return [];
    return this.database.rows(
      sql`with issuers as materialized (
         select c.descendant_id as id from unit_closure c where c.ancestor_id = any(${unitIds}::uuid[])
         union select c.ancestor_id from unit_closure c where c.descendant_id = any(${unitIds}::uuid[])),
       newest as materialized (
         select a.* from issuers i cross join lateral (
           select n.id, n.title, n.issued_at, n.issuer_unit_id from assignments n
            where n.issuer_unit_id = i.id and n.title_folded ~ ${searchPattern(q)}
            order by n.issued_at desc limit ${NEWEST_OF_ISSUER}) a)
       select n.id, n.title, n.issued_at as "issuedAt", n.issuer_unit_id as "issuerUnitId" from newest n
        where (select true from tasks t
                where t.assignment_id = n.id and exists (select 1 from unit_closure c
                  where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}::uuid[])) limit 1)
        order by n.issued_at desc, n.id limit ${most}`,
    );
  }
}
