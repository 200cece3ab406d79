import type { AccountSpace } from '#contracts/enums';
import type { IconName } from '../../ui/icon.tsx';

export const spaceIcons: Record<AccountSpace, IconName> = {
  telegram: 'brand-telegram',
  'zalo-app': 'device-mobile',
  'zalo-oa': 'message',
  'zalo-bot': 'robot',
};
