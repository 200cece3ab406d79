import type { ChannelId } from '#channels';
import type { Env } from '#platform/config';

/** The mini-app at a place. Inside Zalo it opens by Zalo's own address; elsewhere the host finds it behind ours. */
export function appPlace(
  { PUBLIC_URL, ZALO_MINI_APP_ID: miniAppId }: Pick<Env, 'PUBLIC_URL' | 'ZALO_MINI_APP_ID'>,
  path: string,
  channel: ChannelId,
): string {
  return miniAppId && channel.startsWith('zalo-')
    ? `https://zalo.me/s/${miniAppId}/${path}`
    : `${PUBLIC_URL.replace(/\/$/, '')}/app/#/${path}`;
}
