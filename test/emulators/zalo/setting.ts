/** Our Zalo channels wired to an emulator: tokens in memory, facts from the emulated phones. For specs and the demo. */
import { createBotChannel } from '../../../libs/channels/zalo-bot/bot-channel.ts';
import { createGmfChannel } from '../../../libs/channels/zalo-gmf/gmf-channel.ts';
import { GraphClient } from '../../../libs/channels/zalo-graph/graph-client.ts';
import { createMiniChannel } from '../../../libs/channels/zalo-mini/mini-channel.ts';
import { createOaChannel } from '../../../libs/channels/zalo-oa/oa-channel.ts';
import type { LimitFacts } from '../../../libs/channels/zalo-oa/oa-client.ts';
import { OaOauth } from '../../../libs/channels/zalo-oa/oa-oauth.ts';
import { type OaTokens, OaTokenSource, type TokenStore } from '../../../libs/channels/zalo-oa/oa-tokens.ts';
import { hostsBelow } from '../../../libs/channels/zalo-oa/zalo-hosts.ts';
import { createZbsChannel } from '../../../libs/channels/zalo-zbs/zbs-channel.ts';
import type { ZaloEmulator } from '../zalo.ts';

/** One row under one lock, in memory. */
export class MemoryTokenStore implements TokenStore {
  row: OaTokens | undefined;
  private tail: Promise<unknown> = Promise.resolve();

  async read(): Promise<OaTokens | undefined> {
    return this.row;
  }

  async write(tokens: OaTokens): Promise<void> {
    this.row = tokens;
  }

  underLock<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(work);
    this.tail = turn.catch(() => undefined);
    return turn;
  }
}

/** A template of the emulated account that carries a title, a text and the link's path. */
export const emulatedTemplate = {
  id: '100001',
  parameters: {
    title: { from: 'title', max: 65 },
    content: { from: 'text', max: 400 },
    path: { from: 'link-path', max: 200 },
  },
} as const;

export const botSecret = 'emulated-webhook-secret';

export async function connectZalo(zalo: ZaloEmulator, timeoutMs = 5_000) {
  const { settings } = zalo.world;
  const hosts = hostsBelow(zalo.url);
  const now = () => zalo.world.now();
  const limits: LimitFacts[] = [];
  const store = new MemoryTokenStore();
  const oauth = new OaOauth({ url: hosts.oauth, appId: settings.appId, appSecret: settings.appSecret, timeoutMs });
  const newSource = () => new OaTokenSource({ store, refresh: (token) => oauth.refresh(token), now });
  const tokens = newSource();
  await tokens.adopt({ ok: true, ...zalo.oauth.issue() });
  const lengths = Object.entries(emulatedTemplate.parameters).map(([name, { max }]) => [name, max] as const);
  zalo.world.templates.set(emulatedTemplate.id, {
    id: emulatedTemplate.id,
    status: 'enabled',
    parameters: Object.fromEntries(lengths),
  });
  const common = { tokens, now, timeoutMs, onLimits: (facts: LimitFacts) => void limits.push(facts) };
  const webhook = { appId: settings.appId, oaSecretKey: settings.oaSecretKey };
  const interactions = (userId: string) => {
    const person = zalo.world.byUserId(userId);
    return { lastInteractionAt: person?.lastInteractionAt, sentSince: person?.sentSince ?? 0 };
  };
  return {
    hosts,
    oauth,
    store,
    tokens,
    newSource,
    limits,
    oa: createOaChannel({ url: hosts.openapi, ...common, webhook, interactions }),
    zbs: createZbsChannel({ url: hosts.business, ...common, template: emulatedTemplate }),
    gmf: createGmfChannel({ url: hosts.openapi, ...common, nameMax: settings.groupNameMax }),
    bot: createBotChannel({ url: hosts.bot, token: settings.botToken, webhookSecret: botSecret, timeoutMs }),
    mini: createMiniChannel({
      url: hosts.mini,
      miniAppId: settings.miniAppId,
      apiKey: settings.miniApiKey,
      templateId: 'notice-1',
      timeoutMs,
    }),
    graph: new GraphClient({ url: hosts.graph, appSecret: settings.appSecret, timeoutMs }),
  };
}

export type ConnectedZalo = Awaited<ReturnType<typeof connectZalo>>;
