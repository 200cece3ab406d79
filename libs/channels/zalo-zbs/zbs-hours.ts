import type { Verdict } from '../channel.ts';
import { daytime, isOpen, msUntilHour, type OpenHours } from '../zalo-oa/local-hours.ts';

export interface ZbsPrices {
  /** One message to a phone number, and to a user id of the account. */
  phoneVnd: number;
  userVnd: number;
}

/** What the account may still send. */
export interface ZbsFacts {
  /** Messages left today; undefined: not known. */
  quotaLeft?: number | undefined;
}

/** Template messages go from 06:00 to 22:00; what is late waits for the morning, what is over quota for tomorrow. */
export function zbsVerdict(costVnd: number, { quotaLeft }: ZbsFacts, now: Date, hours: OpenHours = daytime): Verdict {
  if (!isOpen(now, hours)) return { kind: 'defer', until: new Date(now.getTime() + msUntilHour(now, hours.from)) };
  if (quotaLeft === undefined || quotaLeft > 0) return { kind: 'allow', costVnd };
  return { kind: 'defer', until: new Date(now.getTime() + msUntilHour(now, 0) + hours.from * 3_600_000) };
}
