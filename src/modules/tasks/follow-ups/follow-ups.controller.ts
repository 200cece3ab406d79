import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerFollowUp } from './answer-follow-up.ts';

@Controller()
export class FollowUpsController {
  constructor(private readonly answer: AnswerFollowUp) {}

  @Handle(routes.closeFollowUp)
  close(@CurrentActor() actor: Actor, @PathId('followUpId') followUpId: string) {
    return this.answer.close(actor, followUpId);
  }

  @Handle(routes.moveFollowUp)
  move(
    @CurrentActor() actor: Actor,
    @PathId('followUpId') followUpId: string,
    @Input() input: RouteBody<typeof routes.moveFollowUp>,
  ) {
    return this.answer.move(actor, followUpId, input);
  }
}
