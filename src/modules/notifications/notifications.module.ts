import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { configuredChannels } from '#channels';
import { ENV, type Env } from '#platform/config';
import { channelControllers, channelProviders } from './channels/index.ts';
import { chatProviders } from './chat/providers.ts';
import { deliverProviders } from './deliver/index.ts';
import { DeliveryChannels } from './delivery-channels.ts';
import { groupControllers, groupProviders } from './groups/providers.ts';
import { InboxController } from './inbox.controller.ts';
import { LiveSignal } from './inbox/live-signal.ts';
import { LiveStreams } from './inbox/live-streams.ts';
import { MarkSeen } from './inbox/mark-seen.ts';
import { Preferences } from './inbox/preferences.ts';
import { ReadInbox } from './inbox/read-inbox.ts';
import { MessageDoors, MessageFacts, ReportAudience } from './messages/index.ts';
import { notificationsEntities } from './notifications.entities.ts';
import { NotificationSubscribers } from './notifications.subscribers.ts';
import { OfficeMails, ReadOfficeMails } from './office-mail/office-mails.ts';
import { OfficeMailStore } from './office-mail/office-mail-store.ts';
import { SendOfficeMail } from './office-mail/send-office-mail.ts';
import { OfficeMailsController } from './office-mails.controller.ts';
import { OaConsentController } from './oa-consent.controller.ts';
import { PlanMessage } from './plan/plan-message.ts';
import { WithdrawMessages } from './plan/withdraw-messages.ts';
import { ReachController } from './reach.controller.ts';
import { AssignmentPlace } from './reach/assignment-place.ts';
import { ReadCallList, TellByPhone } from './reach/call-list.ts';
import { CallNotes } from './reach/call-notes.ts';
import { ChaseSilent } from './reach/chase.ts';
import { ChaseRules } from './reach/chase-rules.ts';
import { PlanRoutes } from './reach/plan-routes.ts';
import { PreviewAssignment } from './reach/preview.ts';
import { PreviewSources } from './reach/preview-sources.ts';
import { ReachQueries } from './reach/reach.queries.ts';
import { ReadReach } from './reach/read-reach.ts';
import { ReadTraces } from './reach/read-traces.ts';
import { Remind } from './reach/remind.ts';
import { webhookProviders } from './webhooks/providers.ts';
import { Zalo, zaloProviders } from './zalo/index.ts';

@Module({
  imports: [TypeOrmModule.forFeature(notificationsEntities)],
  controllers: [
    ...channelControllers,
    InboxController,
    OaConsentController,
    OfficeMailsController,
    ReachController,
    ...groupControllers,
  ],
  providers: [
    {
      provide: DeliveryChannels,
      inject: [ENV, Zalo],
      useFactory: (env: Env, { doors }: Zalo) =>
        new DeliveryChannels(configuredChannels(env, { ...(doors && { zalo: doors }) })),
    },
    ...zaloProviders,
    ...deliverProviders,
    ...channelProviders,
    LiveSignal,
    LiveStreams,
    MarkSeen,
    MessageDoors,
    MessageFacts,
    ReportAudience,
    OfficeMails,
    OfficeMailStore,
    ReadOfficeMails,
    SendOfficeMail,
    NotificationSubscribers,
    PlanMessage,
    Preferences,
    ReadInbox,
    WithdrawMessages,
    AssignmentPlace,
    CallNotes,
    ChaseRules,
    ChaseSilent,
    PlanRoutes,
    PreviewAssignment,
    PreviewSources,
    ReachQueries,
    ReadCallList,
    ReadReach,
    ReadTraces,
    Remind,
    TellByPhone,
    ...groupProviders,
    ...chatProviders,
    ...webhookProviders,
  ],
})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(@Inject(DeliveryChannels) private readonly channels: DeliveryChannels) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.channels.ladder.map((channel) => channel.close?.()));
  }
}
