import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { type Approved, SecondApproval } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, sql, sqlState, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { campaignErrors } from '../../reporting.errors.ts';
import { campaignStarted } from '../../reporting.events.ts';
import type { Asked } from './campaign.queries.ts';
import { PlanCampaign, reachOf, sameAsked } from './plan-campaign.ts';
import { Campaign } from './campaign.entity.ts';

type Input = RouteBody<typeof routes.startCampaign>;
interface NewCampaign {
  id: string;
  unitId: string;
  asked: Asked;
  madeBy: string;
  recallUntil: Date;
  input: Input;
}

/** Asks every commune below for its list or its work, once. */
@Injectable()
export class StartCampaign {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly plan: PlanCampaign,
    private readonly approval: SecondApproval,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * What a second officer approves is started in the name of who asked for it.
   * @throws those of the preview, campaign.alreadyAsked, campaign.sameDays, campaign.noUnits, sendRequest.needed
   */
  async execute(
    actor: Actor,
    unitId: string,
    input: Input,
    approved?: Pick<Approved, 'askedBy'>,
  ): Promise<RouteAnswer<typeof routes.startCampaign>> {
    const asked = await this.plan.asked(actor, unitId, input);
    const id = v7();
    const recallUntil = new Date(this.clock.now().getTime() + this.env.HOLD_SECONDS * 1000);
    const madeBy = approved?.askedBy ?? actor.personId;
    return this.database.tx(async (tx) => {
      await this.write(tx, { id, unitId, asked, madeBy, recallUntil, input });
      const { rows, communes } = await this.plan.rows(unitId, asked);
      if (!approved) await this.approval.refuseUnapproved(unitId, reachOf(unitId, rows));
      await execute(tx, owing({ campaignId: id, kind: input.kind, rows: JSON.stringify(rows), now: this.clock.now() }));
      await this.outbox.append(tx, campaignStarted({ campaignId: id }, { unitId }), actor);
      return { id, units: communes, recallUntil: recallUntil.toISOString() };
    });
  }

  private async write(tx: Tx, { id, unitId, asked, madeBy, recallUntil, input }: NewCampaign): Promise<void> {
    const { directiveId = null, kind, title, shift } = input;
    const { startsOn, endsOn, fixedOn } = asked;
    try {
      await tx.insert(Campaign, {
        id,
        unitId,
        directiveId,
        kind,
        title,
        startsOn,
        endsOn,
        fixedDueOn: fixedOn,
        shift,
        madeBy,
        madeAt: this.clock.now(),
        recallUntil,
      });
    } catch (error) {
      const refused = violation(error);
      if (refused?.state === sqlState.unique) throw sameAsked(kind);
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
