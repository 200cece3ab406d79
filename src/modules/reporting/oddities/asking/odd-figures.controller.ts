import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AskAboutOddFigure } from './ask-about-odd-figure.ts';
import { ReadOddFigure } from './read-odd-figure.ts';
import { ReadOddFigures } from './read-odd-figures.ts';

@Controller()
export class OddFiguresController {
  constructor(
    private readonly list: ReadOddFigures,
    private readonly read: ReadOddFigure,
    private readonly asking: AskAboutOddFigure,
  ) {}

  @Handle(routes.oddFigures)
  ofUnit(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.oddFigures>,
  ) {
    return this.list.execute(actor, unitId, query);
  }

  @Handle(routes.reportOddFigures)
  ofReport(@CurrentActor() actor: Actor, @PathId('reportId') reportId: string) {
    return this.read.ofReport(actor, reportId);
  }

  @Handle(routes.readOddFigure)
  one(@CurrentActor() actor: Actor, @PathId('oddFigureId') id: string) {
    return this.read.execute(actor, id);
  }

  @Handle(routes.askOddFigure)
  ask(
    @CurrentActor() actor: Actor,
    @PathId('oddFigureId') id: string,
    @Input() input: RouteBody<typeof routes.askOddFigure>,
  ) {
    return this.asking.ask(actor, id, input);
  }

  @Handle(routes.answerOddFigure)
  answer(
    @CurrentActor() actor: Actor,
    @PathId('oddFigureId') id: string,
    @Input() input: RouteBody<typeof routes.answerOddFigure>,
  ) {
    return this.asking.answer(actor, id, input);
  }

  @Handle(routes.dismissOddFigure)
  dismiss(
    @CurrentActor() actor: Actor,
    @PathId('oddFigureId') id: string,
    @Input() input: RouteBody<typeof routes.dismissOddFigure>,
  ) {
    return this.asking.dismiss(actor, id, input);
  }
}
