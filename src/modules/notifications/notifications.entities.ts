/** The module's tables. */
import {
  ChannelLogLine,
  ChannelStatus,
  ChannelStop,
  ChannelTest,
  PushSubscription,
} from './plan/states/channel.entity.ts';
import { ChatHint, ChatQuestion, ChatRecord } from './chat/talks/chat.entity.ts';
import { AddressState, PaceBucket } from './plan/states/address-state.entity.ts';
import { Delivery, DeliveryChunk } from './deliver/sending/delivery.entity.ts';
import { QuietRule } from './plan/quiet/quiet-rule.entity.ts';
import { GroupChat, GroupPost } from './groups/group-chat.entity.ts';
import { LogQuestion } from './plan/messages/facts/log-question.entity.ts';
import { Notification, NotificationPreference } from './deliver/inbox/notification.entity.ts';
import { OfficeMail } from './reads/office-mail/office-mail.entity.ts';
import { DigestPerson, Message } from './plan/planning/message.entity.ts';
import { CallNote, Chase, ChaseRule } from './plan/messages/facts/chase.entity.ts';
import { OaConsent, WebhookEvent } from './webhooks/webhook-event.entity.ts';
import { PublicMonth } from './reads/system/public-month.entity.ts';
import { RecipientMailbox } from './reads/office-mail/recipient-mailbox.entity.ts';
import { ChannelToken } from './deliver/zalo/channel-token.entity.ts';

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
