/** From when on something is named so that an officer looks at it. Free of zod. */
export interface Attention {
  /** A team is silent when nothing was recorded of it for longer. */
  silentDays: number;
  /** From so many teams on a supporter carries much. */
  busyTeams: number;
  /** Months before this one by which a commune's lateness is judged. */
  lateMonths: number;
  /** Late less often in them than this is chance. */
  lateTimes: number;
  /** Days before the due day on which who was late is named: before the reminders begin, so that somebody can still call. */
  lateDays: number;
  /** Days before its end on which a committee's term is named. */
  termDays: number;
}

/** Where nobody has set any. */
export const usualAttention: Attention = {
  silentDays: 14,
  busyTeams: 8,
  lateMonths: 6,
  lateTimes: 2,
  lateDays: 7,
  termDays: 60,
};
