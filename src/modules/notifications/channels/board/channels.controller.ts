import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { channelIds, type ChannelId } from '#contracts/enums';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathCode } from '#platform/http';
import { notificationErrors } from '../../notifications.errors.ts';
import { DeclareDown, DeclareUp } from './declare-down.ts';
import { PlanDivert } from './divert-plan.ts';
import { SettleDoubtfulSends } from './settle-doubtful-sends.ts';
import { ReadChannels } from './read-board.ts';
import { StopAll } from './stop-all.ts';

@Controller()
export class ChannelsController {
  constructor(
    private readonly board: ReadChannels,
    private readonly plan: PlanDivert,
    private readonly down: DeclareDown,
    private readonly up: DeclareUp,
    private readonly doubt: SettleDoubtfulSends,
    private readonly all: StopAll,
  ) {}

  @Handle(routes.channels)
  channels(@CurrentActor() actor: Actor) {
    return this.board.execute(actor);
  }

  @Handle(routes.divertPlan)
  divertPlan(@CurrentActor() actor: Actor, @PathCode('channelId') channelId: string) {
    return this.plan.execute(actor, channelOf(channelId));
  }

  @Handle(routes.declareDown)
  declareDown(
    @CurrentActor() actor: Actor,
    @PathCode('channelId') channelId: string,
    @Input() input: RouteBody<typeof routes.declareDown>,
  ) {
    return this.down.execute(actor, channelOf(channelId), input);
  }

  @Handle(routes.declareUp)
  declareUp(@CurrentActor() actor: Actor, @PathCode('channelId') channelId: string) {
    return this.up.execute(actor, channelOf(channelId));
  }

  @Handle(routes.decideInDoubt)
  decideInDoubt(
    @CurrentActor() actor: Actor,
    @PathCode('channelId') channelId: string,
    @Input() input: RouteBody<typeof routes.decideInDoubt>,
  ) {
    return this.doubt.execute(actor, channelOf(channelId), input);
  }

  @Handle(routes.stopAll)
  stopAll(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.stopAll>) {
    return this.all.stop(actor, input);
  }

  @Handle(routes.resumeAll)
  resumeAll(@CurrentActor() actor: Actor) {
    return this.all.resume(actor);
  }
}

/** @throws notification.channelNotFound */
export function channelOf(text: string): ChannelId {
  const id = channelIds.find((one) => one === text);
  if (!id) throw notificationErrors.channelNotFound();
  return id;
}
