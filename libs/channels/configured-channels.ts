import type { Channel } from './channel.ts';
import {
  configuredTelegram,
  configuredWebPush,
  type TelegramEnvironment,
  type WebPushEnvironment,
} from './configured-telegram.ts';
import { configuredZalo, type ZaloEnvironment, type ZaloPorts } from './configured-zalo.ts';
import { createEmailChannel } from './email/email-channel.ts';

export interface ChannelEnvironment extends ZaloEnvironment, TelegramEnvironment, WebPushEnvironment {
  SMTP_URL?: string | undefined;
  MAIL_FROM: string;
  MAIL_PER_SECOND?: number | undefined;
}

/**
 * A channel switches itself on by being configured. The order is the channel order: cheap and often read first, paid last.
 * `zalo` opens the Official Account's channels, which keep their tokens in a row of the installation.
 */
export function configuredChannels(env: ChannelEnvironment, { zalo }: { zalo?: ZaloPorts } = {}): Channel[] {
  const zalos = configuredZalo(env, zalo);
  const channels: Channel[] = zalos.filter(({ capabilities }) => capabilities.templatesOnly === false);
  channels.push(...configuredTelegram(env), ...configuredWebPush(env));
  if (env.SMTP_URL)
    channels.push(
      createEmailChannel({
        url: env.SMTP_URL,
        from: env.MAIL_FROM,
        ...(env.MAIL_PER_SECOND && { perSecond: env.MAIL_PER_SECOND }),
      }) as Channel,
    );
  channels.push(...zalos.filter(({ capabilities }) => capabilities.templatesOnly));
  return channels;
}
