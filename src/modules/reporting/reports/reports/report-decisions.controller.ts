import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { DecideReport } from './decide-report.ts';
import { ReadReport } from './read-report.ts';

/** What passes between sender and receiver once a report is sent. */
@Controller()
export class ReportDecisionsController {
  constructor(
    private readonly read: ReadReport,
    private readonly decide: DecideReport,
  ) {}

  @Handle(routes.acceptReport)
  async accept(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.acceptReport>,
  ) {
    await this.decide.accept(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.returnReport)
  async giveBack(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.returnReport>,
  ) {
    await this.decide.giveBack(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.allowLateReport)
  async allow(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.allowLateReport>,
  ) {
    await this.decide.allowLate(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.askLateDay)
  async askLateDay(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.askLateDay>,
  ) {
    await this.decide.askDay(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.askRevision)
  async askRevision(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.askRevision>,
  ) {
    await this.decide.askRevision(actor, id, input);
    return this.read.execute(actor, id);
  }
}
