import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { firstSentOn } from '../report.rows.ts';
import { campaignErrors } from '../reporting.errors.ts';
import { campaignStarted } from '../reporting.events.ts';
import { CampaignRows } from './campaign-rows.ts';

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
    private readonly owed: CampaignRows,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
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

  /** @throws campaign.dueBeforeStart, campaign.noUnits */
  async start(
    actor: Actor,
    unitId: string,
    input: RouteBody<typeof routes.startCampaign>,
  ): Promise<RouteAnswer<typeof routes.startCampaign>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const fixedOn = addDays(input.dueBefore, -1);
    if (fixedOn < input.startsOn) throw campaignErrors.dueBeforeStart({ path: 'dueBefore' });
    const id = v7();
    const units = await this.database.tx(async (tx) => {
      await tx.query(
        `insert into campaigns (id, unit_id, directive_id, kind, title, starts_on, fixed_due_on, shift, made_by, made_at) values ($1, $2, $3, 'roster', $4, $5, $6, $7, $8, $9)`,
        [
          id,
          unitId,
          input.directiveId ?? null,
          input.title,
          input.startsOn,
          fixedOn,
          input.shift,
          actor.personId,
          this.clock.now(),
        ],
      );
      const rows = await this.owed.of(unitId, { id, startsOn: input.startsOn, fixedOn, shift: input.shift });
      if (rows.length === 0) throw campaignErrors.noUnits();
      await tx.query(
        `insert into reports (id, unit_id, unit_kind, kind, campaign_id, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, opened_at)
         select w.id, w.unit_id, 'commune', 'roster', $1, w.month, w.starts_on, w.ends_on, w.fixed_due_on, w.due_on, w.receiver_id, $3
           from jsonb_to_recordset($2::jsonb) as w(id uuid, unit_id uuid, month date, starts_on date, ends_on date, fixed_due_on date, due_on date, receiver_id uuid)`,
        [id, JSON.stringify(rows), this.clock.now()],
      );
      await this.outbox.append(tx, campaignStarted({ campaignId: id }, { unitId }), actor);
      return rows.length;
    });
    return { id, units };
  }
}
