import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerSheet } from './answers/answer-sheet.ts';
import { ReadSheet } from './answers/read-sheet.ts';
import { ReturnSheet } from './answers/return-sheet.ts';

/** What one unit answers, and what of it goes back. */
@Controller()
export class FormAnswersController {
  constructor(
    private readonly sheets: ReadSheet,
    private readonly answering: AnswerSheet,
    private readonly returning: ReturnSheet,
  ) {}

  @Handle(routes.readSheet)
  read(@CurrentActor() actor: Actor, @PathId('sheetId') id: string) {
    return this.sheets.execute(actor, id);
  }

  @Handle(routes.keepAnswers)
  keep(
    @CurrentActor() actor: Actor,
    @PathId('sheetId') id: string,
    @Input() input: RouteBody<typeof routes.keepAnswers>,
  ) {
    return this.answering.keep(actor, id, input);
  }

  @Handle(routes.sendSheet)
  send(
    @CurrentActor() actor: Actor,
    @PathId('sheetId') id: string,
    @Input() input: RouteBody<typeof routes.sendSheet>,
  ) {
    return this.answering.send(actor, id, input);
  }

  @Handle(routes.askSheetBack)
  askBack(
    @CurrentActor() actor: Actor,
    @PathId('sheetId') id: string,
    @Input() input: RouteBody<typeof routes.askSheetBack>,
  ) {
    return this.returning.askBack(actor, id, input);
  }

  @Handle(routes.returnCells)
  giveBack(
    @CurrentActor() actor: Actor,
    @PathId('sheetId') id: string,
    @Input() input: RouteBody<typeof routes.returnCells>,
  ) {
    return this.returning.execute(actor, id, input);
  }
}
