import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { TeamEndings } from './team-endings.ts';
import { TeamAccess } from '../team-access.ts';

/** What is open with a team, and which teams could take it over: read before the team is dissolved. */
@Injectable()
export class PreviewDissolution {
  constructor(
    private readonly places: TeamAccess,
    private readonly endings: TeamEndings,
  ) {}

  async execute(actor: Actor, teamId: string): Promise<RouteAnswer<typeof routes.dissolutionPreview>> {
    return this.endings.preview(await this.places.require(actor, 'team.manage', teamId));
  }
}
