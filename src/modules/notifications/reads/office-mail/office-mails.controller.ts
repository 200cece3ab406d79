import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadOfficeMails } from './office-mails.ts';
import { ReadReportRoute } from './read-report-route.ts';

@Controller()
export class OfficeMailsController {
  constructor(
    private readonly read: ReadOfficeMails,
    private readonly route: ReadReportRoute,
  ) {}

  @Handle(routes.officeMails)
  list(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.read.execute(actor, id);
  }

  @Handle(routes.reportRoute)
  reportRoute(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.route.execute(actor, id);
  }
}
