import { Controller, Header } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { answerWith } from '../papers/documents/printed-file.ts';
import { AllowanceRules } from './allowance-rules.ts';
import { PrintServiceDays } from './print-service-days.ts';
import { ReadMyServiceDays } from './read-my-service-days.ts';
import { ReadServiceDays } from './read-service-days.ts';

/** Days of service and what is paid for them. */
@Controller()
export class ServiceDaysController {
  constructor(
    private readonly mine: ReadMyServiceDays,
    private readonly read: ReadServiceDays,
    private readonly print: PrintServiceDays,
    private readonly rules: AllowanceRules,
  ) {}

  @Handle(routes.myServiceDays)
  my(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Query() query: RouteQuery<typeof routes.myServiceDays>,
  ) {
    return this.mine.execute(actor, teamId, query);
  }

  @Handle(routes.serviceDays)
  commune(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.serviceDays>,
  ) {
    return this.read.execute(actor, unitId, query);
  }

  @Handle(routes.serviceDaysSheet)
  @Header('cache-control', 'private, no-store')
  async sheet(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.serviceDaysSheet>,
  ) {
    return answerWith(await this.print.execute(actor, unitId, query));
  }

  @Handle(routes.teamServiceDaysSheet)
  @Header('cache-control', 'private, no-store')
  async ofTeam(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Query() { month }: RouteQuery<typeof routes.teamServiceDaysSheet>,
  ) {
    return answerWith(await this.print.ofTeam(actor, teamId, month));
  }

  @Handle(routes.allowanceRules)
  ruleList(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.rules.list(actor, unitId);
  }

  @Handle(routes.setAllowanceRule)
  setRule(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setAllowanceRule>,
  ) {
    return this.rules.set(actor, unitId, input);
  }
}
