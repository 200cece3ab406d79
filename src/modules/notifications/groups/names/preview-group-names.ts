import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { SecondApproval } from '#modules/membership';
import { PreviewTold } from '../../plan/planning/preview-told.ts';
import { TeamAudience } from '../../plan/planning/team-audience.ts';
import { ChooseNames, reachOf } from './choose-names.ts';

/** Before the right names are told: which leaders hear of it and how, and which teams are left alone. */
@Injectable()
export class PreviewGroupNames {
  constructor(
    private readonly choose: ChooseNames,
    private readonly audience: TeamAudience,
    private readonly told: PreviewTold,
    private readonly approval: SecondApproval,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    asked: readonly string[] | undefined,
  ): Promise<RouteAnswer<typeof routes.previewGroupNames>> {
    const { wrong, left } = await this.choose.of(actor, unitId, asked);
    const reach = reachOf(wrong);
    const people = await this.audience.of(reach.teamIds, reach.roles);
    return this.told.of({
      kind: 'groupName',
      isDuty: false,
      told: wrong.map((team) => ({ ...team, people: people.get(team.id) ?? [] })),
      left,
      secondApproval: await this.approval.shown(unitId, 'committee.manage', reach, actor.personId),
    });
  }
}
