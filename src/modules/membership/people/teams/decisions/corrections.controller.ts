import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { CorrectDecision } from './correct-decision.ts';
import { ReadCorrections } from './read-corrections.ts';
import { ReadTeams } from '../read-teams.ts';

@Controller()
export class CorrectionsController {
  constructor(
    private readonly correctDecision: CorrectDecision,
    private readonly corrections: ReadCorrections,
    private readonly teams: ReadTeams,
  ) {}

  @Handle(routes.correctDecision)
  async correct(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('decisionId') decisionId: string,
    @Input() input: RouteBody<typeof routes.correctDecision>,
  ) {
    await this.correctDecision.execute(actor, teamId, decisionId, input);
    return this.teams.one(actor, teamId);
  }

  @Handle(routes.decisionCorrections)
  ofDecision(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string, @PathId('decisionId') decisionId: string) {
    return this.corrections.ofDecision(actor, teamId, decisionId);
  }

  @Handle(routes.directiveCorrections)
  ofDirective(@CurrentActor() actor: Actor, @PathId('directiveId') directiveId: string) {
    return this.corrections.ofDirective(actor, directiveId);
  }
}
