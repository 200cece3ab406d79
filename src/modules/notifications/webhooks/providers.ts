import { AccountNews } from './account-news.ts';
import { AddressNews } from '../plan/states/address-news.ts';
import { HandleInbound } from './handle-inbound.ts';
import { NumberNews } from './number-news.ts';
import { OaConsent } from './oa-consent.ts';
import { ReceiveWebhook } from './receive-webhook.ts';
import { Receipts } from './receipts.ts';
import { RefusedCalls } from './refused-calls.ts';
import { RegisterWebhooks } from './register-webhooks.ts';
import { WebhookEvents } from './webhook-events.ts';
import { WebhookQueue } from './webhook-queue.ts';
import { WorkWebhooks } from './work-webhooks.ts';

export const webhookProviders = [
  AccountNews,
  AddressNews,
  HandleInbound,
  NumberNews,
  OaConsent,
  ReceiveWebhook,
  Receipts,
  RefusedCalls,
  RegisterWebhooks,
  WebhookEvents,
  WebhookQueue,
  WorkWebhooks,
];
