import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, RouteQuery, routes } from '#contracts';
import { isWorkingDay } from '#contracts/reporting/due-days';
import { addDays } from '#contracts/reporting/periods';
import { comparePlaces } from '#i18n/fold';
import { type Reach, SecondApproval } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { campaignDayFault } from '../../boards/campaigns/campaign-days.ts';
import { formErrors } from '../../reporting.errors.ts';
import { WorkDays } from '../../reports/periods/work-days.ts';
import { FormAccess } from '../form/form-access.ts';
import { FormRefs } from '../form/form-refs.ts';
import type { Form } from '../form/form.entity.ts';
import { AskedUnits } from './asked-units.ts';

type Round = RouteBody<typeof routes.askForm>['round'];

/** Officers who answer for the units that are asked. */
export const reachOf = (unitIds: readonly string[]): Reach => ({ unitIds, action: 'report.write' });

/** Whom a form asks and until when, before anybody hears of it. */
@Injectable()
export class PlanRound {
  constructor(
    private readonly access: FormAccess,
    private readonly units: AskedUnits,
    private readonly days: WorkDays,
    private readonly approval: SecondApproval,
    private readonly refs: FormRefs,
    private readonly clock: Clock,
  ) {}

  /** @throws form.notFound, form.dueInPast, form.dueTooFar */
  async preview(
    actor: Actor,
    formId: string,
    days: RouteQuery<typeof routes.previewRound>,
  ): Promise<RouteAnswer<typeof routes.previewRound>> {
    const { unitId } = await this.access.form(actor, formId, 'report.receive');
    const { dueOn } = await this.due(days);
    const unitIds = await this.unitIds(unitId);
    const [unreached, calendar, same, secondApproval] = await Promise.all([
      this.units.unreached(unitIds).then((ids) => this.refs.units(ids)),
      this.days.calendar(dueOn),
      this.units.alike(formId, unitId),
      this.approval.shown(unitId, 'report.receive', reachOf(unitIds), actor.personId),
    ]);
    return {
      units: unitIds.length,
      unreached: [...unreached.values()].sort((a, b) => comparePlaces(a.fullName, b.fullName)),
      dueOn,
      isDayOff: !isWorkingDay(dueOn, calendar),
      same: same ?? null,
      secondApproval,
    };
  }

  /** The last day on time, as it is asked and after a shift. @throws form.dueInPast, form.dueTooFar */
  async due({ dueBefore, shift }: Pick<Round, 'dueBefore' | 'shift'>): Promise<{ fixedOn: string; dueOn: string }> {
    const today = this.clock.today();
    const fixedOn = addDays(dueBefore, -1);
    const fault = campaignDayFault({ startsOn: today, endsOn: null, lastDay: fixedOn }, today);
    if (fault?.code === 'dueTooFar') throw formErrors.dueTooFar({ path: 'round.dueBefore', latest: fault.latest });
    if (fault) throw formErrors.dueInPast({ path: 'round.dueBefore' });
    return { fixedOn, dueOn: await this.units.dueOn(fixedOn, shift) };
  }

  /** Communes with teams below, today. */
  unitIds(unitId: string): Promise<string[]> {
    return this.units.below(unitId);
  }

  /** Each unit that is asked; before a second officer has approved, as many as may be asked at once. @throws form.noUnits, sendRequest.needed */
  async asked({ unitId }: Pick<Form, 'unitId'>, isApproved: boolean): Promise<string[]> {
    const unitIds = await this.unitIds(unitId);
    if (unitIds.length === 0) throw formErrors.noUnits();
    if (!isApproved) await this.approval.refuseUnapproved(unitId, reachOf(unitIds));
    return unitIds;
  }
}
