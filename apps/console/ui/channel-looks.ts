/** How each way of a message looks: its outline and its colour in a band. */
import type { ChannelId } from '#contracts/enums';
import type { MessageId, Translate } from '../i18n/i18n.tsx';
import type { IconName } from './icon.tsx';

export type Route = ChannelId | 'inbox' | 'none';

interface Look {
  icon: IconName;
  color: string;
}

const looks: Record<Route, Look> = {
  inbox: { icon: 'inbox', color: 'bar-ok' },
  'zalo-oa': { icon: 'message', color: 'bar-1' },
  'zalo-zbs': { icon: 'template', color: 'bar-2' },
  'zalo-mini': { icon: 'device-mobile', color: 'bar-3' },
  'zalo-bot': { icon: 'robot', color: 'bar-ok' },
  'zalo-gmf': { icon: 'users-group', color: 'bar-3' },
  telegram: { icon: 'brand-telegram', color: 'bar-warn' },
  'web-push': { icon: 'bell', color: 'bar-violet' },
  email: { icon: 'mail', color: 'bar-grey' },
  none: { icon: 'phone', color: 'bar-0' },
};

export const lookOf = (route: Route): Look => looks[route];
export const routeName = (t: Translate, route: Route): string => t(`route.${route}` as MessageId);
export const channelName = (t: Translate, channel: ChannelId): string => t(`channel.${channel}` as MessageId);
