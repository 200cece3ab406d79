import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { CreateDraftTeams } from './create-draft-teams.ts';
import { CreateTeam } from './create-team.ts';
import { DissolveTeam } from './endings/dissolve-team.ts';
import { PreviewDissolution } from './endings/preview-dissolution.ts';
import { ReadTeams } from './read-teams.ts';

@Controller()
export class TeamsController {
  constructor(
    private readonly read: ReadTeams,
    private readonly createTeam: CreateTeam,
    private readonly createDrafts: CreateDraftTeams,
    private readonly dissolveTeam: DissolveTeam,
    private readonly previewDissolution: PreviewDissolution,
  ) {}

  @Handle(routes.getTeam)
  one(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Query() query: RouteQuery<typeof routes.getTeam>,
  ) {
    return this.read.one(actor, teamId, query.at);
  }

  @Handle(routes.createTeam)
  async create(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createTeam>,
  ) {
    return this.read.one(actor, await this.createTeam.execute(actor, unitId, input), input.from);
  }

  @Handle(routes.createDraftTeams)
  async drafts(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createDraftTeams>,
  ) {
    return { created: await this.createDrafts.execute(actor, unitId, input) };
  }

  @Handle(routes.dissolutionPreview)
  dissolution(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.previewDissolution.execute(actor, teamId);
  }

  @Handle(routes.dissolveTeam)
  async dissolve(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.dissolveTeam>,
  ) {
    await this.dissolveTeam.execute(actor, teamId, input);
    return this.read.one(actor, teamId);
  }
}
