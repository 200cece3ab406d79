/**
 * Zalo's channels from the environment. Those of the Official Account need a row for its tokens and facts about who wrote
 * when, which the caller brings; the bot and the mini-app's notices stand alone. Nothing is switched on by half a setting.
 */
import type { Channel } from './channel.ts';
import { createBotChannel } from './zalo-bot/bot-channel.ts';
import { createGmfChannel, type GmfChannel } from './zalo-gmf/gmf-channel.ts';
import { GraphClient } from './zalo-graph/graph-client.ts';
import { createMiniChannel } from './zalo-mini/mini-channel.ts';
import type { InteractionFacts } from './zalo-oa/consultation-window.ts';
import { createOaChannel } from './zalo-oa/oa-channel.ts';
import type { LimitFacts } from './zalo-oa/oa-client.ts';
import { OaOauth } from './zalo-oa/oa-oauth.ts';
import { OaTokenSource, type TokenHealth, type TokenSource, type TokenStore } from './zalo-oa/oa-tokens.ts';
import { hostsBelow, zaloHosts } from './zalo-oa/zalo-hosts.ts';
import { createZbsChannel } from './zalo-zbs/zbs-channel.ts';
import type { ZbsFacts } from './zalo-zbs/zbs-hours.ts';
import { parseTemplate } from './zalo-zbs/zbs-template.ts';

export interface ZaloEnvironment {
  ZALO_APP_ID?: string | undefined;
  ZALO_APP_SECRET?: string | undefined;
  ZALO_OA_SECRET_KEY?: string | undefined;
  ZALO_OA_PER_MINUTE?: number | undefined;
  ZALO_ZBS_TEMPLATE?: string | undefined;
  ZALO_GMF?: 'on' | 'off' | undefined;
  ZALO_BOT_TOKEN?: string | undefined;
  ZALO_BOT_SECRET?: string | undefined;
  ZALO_MINI_APP_ID?: string | undefined;
  ZALO_MINI_API_KEY?: string | undefined;
  ZALO_MINI_TEMPLATE?: string | undefined;
  ZALO_URL?: string | undefined;
}

/** What the Official Account's channels need of the installation. */
export interface ZaloPorts {
  /** One per process, from `zaloOauth`. */
  tokens: TokenSource;
  now(): Date;
  /** From memory: asked for each message. */
  interactions(userId: string): InteractionFacts;
  templateFacts?(): ZbsFacts;
  onLimits?(channel: 'zalo-oa' | 'zalo-zbs' | 'zalo-gmf', facts: LimitFacts): void;
}

/** A refresh is cut off after this; the lock around it must be held for longer. */
export const OAUTH_TIMEOUT_MS = 10_000;

const hosts = ({ ZALO_URL }: ZaloEnvironment) => (ZALO_URL ? hostsBelow(ZALO_URL) : zaloHosts);

/** The account's consent and tokens; undefined without app id and secret. */
export function zaloOauth(
  env: ZaloEnvironment,
  store: TokenStore,
  now: () => Date,
  alarm?: (health: TokenHealth) => void,
) {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret } = env;
  if (!appId || !appSecret) return undefined;
  const oauth = new OaOauth({ url: hosts(env).oauth, appId, appSecret, timeoutMs: OAUTH_TIMEOUT_MS });
  const refresh = (refreshToken: string) => oauth.refresh(refreshToken);
  return { oauth, tokens: new OaTokenSource({ store, refresh, now, ...(alarm && { alarm }) }) };
}

/** Login proof and phone numbers of the mini-app; undefined without the app's secret. */
export function zaloGraph(env: ZaloEnvironment): GraphClient | undefined {
  const { ZALO_APP_SECRET: appSecret } = env;
  return appSecret ? new GraphClient({ url: hosts(env).graph, appSecret }) : undefined;
}

/** In the channel order: free and often read first, paid last. */
export function configuredZalo(env: ZaloEnvironment, ports?: ZaloPorts): Channel[] {
  return [officialAccount(env, ports), bot(env), miniApp(env), templates(env, ports)].filter(
    (channel) => channel !== undefined,
  );
}

/** Groups of the account are off unless asked for: each costs a seat. They are no part of a person's channel order. */
export function configuredZaloGroups(env: ZaloEnvironment, ports?: ZaloPorts): GmfChannel | undefined {
  if (env.ZALO_GMF !== 'on' || !ports || !hasApp(env)) return undefined;
  return createGmfChannel({ url: hosts(env).openapi, ...common('zalo-gmf', ports), ...perMinute(env) });
}

function officialAccount(env: ZaloEnvironment, ports?: ZaloPorts): Channel | undefined {
  const { ZALO_APP_ID: appId, ZALO_OA_SECRET_KEY: oaSecretKey } = env;
  if (!ports || !hasApp(env) || !appId || !oaSecretKey) return undefined;
  const { interactions } = ports;
  const webhook = { appId, oaSecretKey };
  return createOaChannel({
    url: hosts(env).openapi,
    ...common('zalo-oa', ports),
    ...perMinute(env),
    webhook,
    interactions,
  }) as Channel;
}

function templates(env: ZaloEnvironment, ports?: ZaloPorts): Channel | undefined {
  const template = env.ZALO_ZBS_TEMPLATE ? parseTemplate(env.ZALO_ZBS_TEMPLATE) : undefined;
  if (!ports || !template || !hasApp(env)) return undefined;
  const facts = ports.templateFacts;
  return createZbsChannel({
    url: hosts(env).business,
    ...common('zalo-zbs', ports),
    ...perMinute(env),
    template,
    ...(facts && { facts }),
  }) as Channel;
}

function bot(env: ZaloEnvironment): Channel | undefined {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: webhookSecret } = env;
  if (!token) return undefined;
  return createBotChannel({ url: hosts(env).bot, token, ...(webhookSecret && { webhookSecret }) }) as Channel;
}

function miniApp(env: ZaloEnvironment): Channel | undefined {
  const { ZALO_MINI_APP_ID: miniAppId, ZALO_MINI_API_KEY: apiKey, ZALO_MINI_TEMPLATE: templateId } = env;
  if (!miniAppId || !apiKey || !templateId) return undefined;
  return createMiniChannel({ url: hosts(env).mini, miniAppId, apiKey, templateId }) as Channel;
}

function common(channel: 'zalo-oa' | 'zalo-zbs' | 'zalo-gmf', { tokens, now, onLimits }: ZaloPorts) {
  return { tokens, now, ...(onLimits && { onLimits: (facts: LimitFacts) => onLimits(channel, facts) }) };
}

function perMinute({ ZALO_OA_PER_MINUTE }: ZaloEnvironment): { perMinute?: number } {
  return ZALO_OA_PER_MINUTE ? { perMinute: ZALO_OA_PER_MINUTE } : {};
}

function hasApp({ ZALO_APP_ID, ZALO_APP_SECRET }: ZaloEnvironment): boolean {
  return Boolean(ZALO_APP_ID && ZALO_APP_SECRET);
}
