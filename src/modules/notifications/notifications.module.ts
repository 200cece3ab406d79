/**
 * From an event to what each person reads of it, each wing and room on those above it in this list (`.config/floors.mjs`):
 *
 * - plan: states of channels and addresses, messages and their words, quiet hours, planning: who is told, when, by which route
 * - deliver: Zalo's account, the inbox, sending in chunks and at a pace
 * - channels: their board, tests, stops and diverted messages
 * - chat: talks with a person; groups: a team's group, its posts and name; webhooks: what platforms tell
 * - reads: the log, delivery status, mail to offices, the system's page, previews of reminders, personal data
 */
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { configuredChannels } from '#channels';
import { ENV, type Env } from '#platform/config';
import { channelControllers, channelProviders } from './channels/board/index.ts';
import { chatProviders } from './chat/talks/providers.ts';
import { deliverProviders } from './deliver/sending/index.ts';
import { DeliveryChannels } from './delivery-channels.ts';
import { groupControllers, groupProviders } from './groups/providers.ts';
import { InboxController } from './deliver/inbox/inbox.controller.ts';
import { InviteLetters } from './reads/office-mail/invite-letters.ts';
import { InviteMailsController } from './reads/office-mail/invite-mails.controller.ts';
import { MailInvites } from './reads/office-mail/mail-invites.ts';
import { LearnRoute } from './deliver/inbox/learn-route.ts';
import { logControllers, logProviders } from './reads/log/providers.ts';
import { InboxQuestions } from './deliver/inbox/inbox-questions.ts';
import { LiveSignal } from './deliver/inbox/live-signal.ts';
import { LiveStreams } from './deliver/inbox/live-streams.ts';
import { MarkSeen } from './deliver/inbox/mark-seen.ts';
import { Preferences } from './deliver/inbox/preferences.ts';
import { StopMessages } from './deliver/inbox/stop-messages.ts';
import { ReadInbox } from './deliver/inbox/read-inbox.ts';
import { MessageFacts, ReportAudience } from './plan/messages/index.ts';
import { notificationsEntities } from './notifications.entities.ts';
import { NotificationSubscribers } from './notifications.subscribers.ts';
import { OfficeMailQueue } from './reads/office-mail/office-mail-queue.ts';
import { OfficeMails, ReadOfficeMails } from './reads/office-mail/office-mails.ts';
import { OfficeMailStore } from './reads/office-mail/office-mail-store.ts';
import { OfficeMailWords } from './reads/office-mail/office-mail-words.ts';
import { SendOfficeMail } from './reads/office-mail/send-office-mail.ts';
import { OfficeMailsController } from './reads/office-mail/office-mails.controller.ts';
import { OaConsentController } from './webhooks/oa-consent.controller.ts';
import { PlanMessage } from './plan/planning/plan-message.ts';
import { WithdrawMessages } from './plan/planning/withdraw-messages.ts';
import { DeliveryStatusController } from './reads/delivery-status/delivery-status.controller.ts';
import { ProgressController } from './reads/delivery-status/progress.controller.ts';
import { AssignmentPlace } from './reads/delivery-status/assignment-place.ts';
import { ReadCallList, TellByPhone } from './reads/delivery-status/call-list.ts';
import { CallNotes } from './reads/delivery-status/call-notes.ts';
import { ChaseSilent } from './reads/delivery-status/chase.ts';
import { ChaseRules } from './reads/delivery-status/chase-rules.ts';
import { KeepChaseRules } from './reads/delivery-status/keep-chase-rules.ts';
import { ChooseReminded } from './reads/delivery-status/choose-reminded.ts';
import { PlanRoutes } from './reads/delivery-status/plan-routes.ts';
import { PreviewChange } from './reads/delivery-status/preview-change.ts';
import { PreviewAssignment } from './reads/delivery-status/preview.ts';
import { PreviewSources } from './reads/delivery-status/preview-sources.ts';
import { DeliveryStatusQueries } from './reads/delivery-status/delivery-status.queries.ts';
import { ReadDeliveryStatus } from './reads/delivery-status/read-delivery-status.ts';
import { ReadFollowUps } from './reads/delivery-status/read-follow-ups.ts';
import { ReadProgress } from './reads/delivery-status/read-progress.ts';
import { TeamRowQueries } from './reads/delivery-status/team-rows.queries.ts';
import { ReadTraces } from './reads/delivery-status/read-traces.ts';
import { PreviewReminder } from './reads/reminders/preview-reminder.ts';
import { Remind } from './reads/delivery-status/remind.ts';
import { NotificationsErasures } from './reads/personal-data/erasures.ts';
import { NotificationsOwnRecords } from './reads/personal-data/own-records.ts';
import { TeamReminderSends } from './reads/delivery-status/team-reminder-sends.ts';
import { NotificationsKeptRecords } from './reads/personal-data/kept-records.ts';
import { NotificationsPersonReferences } from './reads/personal-data/person-references.ts';
import { recipientControllers, recipientProviders } from './reads/office-mail/providers.ts';
import { reminderControllers, reminderProviders } from './reads/reminders/providers.ts';
import { systemControllers, systemProviders } from './reads/system/providers.ts';
import { webhookProviders } from './webhooks/providers.ts';
import { ZaloConnection, zaloProviders } from './deliver/zalo/index.ts';

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
    NotificationsPersonReferences,
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
