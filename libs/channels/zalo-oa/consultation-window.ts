/**
 * When a consultation message may go, and at what price. Every figure is a setting: Zalo changed plans and prices within
 * a year. Source of the defaults: Official Account price list, September 2026.
 */
import type { Verdict } from '../channel.ts';
import { always, isOpen, msUntilHour, type OpenHours } from './local-hours.ts';

export interface ConsultationRules {
  /** Free after the person's last interaction: this long, and so many messages. */
  freeMs: number;
  freeMessages: number;
  /** Paid until this long after it; then the person must write first. */
  openMs: number;
  paidVnd: number;
  hours: OpenHours;
}

const HOUR_MS = 3_600_000;

export const consultationRules: ConsultationRules = {
  freeMs: 48 * HOUR_MS,
  freeMessages: 8,
  openMs: 7 * 24 * HOUR_MS,
  paidVnd: 55,
  hours: always,
};

/** What is known of one person's conversation with the account. */
export interface InteractionFacts {
  lastInteractionAt?: Date | undefined;
  /** Consultation messages sent since then. */
  sentSince: number;
  /** Paid messages that the account may still send this month; undefined: not known, not limited. */
  paidLeft?: number | undefined;
}

export function consultationVerdict(facts: InteractionFacts, now: Date, rules: ConsultationRules): Verdict {
  const { lastInteractionAt, sentSince, paidLeft } = facts;
  if (!lastInteractionAt) return { kind: 'deny', reason: 'never-interacted' };
  const age = now.getTime() - lastInteractionAt.getTime();
  if (age > rules.openMs) return { kind: 'deny', reason: 'window-closed' };
  if (!isOpen(now, rules.hours)) return untilOpen(lastInteractionAt, now, rules);
  if (age <= rules.freeMs && sentSince < rules.freeMessages) return { kind: 'allow', costVnd: 0 };
  return paidLeft === undefined || paidLeft > 0
    ? { kind: 'allow', costVnd: rules.paidVnd }
    : { kind: 'deny', reason: 'paid-quota-used' };
}

/** Waiting is of no use when the window closes before the morning. */
function untilOpen(lastInteractionAt: Date, now: Date, { hours, openMs }: ConsultationRules): Verdict {
  const until = new Date(now.getTime() + msUntilHour(now, hours.from));
  if (until.getTime() > lastInteractionAt.getTime() + openMs) return { kind: 'deny', reason: 'window-closed' };
  return { kind: 'defer', until };
}
