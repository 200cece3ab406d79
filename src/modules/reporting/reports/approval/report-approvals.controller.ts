import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadReport } from '../reports/read-report.ts';
import { AskApproval } from './ask-approval.ts';
import { DecideApproval } from './decide-approval.ts';

/** What passes between whoever writes a report and the head of the unit before it is sent. */
@Controller()
export class ReportApprovalsController {
  constructor(
    private readonly read: ReadReport,
    private readonly asking: AskApproval,
    private readonly deciding: DecideApproval,
  ) {}

  @Handle(routes.askApproval)
  async ask(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.askApproval>,
  ) {
    await this.asking.execute(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.dropApproval)
  async drop(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    await this.asking.drop(actor, id);
    return this.read.execute(actor, id);
  }

  @Handle(routes.approveReport)
  async approve(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.approveReport>,
  ) {
    await this.deciding.approve(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.refuseApproval)
  async refuse(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.refuseApproval>,
  ) {
    await this.deciding.refuse(actor, id, input);
    return this.read.execute(actor, id);
  }
}
