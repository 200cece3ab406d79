import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { DissolveTeams } from './dissolve-teams.ts';
import { PreviewDissolutions } from './preview-dissolutions.ts';

@Controller()
export class EndingsController {
  constructor(
    private readonly dissolving: DissolveTeams,
    private readonly preview: PreviewDissolutions,
  ) {}

  @Handle(routes.previewDissolutions)
  before(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewDissolutions>,
  ) {
    return this.preview.execute(actor, unitId, input);
  }

  @Handle(routes.dissolveTeams)
  dissolve(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.dissolveTeams>,
  ) {
    return this.dissolving.execute(actor, unitId, input);
  }
}
