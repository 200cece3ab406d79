export * from './channel.ts';
export { type ChannelEnvironment, configuredChannels } from './configured-channels.ts';
export {
  configuredZalo,
  configuredZaloGroups,
  OAUTH_TIMEOUT_MS,
  type ZaloPorts,
  type ZaloEnvironment,
  zaloGraph,
  zaloOauth,
} from './configured-zalo.ts';
export { createEmailChannel, type EmailSettings } from './email/email-channel.ts';
export {
  type InitDataKey,
  type InitDataRefusal,
  type InitDataResult,
  type InitDataRules,
  telegramPublicKey,
  telegramTestPublicKey,
  verifyInitData,
} from './telegram/init-data.ts';
export type { TelegramLaunch, TelegramUser } from './telegram/read-launch.ts';
export { loginByInitData, MemoryReplayCache, type ReplayCache } from './telegram/replay-cache.ts';
export { type ContactResult, verifyRequestedContact } from './telegram/request-contact.ts';
export type { TelegramAddress } from './telegram/telegram-address.ts';
export { pathOfStartParam, startParamOf } from './telegram/telegram-buttons.ts';
export { createTelegramChannel, type TelegramChannel, type TelegramSettings } from './telegram/telegram-channel.ts';
export { markUsed, type PressedMessage } from './telegram/used-buttons.ts';
export type { TelegramEventKind } from './telegram/telegram-updates.ts';
export { registerTelegramWebhook } from './telegram/telegram-webhook.ts';
export type { ZaloBotChannel } from './zalo-bot/bot-channel.ts';
export { gmfSeatVnd, mention, type GmfChannel } from './zalo-gmf/gmf-channel.ts';
export { GMF_NAME, shortGroupName } from './zalo-gmf/gmf-name.ts';
export type { CreatedGroup, GmfGroupAdmin, GmfProduct, GroupAsset } from './zalo-gmf/group-admin.ts';
export type { GraphClient, GraphErrorCode, GraphFailure, GraphPerson } from './zalo-graph/graph-client.ts';
export { SHARE_OF_LIMIT } from './zalo-oa/account-limits.ts';
export { type ConsultationRules, consultationRules, type InteractionFacts } from './zalo-oa/consultation-window.ts';
export type { GroupEventData } from './zalo-oa/normalize-group-events.ts';
export type { OaInboundData } from './zalo-oa/normalize-oa-events.ts';
export type { LimitFacts } from './zalo-oa/oa-client.ts';
export {
  healthOf as tokenHealthOf,
  type OaTokens,
  type OaTokenSource,
  type TokenHealth,
  type TokenSource,
  type TokenState,
  type TokenStore,
} from './zalo-oa/oa-tokens.ts';
export { type PushAddress, webPushAddress } from './web-push/web-push-address.ts';
export { createWebPushChannel, pushHosts, type WebPushSettings } from './web-push/web-push-channel.ts';
export { zbsPrices } from './zalo-zbs/zbs-channel.ts';
export type { ZbsPrices } from './zalo-zbs/zbs-hours.ts';
