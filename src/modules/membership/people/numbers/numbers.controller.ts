import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerNumber } from './answer-number.ts';
import { DoubtNumber } from './doubt-number.ts';

@Controller()
export class NumbersController {
  constructor(
    private readonly doubtNumber: DoubtNumber,
    private readonly answerNumber: AnswerNumber,
  ) {}

  @Handle(routes.doubtNumber)
  doubt(@CurrentActor() actor: Actor, @PathId('personId') personId: string) {
    return this.doubtNumber.execute(actor, personId);
  }

  @Handle(routes.answerNumber)
  answer(
    @CurrentActor() actor: Actor,
    @PathId('questionId') questionId: string,
    @Input() input: RouteBody<typeof routes.answerNumber>,
  ) {
    return this.answerNumber.execute(actor, questionId, input);
  }
}
