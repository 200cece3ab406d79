import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathCode, PathId, Query } from '#platform/http';
import { ReadChannelConsent } from './channel-consent.ts';
import { ChannelSettings } from './channel-settings.ts';
import { channelOf } from './channels.controller.ts';
import { ReadNoRoute } from './no-route.ts';
import { PushSubscriptions } from './push-subscriptions.ts';
import { SendTest } from './send-test.ts';

/** How people are reached: who cannot be, the browsers of one's own, a test to oneself. */
@Controller()
export class PeopleRoutesController {
  constructor(
    private readonly unreached: ReadNoRoute,
    private readonly push: PushSubscriptions,
    private readonly test: SendTest,
    private readonly consent: ReadChannelConsent,
    private readonly settings: ChannelSettings,
  ) {}

  @Handle(routes.noRoute)
  noRoute(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.noRoute>,
  ) {
    return this.unreached.execute(actor, unitId, query);
  }

  @Handle(routes.channelConsent)
  agreed(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.channelConsent>,
  ) {
    return this.consent.execute(actor, unitId, query);
  }

  @Handle(routes.channelSettings)
  environment(@CurrentActor() actor: Actor) {
    return this.settings.execute(actor);
  }

  @Handle(routes.sendTest)
  sendTest(@CurrentActor() actor: Actor, @PathCode('channelId') channelId: string) {
    return this.test.execute(actor, channelOf(channelId));
  }

  @Handle(routes.pushKey)
  pushKey() {
    return this.push.key();
  }

  @Handle(routes.subscribePush)
  subscribePush(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.subscribePush>) {
    return this.push.subscribe(actor, input);
  }

  @Handle(routes.unsubscribePush)
  unsubscribePush(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.unsubscribePush>) {
    return this.push.unsubscribe(actor, input);
  }
}
