/**
 * Whose pages may call the API, and whose may frame the apps. Zalo serves the mini-app from its own host, so only bearer
 * tokens travel and no cookie is ever allowed; Telegram's web client frames ours.
 */
import { createHash } from 'node:crypto';
import type { Env } from '#platform/config';

type Origins = Pick<Env, 'PUBLIC_URL' | 'ZALO_MINI_APP_ID' | 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_BOT_ID'>;

/** Where Zalo runs mini-apps; on iOS under a scheme of its own. */
const zaloOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'];
const telegramWeb = 'https://web.telegram.org';

export function callingOrigins(env: Origins): string[] {
  return [new URL(env.PUBLIC_URL).origin, ...(env.ZALO_MINI_APP_ID ? zaloOrigins : [])];
}

/** What a page may run and wear besides our own files: by the hash of its text, or by the answer's nonce. */
export interface Inline {
  scripts: readonly string[];
  styles: readonly string[];
}

/** The console is for nobody's frame but our own. */
export function contentPolicy(app: 'mini-app' | 'console', env: Origins, inline: Inline): string {
  const framedByTelegram = app === 'mini-app' && Boolean(env.TELEGRAM_BOT_TOKEN ?? env.TELEGRAM_BOT_ID);
  return [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    ["style-src 'self'", ...inline.styles].join(' '),
    ["script-src 'self'", ...inline.scripts].join(' '),
    "connect-src 'self'",
    "object-src 'none'",
    // A report is looked at as the PDF that was fetched for it.
    ...(app === 'console' ? ["frame-src 'self' blob:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self'${framedByTelegram ? ` ${telegramWeb}` : ''}`,
  ].join('; ');
}

/** The page's own inline scripts and styles, as the policy names them. */
export function inlineOf(html: string): Inline {
  const hashes = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
  return {
    scripts: hashes(/<script>([\s\S]*?)<\/script>/g),
    styles: hashes(/<style>([\s\S]*?)<\/style>/g),
  };
}
