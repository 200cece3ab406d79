import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { Approved } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, sql, sqlState, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { formAsked } from '../../reporting.events.ts';
import { FormRound } from '../form/form-round.entity.ts';
import { PublishForm } from '../form/publish-form.ts';
import { PlanRound, reachOf } from './plan-round.ts';

type Input = RouteBody<typeof routes.askForm>;

/** Asks every commune below, once; what is written is published first. */
@Injectable()
export class AskForm {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly publishing: PublishForm,
    private readonly plan: PlanRound,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * What a second officer approves is asked in the name of who asked for it.
   * @throws form.changed, form.dueInPast, form.dueTooFar, form.noUnits, form.directiveUnknown, sendRequest.needed, input.invalid
   */
  async execute(
    actor: Actor,
    formId: string,
    { edit, round }: Input,
    approved?: Pick<Approved, 'askedBy'>,
  ): Promise<RouteAnswer<typeof routes.askForm>> {
    const { fixedOn, dueOn } = await this.plan.due(round);
    const now = this.clock.now();
    const recallUntil = new Date(now.getTime() + this.env.HOLD_SECONDS * 1000);
    return this.database.tx(async (tx) => {
      const form = await this.publishing.locked(tx, actor, formId, edit);
      const unitIds = await this.plan.asked(form, approved !== undefined);
      const version = await this.publishing.publish(tx, actor, form);
      const { unitId } = form;
      const id = v7();
      await this.insert(tx, {
        id,
        formId,
        version,
        unitId,
        directiveId: round.directiveId ?? null,
        note: round.note || null,
        fixedDueOn: fixedOn,
        dueOn,
        shift: round.shift,
        closesOn: addDays(dueOn, round.graceDays),
        madeBy: approved?.askedBy ?? actor.personId,
        madeAt: now,
        recallUntil,
      });
      await execute(tx, sheetsOf(id, unitIds));
      await this.outbox.append(tx, formAsked({ roundId: id }, { unitId }), actor);
      return { id, units: unitIds.length, version, recallUntil: recallUntil.toISOString() };
    });
  }

  /** Whom it would ask now. @throws what asking throws, but for sendRequest.needed */
  async weigh(actor: Actor, formId: string, { edit, round }: Input) {
    await this.plan.due(round);
    return this.database.tx(async (tx) => {
      const form = await this.publishing.locked(tx, actor, formId, edit);
      const unitIds = await this.plan.asked(form, true);
      await this.publishing.refuse(form);
      return { unitId: form.unitId, title: form.title, reach: reachOf(unitIds) };
    });
  }

  private async insert(tx: Tx, round: Partial<FormRound>): Promise<void> {
    try {
      await tx.insert(FormRound, round);
    } catch (error) {
      if (violation(error)?.state === sqlState.foreignKey)
        throw formErrors.directiveUnknown({ path: 'round.directiveId' });
      throw error;
    }
  }
}

const sheetsOf = (roundId: string, unitIds: readonly string[]) => sql`
  insert into form_sheets (id, round_id, unit_id)
  select s.id, ${roundId}, s.unit_id from unnest(${unitIds.map(() => v7())}::uuid[], ${unitIds}::uuid[]) as s(id, unit_id)`;
