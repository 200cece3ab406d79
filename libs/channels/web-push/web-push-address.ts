/** A browser's push subscription as stored text: JSON of endpoint and keys, as PushSubscription.toJSON() gives it. */
import type { AddressCodec } from '../channel.ts';

export interface PushAddress {
  /** A capability: whoever has it can push. Never log it. */
  endpoint: string;
  /** 65 bytes, base64url: the browser's public key. */
  p256dh: string;
  /** 16 bytes, base64url. */
  auth: string;
}

const bytes = (text: unknown) =>
  typeof text === 'string' && /^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url').length : 0;

export const webPushAddress: AddressCodec<PushAddress> = {
  parse(text) {
    try {
      const { endpoint, keys } = JSON.parse(text) as {
        endpoint?: unknown;
        keys?: { p256dh?: unknown; auth?: unknown };
      };
      if (typeof endpoint !== 'string' || endpoint.length > 2_000 || !/^https?:$/.test(new URL(endpoint).protocol))
        return undefined;
      if (bytes(keys?.p256dh) !== 65 || bytes(keys?.auth) !== 16) return undefined;
      return { endpoint, p256dh: String(keys?.p256dh), auth: String(keys?.auth) };
    } catch {
      return undefined;
    }
  },
  format: ({ endpoint, p256dh, auth }) => JSON.stringify({ endpoint, keys: { p256dh, auth } }),
};
