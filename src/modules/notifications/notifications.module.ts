import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { configuredChannels } from '#channels';
import { ENV, type Env } from '#platform/config';
import { channelControllers, channelProviders } from './channels/index.ts';
import { chatProviders } from './chat/providers.ts';
import { deliverProviders } from './deliver/index.ts';
import { DeliveryChannels } from './delivery-channels.ts';
import { groupControllers, groupProviders } from './groups/providers.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import { InviteLetters } from './invite-mails/invite-letters.ts';
import { InviteMailsController } from './invite-mails/invite-mails.controller.ts';
import { MailInvites } from './invite-mails/mail-invites.ts';
import { LearnRoute } from './inbox/learn-route.ts';
import { logControllers, logProviders } from './log/providers.ts';
import { InboxQuestions } from './inbox/inbox-questions.ts';
import { LiveSignal } from './inbox/live-signal.ts';
import { LiveStreams } from './inbox/live-streams.ts';
import { MarkSeen } from './inbox/mark-seen.ts';
import { Preferences } from './inbox/preferences.ts';
import { StopMessages } from './inbox/stop-messages.ts';
import { ReadInbox } from './inbox/read-inbox.ts';
import { MessageFacts, ReportAudience } from './messages/index.ts';
import { notificationsEntities } from './notifications.entities.ts';
import { NotificationSubscribers } from './notifications.subscribers.ts';
import { OfficeMailQueue } from './office-mail/office-mail-queue.ts';
import { OfficeMails, ReadOfficeMails } from './office-mail/office-mails.ts';
import { OfficeMailStore } from './office-mail/office-mail-store.ts';
import { OfficeMailWords } from './office-mail/office-mail-words.ts';
import { SendOfficeMail } from './office-mail/send-office-mail.ts';
import { OfficeMailsController } from './office-mail/office-mails.controller.ts';
import { OaConsentController } from './webhooks/oa-consent.controller.ts';
import { PlanMessage } from './plan/plan-message.ts';
import { WithdrawMessages } from './plan/withdraw-messages.ts';
import { DeliveryStatusController } from './delivery-status/delivery-status.controller.ts';
import { ProgressController } from './delivery-status/progress.controller.ts';
import { AssignmentPlace } from './delivery-status/assignment-place.ts';
import { ReadCallList, TellByPhone } from './delivery-status/call-list.ts';
import { CallNotes } from './delivery-status/call-notes.ts';
import { ChaseSilent } from './delivery-status/chase.ts';
import { ChaseRules } from './delivery-status/chase-rules.ts';
import { KeepChaseRules } from './delivery-status/keep-chase-rules.ts';
import { ChooseReminded } from './delivery-status/choose-reminded.ts';
import { PlanRoutes } from './delivery-status/plan-routes.ts';
import { PreviewChange } from './delivery-status/preview-change.ts';
import { PreviewAssignment } from './delivery-status/preview.ts';
import { PreviewSources } from './delivery-status/preview-sources.ts';
import { DeliveryStatusQueries } from './delivery-status/delivery-status.queries.ts';
import { ReadDeliveryStatus } from './delivery-status/read-delivery-status.ts';
import { ReadFollowUps } from './delivery-status/read-follow-ups.ts';
import { ReadProgress } from './delivery-status/read-progress.ts';
import { TeamRowQueries } from './delivery-status/team-rows.queries.ts';
import { ReadTraces } from './delivery-status/read-traces.ts';
import { PreviewReminder } from './delivery-status/preview-reminder.ts';
import { Remind } from './delivery-status/remind.ts';
import { NotificationsErasures } from './personal-data/erasures.ts';
import { NotificationsOwnRecords } from './personal-data/own-records.ts';
import { TeamReminderSends } from './delivery-status/team-reminder-sends.ts';
import { NotificationsKeptRecords } from './personal-data/kept-records.ts';
import { NotificationsPersonParts } from './personal-data/person-parts.ts';
import { recipientControllers, recipientProviders } from './recipients/providers.ts';
import { reminderControllers, reminderProviders } from './reminders/providers.ts';
import { systemControllers, systemProviders } from './system/providers.ts';
import { webhookProviders } from './webhooks/providers.ts';
import { ZaloConnection, zaloProviders } from './zalo/index.ts';

@Module({
  imports: [TypeOrmModule.forFeature(notificationsEntities)],
  controllers: [
    ...channelControllers,
    InboxController,
    InviteMailsController,
    OaConsentController,
    OfficeMailsController,
    DeliveryStatusController,
    ProgressController,
    ...groupControllers,
    ...recipientControllers,
    ...reminderControllers,
    ...logControllers,
    ...systemControllers,
  ],
  providers: [
    {
      provide: DeliveryChannels,
      inject: [ENV, ZaloConnection],
      useFactory: (env: Env, { ports }: ZaloConnection) =>
        new DeliveryChannels(configuredChannels(env, { ...(ports && { zalo: ports }) })),
    },
    ...zaloProviders,
    ...deliverProviders,
    ...channelProviders,
    InviteLetters,
    MailInvites,
    NotificationsErasures,
    NotificationsOwnRecords,
    NotificationsKeptRecords,
    NotificationsPersonParts,
    InboxQuestions,
    LearnRoute,
    LiveSignal,
    LiveStreams,
    MarkSeen,
    MessageFacts,
    ReportAudience,
    OfficeMailQueue,
    OfficeMails,
    OfficeMailStore,
    OfficeMailWords,
    ReadOfficeMails,
    SendOfficeMail,
    NotificationSubscribers,
    PlanMessage,
    Preferences,
    StopMessages,
    ReadInbox,
    WithdrawMessages,
    AssignmentPlace,
    CallNotes,
    ChaseRules,
    ChaseSilent,
    KeepChaseRules,
    ChooseReminded,
    PlanRoutes,
    PreviewAssignment,
    PreviewChange,
    PreviewSources,
    DeliveryStatusQueries,
    ReadCallList,
    ReadDeliveryStatus,
    ReadFollowUps,
    ReadProgress,
    ReadTraces,
    PreviewReminder,
    Remind,
    TeamReminderSends,
    TeamRowQueries,
    TellByPhone,
    ...groupProviders,
    ...logProviders,
    ...chatProviders,
    ...recipientProviders,
    ...reminderProviders,
    ...webhookProviders,
    ...systemProviders,
  ],
})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(@Inject(DeliveryChannels) private readonly channels: DeliveryChannels) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.channels.inOrder.map((channel) => channel.close?.()));
  }
}
