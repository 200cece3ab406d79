import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '#modules/membership';
import { OrganizationApi, organizationSql, Scope } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** Monthly reports of the reader's units and of those that send to them: "bao cao thang 6 minh son". */
@Injectable()
export class SearchReports implements OnModuleInit {
  constructor(
    private readonly sources: SearchSources,
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(async (actor, q, most) => {
      const rows = await this.find(this.scope.unitIds(actor, 'report.read'), q, most);
      const units = await this.organization.unitRefs(rows.map(({ unitId }) => unitId));
      return rows.map(({ id, unitId, month }) => ({
        kind: 'report' as const,
        id,
        label: month,
        context: units.get(unitId)?.fullName ?? '',
      }));
    });
  }

  /** Every word that was typed stands in what the report is called. */
  private async find(
    unitIds: readonly string[],
    q: string,
    most: number,
  ): Promise<{ id: string; unitId: string; month: string }[]> {
    if (unitIds.length === 0) return [];
    return this.database.rows(
      sql`with own as (
         select r.* from unnest(${unitIds}::uuid[]) as u(id) cross join lateral (
           select n.id, n.unit_id, n.month from reports n where n.unit_id = u.id and n.kind = 'monthly' offset 0) r
         union
         select r.* from unnest(${unitIds}::uuid[]) as u(id) cross join lateral (
           select n.id, n.unit_id, n.month from reports n where n.receiver_id = u.id and n.kind = 'monthly'
              and n.month > ${this.clock.today()}::date - interval '13 months' offset 0) r),
       named as (
         select o.id, o.unit_id, o.month,
                fold('Báo cáo tháng ' || to_char(o.month, 'FMMM/YYYY') || ' ' || v.name) as words
           from own o cross join lateral (
             select n.type || ' ' || n.name as name from ${organizationSql.unitNames} n
              where n.unit_id = o.unit_id and n.validity @> o.month limit 1) v)
       select n.id, n.unit_id as "unitId", to_char(n.month, 'YYYY-MM') as month from named n
        where not exists (select 1 from unnest(string_to_array(fold(${q}), ' ')) as w(word)
                           where n.words not like '%' || w.word || '%')
        order by n.month desc, n.id limit ${most}`,
    );
  }
}
