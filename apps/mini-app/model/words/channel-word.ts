import { routeNow } from '../preferences.ts';
import { t } from './words.ts';

/** How a channel is called: by its app, not by which of the app's services carries it. */
export function channelWord(channel: string): string {
  if (channel.startsWith('zalo')) return 'Zalo';
  if (channel === 'telegram') return 'Telegram';
  return t(channel === 'email' ? 'channel.email' : channel === 'web-push' ? 'channel.push' : 'channel.inbox');
}

/** "Khi xã giao việc, máy báo ở đây và qua Zalo": the person's real way, or the inbox alone. */
export function whereNewsComes(): string {
  const way = routeNow.value;
  return way ? t('home.empty.via', { way: channelWord(way) }) : t('home.empty.text');
}
