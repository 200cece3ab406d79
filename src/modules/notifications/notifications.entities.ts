/** The module's tables. */
import {
  ChannelLogLine,
  ChannelStatus,
  ChannelStop,
  ChannelTest,
  PushSubscription,
} from './channels/channel.entity.ts';
import { ChatHint, ChatQuestion, ChatRecord } from './chat/chat.entity.ts';
import { AddressState, PaceBucket } from './deliver/address-state.entity.ts';
import { Delivery, DeliveryChunk } from './deliver/delivery.entity.ts';
import { QuietRule } from './deliver/quiet/quiet-rule.entity.ts';
import { GroupChat, GroupPost } from './groups/group-chat.entity.ts';
import { LogQuestion } from './log/log-question.entity.ts';
import { Notification, NotificationPreference } from './inbox/notification.entity.ts';
import { OfficeMail } from './office-mail/office-mail.entity.ts';
import { DigestPerson, Message } from './plan/message.entity.ts';
import { CallNote, Chase, ChaseRule } from './delivery-status/chase.entity.ts';
import { OaConsent, WebhookEvent } from './webhooks/webhook-event.entity.ts';
import { PublicMonth } from './system/public-month.entity.ts';
import { RecipientMailbox } from './recipients/recipient-mailbox.entity.ts';
import { ChannelToken } from './zalo/channel-token.entity.ts';

export const notificationsEntities = [
  AddressState,
  CallNote,
  ChannelLogLine,
  ChannelStatus,
  ChannelStop,
  ChannelTest,
  ChannelToken,
  Chase,
  ChaseRule,
  ChatHint,
  ChatQuestion,
  ChatRecord,
  Delivery,
  DeliveryChunk,
  DigestPerson,
  GroupChat,
  GroupPost,
  LogQuestion,
  Message,
  Notification,
  NotificationPreference,
  OaConsent,
  OfficeMail,
  PaceBucket,
  PublicMonth,
  PushSubscription,
  QuietRule,
  RecipientMailbox,
  WebhookEvent,
];
