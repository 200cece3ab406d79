import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathCode, Query } from '#platform/http';
import { KeepWorkDays } from './keep-work-days.ts';

/** Holidays and swapped working days. */
@Controller()
export class WorkDaysController {
  constructor(private readonly days: KeepWorkDays) {}

  @Handle(routes.listWorkDays)
  list(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.listWorkDays>) {
    return this.days.list(actor, query);
  }

  @Handle(routes.addWorkDay)
  add(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.addWorkDay>) {
    return this.days.add(actor, input);
  }

  @Handle(routes.renameWorkDay)
  rename(
    @CurrentActor() actor: Actor,
    @PathCode('day') day: string,
    @Input() input: RouteBody<typeof routes.renameWorkDay>,
  ) {
    return this.days.rename(actor, day, input);
  }

  @Handle(routes.removeWorkDay)
  remove(@CurrentActor() actor: Actor, @PathCode('day') day: string) {
    return this.days.remove(actor, day);
  }
}
