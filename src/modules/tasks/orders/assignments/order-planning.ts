import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { periodOf } from '#contracts/reporting/periods';
import { SecondApproval } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import type { OrderInput as Input } from './choose-teams.ts';
import { ReplyRules } from '../order/reply-rules.ts';
import { dateProblems, sendingProblems } from '../order/order-check.ts';
import type { Order } from '../order/order-writer.ts';

/** The dates of an order: by when to answer, until when a recall is silent, when external channels may start. */
@Injectable()
export class OrderPlanning {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly rules: ReplyRules,
    private readonly organization: OrganizationApi,
    private readonly approval: SecondApproval,
  ) {}

  problems({ dueOn, replyByOn, sendAt }: Input) {
    const dayOf = (instant: Date) => this.clock.dayOf(instant);
    return [
      ...dateProblems({ today: this.clock.today(), dueOn, replyByOn }),
      ...sendingProblems(sendAt, this.clock.now(), { dueOn, dayOf }),
    ];
  }

  /** As asked for, else by the rule of the unit. */
  async replyBy({ unitId, dueOn, replyByOn }: Input): Promise<string> {
    return replyByOn ?? this.rules.replyBy(unitId, this.clock.today(), dueOn);
  }

  private async thisMonth(unitId: string): Promise<string> {
    return periodOf(this.clock.today(), await this.organization.periodRule(unitId)).month;
  }

  /** @throws sendRequest.needed for an order to so many that a second officer is to approve it */
  refuseUnapproved({ unitId, shares }: Input): Promise<void> {
    return this.approval.refuseUnapproved(unitId, { teamIds: shares.map(({ teamId }) => teamId) });
  }

  async plan({ personId }: Pick<Actor, 'personId'>, input: Input): Promise<Order> {
    const id = v7();
    const now = this.clock.now();
    return {
      id,
      seriesId: id,
      periodMonth: null,
      repeatsFrom: input.recurrence === 'monthly' ? await this.thisMonth(input.unitId) : null,
      capped: false,
      unitId: input.unitId,
      templateCode: input.templateCode,
      title: input.title,
      work: input.work,
      target: input.target,
      dueOn: input.dueOn,
      directiveId: input.directiveId,
      replyByOn: await this.replyBy(input),
      evidence: [...new Set(input.evidence)],
      asks: [...new Set(input.asks)],
      minimumCodes: input.minimumCodes ?? null,
      providerId: input.providerId ?? null,
      originId: input.originId ?? null,
      priority: input.priority,
      issuedBy: personId,
      issuedAt: now,
      recallUntil: new Date(now.getTime() + this.env.HOLD_SECONDS * 1000),
      sendAt: input.sendAt ? new Date(input.sendAt) : null,
    };
  }
}
