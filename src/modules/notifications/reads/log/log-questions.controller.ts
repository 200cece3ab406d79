import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerReason } from './answer-reason.ts';
import { AskReason } from './ask-reason.ts';
import { CutSession } from './cut-session.ts';

/** What is done about a line of the log. */
@Controller()
export class LogQuestionsController {
  constructor(
    private readonly askReason: AskReason,
    private readonly answers: AnswerReason,
    private readonly cutSession: CutSession,
  ) {}

  @Handle(routes.askLogReason)
  ask(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string, @PathId('entryId') entryId: string) {
    return this.askReason.execute(actor, unitId, entryId);
  }

  @Handle(routes.cutLoggedSession)
  cut(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string, @PathId('entryId') entryId: string) {
    return this.cutSession.execute(actor, unitId, entryId);
  }

  @Handle(routes.ownLogQuestion)
  own(@CurrentActor() actor: Actor, @PathId('questionId') questionId: string) {
    return this.answers.read(actor, questionId);
  }

  @Handle(routes.answerLogQuestion)
  answer(
    @CurrentActor() actor: Actor,
    @PathId('questionId') questionId: string,
    @Input() { text }: RouteBody<typeof routes.answerLogQuestion>,
  ) {
    return this.answers.execute(actor, questionId, text);
  }
}
