import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, RouteQuery, routes } from '#contracts';
import { isWorkingDay } from '#contracts/reporting/due-days';
import { isPlainDate } from '#i18n/format-more';
import { Holidays, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { workDayErrors } from '../../reporting.errors.ts';
import { workDaysChanged } from '../../reporting.events.ts';
import { MoveDues } from './move-dues.ts';

const plainWeek = { holidays: new Set<string>(), workedWeekends: new Set<string>() };

/**
 * The calendar of working days holds for the whole country, so only an administrator of the topmost unit keeps it. It is
 * data: the government decides each year which weekend days are worked in exchange.
 */
@Injectable()
export class KeepWorkDays {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly holidays: Holidays,
    private readonly dues: MoveDues,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    { year }: RouteQuery<typeof routes.listWorkDays>,
  ): Promise<RouteAnswer<typeof routes.listWorkDays>> {
    this.scope.requireAnywhere(actor, 'report.read');
    const of = year ?? Number(this.clock.today().slice(0, 4));
    return this.holidays.between(`${of}-01-01`, `${of}-12-31`);
  }

  /** @throws workday.taken, workday.notWeekend */
  async add(actor: Actor, input: RouteBody<typeof routes.addWorkDay>): Promise<RouteAnswer<typeof routes.addWorkDay>> {
    await this.scope.requireAtTop(actor, 'calendar.manage');
    const { day, kind, name } = input;
    if (kind === 'swapped_working_day' && isWorkingDay(day, plainWeek))
      throw workDayErrors.notWeekend({ path: 'day', day });
    const moved = await this.database.tx(async (tx) => {
      if (!(await this.holidays.add(tx, { day, kind, name }))) throw workDayErrors.taken({ path: 'day', day });
      await this.outbox.append(tx, workDaysChanged({ day }, { changes: { kind, name } }), actor);
      return this.dues.around(tx, day);
    });
    return { workDay: { day, kind, name }, moved };
  }

  /** @throws workday.unknown */
  async rename(
    actor: Actor,
    day: string,
    { name }: RouteBody<typeof routes.renameWorkDay>,
  ): Promise<RouteAnswer<typeof routes.renameWorkDay>> {
    await this.scope.requireAtTop(actor, 'calendar.manage');
    if (!isPlainDate(day)) throw workDayErrors.unknown();
    return this.database.tx(async (tx) => {
      const renamed = await this.holidays.rename(tx, day, name);
      if (!renamed) throw workDayErrors.unknown();
      await this.outbox.append(tx, workDaysChanged({ day }, { changes: { name } }), actor);
      return renamed;
    });
  }

  /** @throws workday.unknown */
  async remove(actor: Actor, day: string): Promise<RouteAnswer<typeof routes.removeWorkDay>> {
    await this.scope.requireAtTop(actor, 'calendar.manage');
    if (!isPlainDate(day)) throw workDayErrors.unknown();
    const moved = await this.database.tx(async (tx) => {
      if (!(await this.holidays.remove(tx, day))) throw workDayErrors.unknown();
      await this.outbox.append(tx, workDaysChanged({ day }, { changes: { kind: null } }), actor);
      return this.dues.around(tx, day);
    });
    return { moved };
  }
}
