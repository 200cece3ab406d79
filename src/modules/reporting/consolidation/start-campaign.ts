import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, RouteQuery, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, sql, sqlState, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { campaignErrors } from '../reporting.errors.ts';
import { campaignStarted } from '../reporting.events.ts';
import { campaignDayFault } from './campaign-days.ts';
import { CampaignQueries } from './campaign.queries.ts';

type Input = RouteBody<typeof routes.startCampaign>;
interface NewCampaign {
  id: string;
  unitId: string;
  fixedOn: string;
  recallUntil: Date;
  input: Input;
}

/** Asks every commune below for its list, once; the preview says whom and until when, before anybody hears of it. */
@Injectable()
export class StartCampaign {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly owed: CampaignQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws campaign.startTooEarly, campaign.dueBeforeStart, campaign.dueInPast, campaign.dueTooFar */
  async preview(
    actor: Actor,
    unitId: string,
    { startsOn, dueBefore, shift }: RouteQuery<typeof routes.previewCampaign>,
  ): Promise<RouteAnswer<typeof routes.previewCampaign>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const fixedOn = this.lastDay(startsOn, dueBefore);
    const [rows, communes, dueOn, same] = await Promise.all([
      this.owed.of(unitId, { startsOn, fixedOn, shift }),
      this.owed.communes(unitId),
      this.owed.dueOn(fixedOn, shift),
      this.same(unitId, fixedOn),
    ]);
    return { units: rows.length, without: communes - rows.length, dueOn, same: same ?? null };
  }

  /** @throws those of the preview, campaign.alreadyAsked, campaign.noUnits */
  async execute(actor: Actor, unitId: string, input: Input): Promise<RouteAnswer<typeof routes.startCampaign>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const { startsOn, shift } = input;
    const fixedOn = this.lastDay(startsOn, input.dueBefore);
    const id = v7();
    const recallUntil = new Date(this.clock.now().getTime() + this.env.HOLD_SECONDS * 1000);
    const units = await this.database.tx(async (tx) => {
      await this.write(tx, actor, { id, unitId, fixedOn, recallUntil, input });
      const rows = await this.owed.of(unitId, { startsOn, fixedOn, shift });
      if (rows.length === 0) throw campaignErrors.noUnits();
      await execute(tx, asked(id, JSON.stringify(rows), this.clock.now()));
      await this.outbox.append(tx, campaignStarted({ campaignId: id }, { unitId }), actor);
      return rows.length;
    });
    return { id, units, recallUntil: recallUntil.toISOString() };
  }

  /** The last day on time. */
  private lastDay(startsOn: string, dueBefore: string): string {
    const lastDay = addDays(dueBefore, -1);
    const fault = campaignDayFault(startsOn, lastDay, this.clock.today());
    if (!fault) return lastDay;
    const { code, ...params } = fault;
    throw campaignErrors[code](params);
  }

  private same(unitId: string, fixedOn: string): Promise<{ id: string; title: string } | undefined> {
    return this.database.one(
      sql`select id, title from campaigns where unit_id = ${unitId} and kind = 'roster' and fixed_due_on = ${fixedOn}
        and cancelled_at is null`,
    );
  }

  private async write(tx: Tx, actor: Actor, { id, unitId, fixedOn, recallUntil, input }: NewCampaign): Promise<void> {
    const { directiveId = null, title, startsOn, shift } = input;
    try {
      await execute(
        tx,
        sql`insert into campaigns (id, unit_id, directive_id, kind, title, starts_on, fixed_due_on, shift, made_by, made_at,
            recall_until)
          values (${id}, ${unitId}, ${directiveId}, 'roster', ${title}, ${startsOn}, ${fixedOn}, ${shift}, ${actor.personId},
            ${this.clock.now()}, ${recallUntil})`,
      );
    } catch (error) {
      const refused = violation(error);
      if (refused?.state === sqlState.unique) throw campaignErrors.alreadyAsked({ path: 'dueBefore' });
      if (refused?.state === sqlState.foreignKey) throw campaignErrors.directiveUnknown({ path: 'directiveId' });
      throw error;
    }
  }
}

const asked = (campaignId: string, rows: string, now: Date) => sql`
  insert into reports (id, unit_id, unit_kind, kind, campaign_id, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, opened_at)
  select w.id, w."unitId", 'commune', 'roster', ${campaignId}, w.month, w."startsOn", w."endsOn", w."fixedDueOn", w."dueOn",
    w."receiverId", ${now}
    from jsonb_to_recordset(${rows}::jsonb) as w(id uuid, "unitId" uuid, month date, "startsOn" date, "endsOn" date,
      "fixedDueOn" date, "dueOn" date, "receiverId" uuid)`;
