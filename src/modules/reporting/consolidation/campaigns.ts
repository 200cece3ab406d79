import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { CampaignKind } from '#contracts/reporting/report-states';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { firstSentOn } from '../report.rows.ts';

interface Row {
  id: string;
  unitId: string;
  kind: CampaignKind;
  title: string;
  directiveId: string | null;
  startsOn: string;
  endsOn: string | null;
  dueOn: string;
  onTime: number;
  late: number;
  missing: number;
}

/**
 * Something asked for once of every commune below, such as Appendix 1 before 20/4; the rows are those of monthly reports. The
 * sum that the asking office makes for itself is owed by nobody and not counted.
 */
@Injectable()
export class Campaigns {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  async list(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listCampaigns>> {
    await this.scope.require(actor, 'report.read', { unitId });
    return this.under(unitId);
  }

  /** After the right to it. */
  async under(unitId: string): Promise<RouteAnswer<typeof routes.listCampaigns>> {
    const rows = await this.database.rows<Row>(
      sql`select k.id, k.unit_id as "unitId", k.kind, k.title, k.directive_id as "directiveId", k.starts_on::text as "startsOn", k.ends_on::text as "endsOn",
        coalesce(max(r.due_on), k.fixed_due_on)::text as "dueOn",
              count(r.id) filter (where ${firstSentOn} <= r.due_on)::int as "onTime",
              count(r.id) filter (where ${firstSentOn} > r.due_on)::int as late,
              count(r.id) filter (where r.first_submitted_at is null)::int as missing
         from campaigns k left join lateral (
              select n.* from unit_closure c
               cross join lateral (select * from reports
                      where unit_id = c.descendant_id and campaign_id = k.id and unit_id <> k.unit_id offset 0) n
               where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet') r on true
        where k.cancelled_at is null and exists (select 1 from unit_closure c where c.ancestor_id = k.unit_id
          and c.descendant_id = ${unitId})
        group by k.id order by k.starts_on desc limit 50`,
    );
    const units = await this.organization.unitRefs(rows.map((row) => row.unitId));
    return rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      const counts = { onTime: row.onTime, late: row.late, missing: row.missing };
      const { id, kind, title, directiveId, startsOn, endsOn, dueOn } = row;
      return unit ? [{ id, unit, kind, title, directiveId, startsOn, endsOn, dueOn, counts }] : [];
    });
  }
}
