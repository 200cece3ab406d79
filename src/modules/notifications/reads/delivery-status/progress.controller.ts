import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadCallList, TellByPhone } from './call-list.ts';
import { ReadDeliveryStatus } from './read-delivery-status.ts';
import { ReadFollowUps } from './read-follow-ups.ts';
import { ReadProgress } from './read-progress.ts';
import { Remind } from './remind.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly readProgress: ReadProgress,
    private readonly readFollowUps: ReadFollowUps,
    private readonly readStatus: ReadDeliveryStatus,
    private readonly reminding: Remind,
    private readonly calls: ReadCallList,
    private readonly telling: TellByPhone,
  ) {}

  @Handle(routes.followUps)
  followUps(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.readFollowUps.execute(actor, unitId);
  }

  @Handle(routes.assignmentTasks)
  tasks(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Query() query: RouteQuery<typeof routes.assignmentTasks>,
  ) {
    return this.readProgress.teams(actor, assignmentId, query);
  }

  @Handle(routes.assignmentRollUp)
  rollUp(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Query() query: RouteQuery<typeof routes.assignmentRollUp>,
  ) {
    return this.readProgress.rollUp(actor, assignmentId, query);
  }

  @Handle(routes.deliveryStatus)
  read(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Query() query: RouteQuery<typeof routes.deliveryStatus>,
  ) {
    return this.readStatus.execute(actor, assignmentId, query);
  }

  @Handle(routes.remind)
  remind(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.remind>,
  ) {
    return this.reminding.execute(actor, assignmentId, input);
  }

  @Handle(routes.callList)
  callList(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Query() query: RouteQuery<typeof routes.callList>,
  ) {
    return this.calls.execute(actor, assignmentId, query);
  }

  @Handle(routes.told)
  told(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.told>,
  ) {
    return this.telling.execute(actor, assignmentId, input);
  }
}
