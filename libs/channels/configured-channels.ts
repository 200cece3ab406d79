import type { Channel } from './channel.ts';
import { createEmailChannel } from './email/email-channel.ts';

export interface ChannelEnvironment {
  SMTP_URL?: string | undefined;
  MAIL_FROM: string;
  MAIL_PER_SECOND?: number | undefined;
}

/** A channel switches itself on by being configured. The order is the ladder: cheap and often read first. */
export function configuredChannels(env: ChannelEnvironment): Channel[] {
  const channels: Channel[] = [];
  if (env.SMTP_URL) channels.push(createEmailChannel({ url: env.SMTP_URL, from: env.MAIL_FROM, ...(env.MAIL_PER_SECOND && { perSecond: env.MAIL_PER_SECOND }) }) as Channel);
  return channels;
}
