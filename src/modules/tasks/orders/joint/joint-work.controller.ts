import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { taskErrors } from '../../tasks.errors.ts';
import { PartnerQueries } from './partner.queries.ts';
import { ReportAsPartner } from './report-as-partner.ts';

@Controller()
export class JointWorkController {
  constructor(
    private readonly report: ReportAsPartner,
    private readonly partners: PartnerQueries,
  ) {}

  @Handle(routes.listJointTasks)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listJointTasks>,
  ) {
    return this.partners.list(actor, unitId, query);
  }

  @Handle(routes.reportAsPartner)
  async say(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.reportAsPartner>,
  ) {
    await this.report.execute(actor, taskId, input);
    const partner = await this.partners.one(taskId);
    if (!partner) throw taskErrors.notFound();
    return partner;
  }
}
