export * from './notifications.events.ts';
export { DeliveryChannels } from './delivery-channels.ts';
export { Sweep } from './deliver/sweep.ts';
export { ChaseSilent } from './delivery-status/chase.ts';
export { NotificationsModule } from './notifications.module.ts';
export { consentPage, consentStyleHash } from './webhooks/consent-page.ts';
export { OaConsent } from './webhooks/oa-consent.ts';
export { ReceiveWebhook } from './webhooks/receive-webhook.ts';
export { RefusedCalls } from './webhooks/refused-calls.ts';
