import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadReport } from './read-report.ts';
import { SubmitReport } from './submit-report.ts';
import { WithdrawReport } from './withdraw-report.ts';
import { PlanFigures, TypeFigure } from './type-figure.ts';
import { WriteWords } from './write-words.ts';

/** What a unit does with its own report. */
@Controller()
export class ReportActsController {
  constructor(
    private readonly read: ReadReport,
    private readonly words: WriteWords,
    private readonly typing: TypeFigure,
    private readonly planning: PlanFigures,
    private readonly submitting: SubmitReport,
    private readonly withdrawing: WithdrawReport,
  ) {}

  @Handle(routes.writeReport)
  async write(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.writeReport>,
  ) {
    await this.words.execute(actor, id, input);
    return this.read.wordsOf(actor, id);
  }

  @Handle(routes.typeFigure)
  async type(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.typeFigure>,
  ) {
    await this.typing.execute(actor, id, input);
    return this.read.figure(actor, id, input.code);
  }

  @Handle(routes.planFigures)
  plan(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.planFigures>,
  ) {
    return this.planning.execute(actor, unitId, input);
  }

  @Handle(routes.submitReport)
  async submit(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.submitReport>,
  ) {
    await this.submitting.execute(actor, id, input);
    return this.read.execute(actor, id);
  }

  @Handle(routes.withdrawReport)
  withdraw(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.withdrawing.execute(actor, id);
  }
}
