import { t } from './words.ts';

/** How a channel is called: by its app, not by which of the app's services carries it. */
export function channelWord(channel: string): string {
  if (channel.startsWith('zalo')) return 'Zalo';
  if (channel === 'telegram') return 'Telegram';
  return t(channel === 'email' ? 'channel.email' : channel === 'web-push' ? 'channel.push' : 'channel.inbox');
}
