/** What every platform's webhook check needs of the raw body, before anything in it is believed. */
import type { Verified } from '../channel.ts';

export function refuse(reason: string): Verified {
  return { ok: false, reason };
}

/** The body as one JSON object; undefined for anything else. */
export function objectOf(rawBody: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(rawBody.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
