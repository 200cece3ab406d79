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
import { type Asked, CampaignQueries } from './campaign.queries.ts';

type Input = RouteBody<typeof routes.startCampaign>;
type Days = Pick<Input, 'kind' | 'startsOn' | 'endsOn' | 'dueBefore' | 'shift'>;
interface NewCampaign {
  id: string;
  unitId: string;
  asked: Asked;
  recallUntil: Date;
  input: Input;
}

/** Asks every commune below for its list or its work, once; the preview says whom and until when, before anybody hears of it. */
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

  /** @throws campaign.endsOnMissing and the faults of campaign-days.ts */
  async preview(
    actor: Actor,
    unitId: string,
    { title, ...days }: RouteQuery<typeof routes.previewCampaign>,
  ): Promise<RouteAnswer<typeof routes.previewCampaign>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const asked = await this.asked(days);
    const [rows, communes, same] = await Promise.all([
      this.owed.of(unitId, asked),
      this.owed.communes(unitId),
      this.same(unitId, asked, title ?? ''),
    ]);
    const units = rows.filter((row) => row.unitKind === 'commune').length;
    const own = rows.filter((row) => row.unitId === unitId).length;
    return {
      units,
      offices: rows.length - units - own,
      without: communes - units,
      dueOn: asked.dueOn,
      same: same ?? null,
    };
  }

  /** @throws those of the preview, campaign.alreadyAsked, campaign.sameDays, campaign.noUnits */
  async execute(actor: Actor, unitId: string, input: Input): Promise<RouteAnswer<typeof routes.startCampaign>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const asked = await this.asked(input);
    const id = v7();
    const recallUntil = new Date(this.clock.now().getTime() + this.env.HOLD_SECONDS * 1000);
    const units = await this.database.tx(async (tx) => {
      await this.write(tx, actor, { id, unitId, asked, recallUntil, input });
      const rows = await this.owed.of(unitId, asked);
      const communes = rows.filter((row) => row.unitKind === 'commune').length;
      if (communes === 0) throw campaignErrors.noUnits();
      await execute(tx, owing({ campaignId: id, kind: input.kind, rows: JSON.stringify(rows), now: this.clock.now() }));
      await this.outbox.append(tx, campaignStarted({ campaignId: id }, { unitId }), actor);
      return communes;
    });
    return { id, units, recallUntil: recallUntil.toISOString() };
  }

  private async asked({ kind, startsOn, endsOn: given, dueBefore, shift }: Days): Promise<Asked> {
    const endsOn = kind === 'results' ? given : null;
    if (endsOn === undefined) throw campaignErrors.endsOnMissing({ path: 'endsOn' });
    const fixedOn = addDays(dueBefore, -1);
    const fault = campaignDayFault({ startsOn, endsOn, lastDay: fixedOn }, this.clock.today());
    if (fault) {
      const { code, ...params } = fault;
      throw campaignErrors[code](params);
    }
    const dueOn = await this.owed.dueOn(fixedOn, shift);
    // Days off between the last day of the work and the due day: it would be due before it can be sent.
    if (endsOn !== null && dueOn <= endsOn) throw campaignErrors.dueBeforeEnd({ path: 'dueBefore' });
    return { startsOn, endsOn, fixedOn, dueOn };
  }

  /** A list is the same by its due day, work by its days and its name. */
  private same(
    unitId: string,
    { startsOn, endsOn, fixedOn }: Asked,
    title: string,
  ): Promise<{ id: string; title: string } | undefined> {
    return this.database.one(
      sql`select id, title from campaigns where unit_id = ${unitId} and cancelled_at is null
        and case when ${endsOn}::date is null then kind = 'roster' and fixed_due_on = ${fixedOn}
            else kind = 'results' and starts_on = ${startsOn} and ends_on = ${endsOn} and lower(title) = lower(${title}) end`,
    );
  }

  private async write(tx: Tx, actor: Actor, { id, unitId, asked, recallUntil, input }: NewCampaign): Promise<void> {
    const { directiveId = null, kind, title, shift } = input;
    const { startsOn, endsOn, fixedOn } = asked;
    try {
      await execute(
        tx,
        sql`insert into campaigns (id, unit_id, directive_id, kind, title, starts_on, ends_on, fixed_due_on, shift, made_by, made_at,
            recall_until)
          values (${id}, ${unitId}, ${directiveId}, ${kind}, ${title}, ${startsOn}, ${endsOn}, ${fixedOn}, ${shift},
            ${actor.personId}, ${this.clock.now()}, ${recallUntil})`,
      );
    } catch (error) {
      const refused = violation(error);
      if (refused?.state === sqlState.unique)
        throw kind === 'roster'
          ? campaignErrors.alreadyAsked({ path: 'dueBefore' })
          : campaignErrors.sameDays({ path: 'title' });
      if (refused?.state === sqlState.foreignKey) throw campaignErrors.directiveUnknown({ path: 'directiveId' });
      throw error;
    }
  }
}

interface Owing {
  campaignId: string;
  kind: Input['kind'];
  rows: string;
  now: Date;
}

const owing = ({ campaignId, kind, rows, now }: Owing) => sql`
  insert into reports (id, unit_id, unit_kind, kind, campaign_id, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, opened_at)
  select w.id, w."unitId", w."unitKind", ${kind}, ${campaignId}, w.month, w."startsOn", w."endsOn", w."fixedDueOn", w."dueOn",
    w."receiverId", ${now}
    from jsonb_to_recordset(${rows}::jsonb) as w(id uuid, "unitId" uuid, "unitKind" text, month date, "startsOn" date,
      "endsOn" date, "fixedDueOn" date, "dueOn" date, "receiverId" uuid)`;
