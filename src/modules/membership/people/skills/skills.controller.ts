import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { SaySkills } from './say-skills.ts';

@Controller()
export class SkillsController {
  constructor(private readonly say: SaySkills) {}

  @Handle(routes.saySkills)
  mine(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.saySkills>) {
    return this.say.mine(actor, input);
  }

  @Handle(routes.setMemberSkills)
  ofMember(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('personId') personId: string,
    @Input() input: RouteBody<typeof routes.setMemberSkills>,
  ) {
    return this.say.ofMember(actor, teamId, personId, input);
  }
}
