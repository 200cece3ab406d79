import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerFollowUp } from './answer-follow-up.ts';
import { ReadTeamFollowUps } from './read-team-follow-ups.ts';

@Controller()
export class FollowUpsController {
  constructor(
    private readonly answer: AnswerFollowUp,
    private readonly read: ReadTeamFollowUps,
  ) {}

  @Handle(routes.teamFollowUps)
  ofTeam(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.read.execute(actor, teamId);
  }

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
