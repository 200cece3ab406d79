/** What the module's wiring takes from here. */
import { ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import { PlanDigest } from '../../plan/planning/plan-digest.ts';
import { WhenSent } from '../../plan/planning/when-sent.ts';
import { BoardFigures } from './board-figures.ts';
import { BoardSources } from './board-sources.ts';
import { ReadChannelConsent } from './channel-consent.ts';
import { ChannelSettings } from './channel-settings.ts';
import { ChannelLog } from './channel-log.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';
import { ChannelTests } from './channel-tests.ts';
import { ChannelTraffic } from './channel-traffic.ts';
import { ChannelsController } from './channels.controller.ts';
import { DeclareDown, DeclareUp } from './declare-down.ts';
import { PlanDivert } from './divert-plan.ts';
import { Divert } from '../../deliver/sending/divert.ts';
import { SettleDoubtfulSends } from './settle-doubtful-sends.ts';
import { NoRouteQueries } from './no-route.queries.ts';
import { ReadNoRoute } from './no-route.ts';
import { PeopleRoutesController } from './people-routes.controller.ts';
import { PushSubscriptions } from './push-subscriptions.ts';
import { ReadChannels } from './read-board.ts';
import { RecheckFailing } from './recheck-failing.ts';
import { SendTest } from './send-test.ts';
import { StopAll } from './stop-all.ts';

export const channelControllers = [ChannelsController, PeopleRoutesController];
export const channelProviders = [
  ChannelSettings,
  ReadChannelConsent,
  BoardFigures,
  BoardSources,
  ChannelLog,
  ChannelStates,
  ChannelTests,
  ChannelTraffic,
  SettleDoubtfulSends,
  DeclareDown,
  DeclareUp,
  Divert,
  ChannelOrderQueries,
  NoRouteQueries,
  PlanDigest,
  PlanDivert,
  PushSubscriptions,
  ReadChannels,
  ReadNoRoute,
  RecheckFailing,
  SendTest,
  StopAll,
  WhenSent,
];
export { ChannelLog, ChannelStates };
