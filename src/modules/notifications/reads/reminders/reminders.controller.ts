import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { PreviewReminder } from './preview-reminder.ts';
import { PreviewGroupNames } from '../../groups/names/preview-group-names.ts';
import { CountTold } from './count-told.ts';
import { PreviewClosings } from './preview-closings.ts';
import { PreviewManyPosts } from './preview-many-posts.ts';
import { PreviewRemind } from './preview-remind.ts';

/** What is shown before many are told. */
@Controller()
export class RemindersController {
  constructor(
    private readonly reports: PreviewRemind,
    private readonly teams: PreviewReminder,
    private readonly names: PreviewGroupNames,
    private readonly posts: PreviewManyPosts,
    private readonly closings: PreviewClosings,
    private readonly told: CountTold,
  ) {}

  @Handle(routes.reformTold)
  reformTold(@CurrentActor() actor: Actor, @PathId('reformId') reformId: string) {
    return this.told.ofReform(actor, reformId);
  }

  @Handle(routes.previewRemind)
  previewRemind(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewRemind>,
  ) {
    return this.reports.ofMonth(actor, unitId, input);
  }

  @Handle(routes.previewCampaignReminder)
  previewCampaign(
    @CurrentActor() actor: Actor,
    @PathId('campaignId') campaignId: string,
    @Input() input: RouteBody<typeof routes.previewCampaignReminder>,
  ) {
    return this.reports.ofCampaign(actor, campaignId, input);
  }

  @Handle(routes.previewReminder)
  previewReminder(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.previewReminder>,
  ) {
    return this.teams.execute(actor, assignmentId, input);
  }

  @Handle(routes.previewGroupNames)
  previewGroupNames(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() { teamIds }: RouteBody<typeof routes.previewGroupNames>,
  ) {
    return this.names.execute(actor, unitId, teamIds);
  }

  @Handle(routes.previewPostEnds)
  previewPostEnds(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewPostEnds>,
  ) {
    return this.posts.ends(actor, unitId, input);
  }

  @Handle(routes.previewAppointments)
  previewAppointments(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewAppointments>,
  ) {
    return this.posts.appointments(actor, unitId, input);
  }

  @Handle(routes.previewUnitClosings)
  previewUnitClosings(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewUnitClosings>,
  ) {
    return this.closings.units(actor, unitId, input);
  }

  @Handle(routes.previewHamletClosings)
  previewHamletClosings(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewHamletClosings>,
  ) {
    return this.closings.hamlets(actor, unitId, input);
  }
}
