import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, RouteQuery, routes } from '#contracts';
import { daysOfLong, longPeriodsAround, usualDue } from '#contracts/reporting/long-periods';
import { addDays } from '#contracts/reporting/periods';
import { type Reach, SecondApproval } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { campaignErrors } from '../../reporting.errors.ts';
import { campaignDayFault } from './campaign-days.ts';
import { type Asked, CampaignQueries } from './campaign.queries.ts';

type Input = RouteBody<typeof routes.startCampaign>;
type Days = Pick<Input, 'kind' | 'startsOn' | 'endsOn' | 'dueBefore' | 'shift'>;
type Owing = Awaited<ReturnType<CampaignQueries['of']>>[number];

/** Officers of the units that owe it to somebody: the sum that the office makes for itself is told to nobody. */
export const reachOf = (unitId: string, rows: readonly Pick<Owing, 'unitId'>[]): Reach => ({
  unitIds: rows.flatMap((row) => (row.unitId === unitId ? [] : [row.unitId])),
  action: 'report.write',
});

/** Whom a campaign asks and until when, before anybody hears of it. */
@Injectable()
export class PlanCampaign {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly owed: CampaignQueries,
    private readonly organization: OrganizationApi,
    private readonly approval: SecondApproval,
    private readonly clock: Clock,
  ) {}

  /** Which sums of months it can ask for today. */
  async periods(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listLongPeriods>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const [today, rule] = [this.clock.today(), await this.organization.periodRule(unitId)];
    return longPeriodsAround(today, rule).map(({ code, year }) => {
      const days = daysOfLong(code, year, rule);
      const dueBefore = usualDue(code, days.endsOn);
      return { code, year, ...days, dueBefore: dueBefore > today ? dueBefore : null };
    });
  }

  /** @throws campaign.endsOnMissing and the faults of campaign-days.ts */
  async preview(
    actor: Actor,
    unitId: string,
    { title, ...days }: RouteQuery<typeof routes.previewCampaign>,
  ): Promise<RouteAnswer<typeof routes.previewCampaign>> {
    const asked = await this.asked(actor, unitId, days);
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
      secondApproval: await this.approval.shown(unitId, 'report.receive', reachOf(unitId, rows), actor.personId),
    };
  }

  /** @throws platform.denied, campaign.endsOnMissing and the faults of campaign-days.ts */
  async asked(actor: Actor, unitId: string, { kind, startsOn, endsOn: given, dueBefore, shift }: Days): Promise<Asked> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const endsOn = kind === 'roster' ? null : given;
    if (endsOn === undefined) throw campaignErrors.endsOnMissing({ path: 'endsOn' });
    const fixedOn = addDays(dueBefore, -1);
    const months = kind === 'months' ? await this.organization.periodRule(unitId, endsOn ?? undefined) : undefined;
    const fault = campaignDayFault(
      { startsOn, endsOn, lastDay: fixedOn, ...(months && { months }) },
      this.clock.today(),
    );
    if (fault) {
      const { code, ...params } = fault;
      throw campaignErrors[code](params);
    }
    const dueOn = await this.owed.dueOn(fixedOn, shift);
    // Days off between the last day of the work and the due day: it would be due before it can be sent.
    if (endsOn !== null && dueOn <= endsOn) throw campaignErrors.dueBeforeEnd({ path: 'dueBefore' });
    return { kind, startsOn, endsOn, fixedOn, dueOn };
  }

  /** The reports that are owed to it, and how many of them by communes. @throws campaign.noUnits */
  async rows(unitId: string, asked: Asked): Promise<{ rows: Owing[]; communes: number }> {
    const rows = await this.owed.of(unitId, asked);
    const communes = rows.filter((row) => row.unitKind === 'commune').length;
    if (communes === 0) throw campaignErrors.noUnits();
    return { rows, communes };
  }

  /** @throws those of `asked` and `rows`, campaign.alreadyAsked, campaign.sameDays */
  async weigh(actor: Actor, unitId: string, input: Input): Promise<Reach> {
    const asked = await this.asked(actor, unitId, input);
    if (await this.same(unitId, asked, input.title)) throw sameAsked(input.kind);
    return reachOf(unitId, (await this.rows(unitId, asked)).rows);
  }

  /** Units that it would ask now, whatever its days. */
  async unitIds(unitId: string, { kind }: Pick<Input, 'kind'>): Promise<string[]> {
    const ids = await this.owed.unitIds(unitId, kind !== 'roster');
    return ids.filter((id) => id !== unitId);
  }

  /** A list is the same by its due day, work by its days and its name, a sum of months by its days alone. */
  private same(
    unitId: string,
    { kind, startsOn, endsOn, fixedOn }: Asked,
    title: string,
  ): Promise<{ id: string; title: string } | undefined> {
    return this.database.one(
      sql`select id, title from campaigns where unit_id = ${unitId} and cancelled_at is null
        and kind = ${kind} and case when ${endsOn}::date is null then fixed_due_on = ${fixedOn}
            else starts_on = ${startsOn} and ends_on = ${endsOn} and (kind = 'months' or lower(title) = lower(${title})) end`,
    );
  }
}

const sameErrors = {
  roster: () => campaignErrors.alreadyAsked({ path: 'dueBefore' }),
  results: () => campaignErrors.sameDays({ path: 'title' }),
  months: () => campaignErrors.samePeriod({ path: 'startsOn' }),
};
export const sameAsked = (kind: Input['kind']) => sameErrors[kind]();
