import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { firstSentOn } from '../report.rows.ts';

interface Row {
  id: string;
  unit_id: string;
  kind: 'roster';
  title: string;
  directive_id: string | null;
  starts_on: string;
  due_on: string;
  on_time: number;
  late: number;
  missing: number;
}

/** Something asked for once of every commune below, such as Appendix 1 before 20/4; the rows are those of monthly reports. */
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
      `select k.id, k.unit_id, k.kind, k.title, k.directive_id, k.starts_on::text as starts_on, coalesce(max(r.due_on), k.fixed_due_on)::text as due_on,
              count(r.id) filter (where ${firstSentOn} <= r.due_on)::int as on_time,
              count(r.id) filter (where ${firstSentOn} > r.due_on)::int as late,
              count(r.id) filter (where r.first_submitted_at is null)::int as missing
         from campaigns k left join reports r on r.campaign_id = k.id and exists (select 1 from unit_closure c where c.ancestor_id = $1 and c.descendant_id = r.unit_id)
        where k.cancelled_at is null and exists (select 1 from unit_closure c where c.ancestor_id = k.unit_id and c.descendant_id = $1)
        group by k.id order by k.starts_on desc limit 50`,
      [unitId],
    );
    const units = await this.organization.unitRefs(rows.map((row) => row.unit_id));
    return rows.flatMap((row) => {
      const unit = units.get(row.unit_id);
      const counts = { onTime: row.on_time, late: row.late, missing: row.missing };
      const { id, kind, title, directive_id: directiveId, starts_on: startsOn, due_on: dueOn } = row;
      return unit ? [{ id, unit, kind, title, directiveId, startsOn, dueOn, counts }] : [];
    });
  }
}
