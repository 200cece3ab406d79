import { type PeriodRule, periodOf } from '#contracts/reporting/periods';

/** What is given anew each month: by whom, and for which month it was given last. */
export interface Monthly {
  unitId: string;
  lastMonth: string;
}

interface Giving<S extends Monthly> {
  /** Decides with the unit's rule which month a day is of. */
  today: () => string;
  ruleOf: (unitId: string) => Promise<PeriodRule>;
  /** False where there was nothing to give, or another process was quicker. */
  give: (schedule: S, month: string, rule: PeriodRule) => Promise<boolean>;
  /** Behind the number of those that failed. */
  failed: string;
}

/**
 * Gives each one whose month has begun; how many were given.
 * @throws AggregateError after all have had their turn: one that cannot be given does not hold up the others
 */
export async function giveByMonth<S extends Monthly>(
  schedules: readonly S[],
  { today, ruleOf, give, failed }: Giving<S>,
): Promise<number> {
  let given = 0;
  const failures: unknown[] = [];
  for (const schedule of schedules) {
    try {
      const rule = await ruleOf(schedule.unitId);
      const { month } = periodOf(today(), rule);
      if (month > schedule.lastMonth && (await give(schedule, month, rule))) given += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} ${failed}`);
  return given;
}
