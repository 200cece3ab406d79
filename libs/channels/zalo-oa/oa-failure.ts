/**
 * What the Official Account's and ZBS's error numbers mean for a delivery. They come with HTTP 200.
 * Source: Zalo Official Account OpenAPI v3 error list and the ZBS error catalogue.
 */
import type { FailureClass, SendFailure } from '../channel.ts';
import { failure } from './call-zalo.ts';
import { msUntilHour, type OpenHours } from './local-hours.ts';

/** Numbers per class. A number that is nowhere here is a refusal of this message. */
const numbers: Partial<Record<FailureClass | 'NIGHT' | 'BUSY', readonly number[]>> = {
  /** The access token is invalid or over: a refresh helps. */
  REAUTH: [-216, -220, -124],
  /** Verification, authorisation, plan, money, permission, a group's paid seat: somebody must act. */
  CONFIG: [
    -209, -212, -219, -221, -223, -224, -235, -242, -320, -321, -115, -238, -241, -117, -120, -135, -138, -126, -137,
    -127,
  ],
  /** Not a follower, no such user, banned or idle, refuses us, no Zalo on that phone; a group that is over or not ours. */
  RECIPIENT_GONE: [-213, -217, -227, -108, -118, -139, -140, -141, -237, -403],
  /** 7 days without interaction, no valid interaction, the person's daily cap, this kind muted. */
  WINDOW_CLOSED: [-230, -231, -232, -218, -244],
  QUOTA: [-211, -144, -147],
  RETRYABLE: [-100, -200],
  PERMANENT: [-201, -210, -233, -240, -248, -249, -109, -111, -113, -114, -1122, -1124, -131, -132],
  /** Too many requests of the app or the account. */
  BUSY: [-32],
  NIGHT: [-234, -133],
};

/** No account at that number. */
const noSuch: ReadonlySet<number> = new Set([-108, -118]);

const classOf = new Map(Object.entries(numbers).flatMap(([cls, list]) => list.map((number) => [number, cls] as const)));

/** The rate limit counts by the minute. */
const BUSY_MS = 60_000;

export interface FailureContext {
  now: Date;
  /** When messages may be sent again after a refusal for the night. */
  hours: OpenHours;
  /** Milliseconds that the answer's headers asked for. */
  retryAfterMs?: number | undefined;
}

export function oaFailure(error: number, { now, hours, retryAfterMs }: FailureContext): SendFailure {
  const cls = classOf.get(error) ?? 'PERMANENT';
  const code = String(error);
  if (cls === 'BUSY') return failure('RETRY_AFTER', code, { retryAfterMs: retryAfterMs ?? BUSY_MS });
  if (cls === 'NIGHT') return failure('RETRY_AFTER', code, { retryAfterMs: msUntilHour(now, hours.from) });
  return failure(cls as FailureClass, code, noSuch.has(error) ? { noSuch: true } : {});
}
