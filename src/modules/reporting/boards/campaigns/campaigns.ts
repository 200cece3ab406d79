import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { CampaignKind } from '#contracts/reporting/report-states';
import { countStandings, type Owed, standingOf } from '#contracts/reporting/report-standing';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { firstSentOn } from '../../reports/report/report.rows.ts';

interface Row {
  id: string;
  unitId: string;
  kind: CampaignKind;
  title: string;
  directiveId: string | null;
  startsOn: string;
  endsOn: string | null;
  dueOn: string;
}
type Standing = Owed & { campaignId: string; n: number };

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
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listCampaigns>> {
    await this.scope.require(actor, 'report.read', { unitId });
    return this.under(unitId);
  }

  /** After the right to it. */
  async under(unitId: string): Promise<RouteAnswer<typeof routes.listCampaigns>> {
    const rows = await this.database.rows<Row>(
      sql`select k.id, k.unit_id as "unitId", k.kind, k.title, k.directive_id as "directiveId", k.starts_on::text as "startsOn",
              k.ends_on::text as "endsOn", k.fixed_due_on::text as "dueOn"
         from campaigns k
        where k.cancelled_at is null and exists (select 1 from unit_closure c where c.ancestor_id = k.unit_id
          and c.descendant_id = ${unitId})
        order by k.starts_on desc limit 50`,
    );
    const owed = await this.owed(
      unitId,
      rows.map(({ id }) => id),
    );
    const units = await this.organization.unitRefs(rows.map((row) => row.unitId));
    const today = this.clock.today();
    return rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      const own = owed.filter(({ campaignId }) => campaignId === row.id);
      const counts = countStandings(own.map((one) => ({ status: standingOf(one, today).status, n: one.n })));
      const { id, kind, title, directiveId, startsOn, endsOn } = row;
      const dueOn = own.reduce((last, one) => (one.dueOn > last ? one.dueOn : last), own[0]?.dueOn ?? row.dueOn);
      return unit ? [{ id, unit, kind, title, directiveId, startsOn, endsOn, dueOn, counts }] : [];
    });
  }

  /** What units at and below this one owe to each; those that stand alike in one row. */
  private owed(unitId: string, campaignIds: readonly string[]): Promise<Standing[]> {
    return this.database.rows(
      sql`select k.id as "campaignId", r.due_on::text as "dueOn", ${firstSentOn}::text as "firstSentOn", r.state, count(*)::int as n
         from campaigns k
        cross join lateral (
              select n.* from unit_closure c
               cross join lateral (select * from reports
                      where unit_id = c.descendant_id and campaign_id = k.id and unit_id <> k.unit_id offset 0) n
               where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet') r
        where k.id = any(${campaignIds}::uuid[]) group by 1, 2, 3, 4`,
    );
  }
}
