/**
 * Whose pages may call the API, and whose may frame the apps. Zalo serves the mini-app from its own host, so only bearer
 * tokens travel and no cookie is ever allowed; Telegram's web client frames ours.
 */
import type { Env } from '#platform/config';

type Origins = Pick<Env, 'PUBLIC_URL' | 'ZALO_MINI_APP_ID' | 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_BOT_ID'>;

/** Where Zalo runs mini-apps; on iOS under a scheme of its own. */
const zaloOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'];
const telegramWeb = 'https://web.telegram.org';

export function callingOrigins(env: Origins): string[] {
  return [new URL(env.PUBLIC_URL).origin, ...(env.ZALO_MINI_APP_ID ? zaloOrigins : [])];
}

/** The console is for nobody's frame but our own. */
export function contentPolicy(app: 'mini-app' | 'console', env: Origins): string {
  const framedByTelegram = app === 'mini-app' && Boolean(env.TELEGRAM_BOT_TOKEN ?? env.TELEGRAM_BOT_ID);
  return [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    // A report is looked at as the PDF that was fetched for it.
    ...(app === 'console' ? ["frame-src 'self' blob:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self'${framedByTelegram ? ` ${telegramWeb}` : ''}`,
  ].join('; ');
}
