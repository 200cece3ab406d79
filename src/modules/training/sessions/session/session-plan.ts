/** What is wrong with a plan by itself, before anything else is looked at: pure. */
import type { RouteBody } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { dateInVietnam } from '#i18n';
import { trainingErrors } from '../../training.errors.ts';

export type SessionPlan = RouteBody<typeof trainingPlanRoutes.proposeSession>;

const DAY_MS = 86_400_000;

/** @throws training.inPast, endsBeforeStart, tooLong, whereMissing, heldTooLong, keptOverCapacity at their fields */
export function checkPlan(plan: SessionPlan, now: Date): void {
  const [start, end] = [Date.parse(plan.startsAt), Date.parse(plan.endsAt)];
  if (start <= now.getTime()) throw trainingErrors.inPast({ path: 'startsAt' });
  if (end <= start) throw trainingErrors.endsBeforeStart({ path: 'endsAt' });
  if (end - start > DAY_MS) throw trainingErrors.tooLong({ path: 'endsAt' });
  if (!plan.place && !plan.onlineUrl) throw trainingErrors.whereMissing({ path: 'place' });
  if (plan.heldUntil && plan.heldUntil > dateInVietnam(start)) throw trainingErrors.heldTooLong({ path: 'heldUntil' });
  const kept = plan.seatsPerTeam * new Set(plan.teamIds).size;
  if (kept > plan.capacity)
    throw trainingErrors.keptOverCapacity({ path: 'seatsPerTeam', kept, capacity: plan.capacity });
}
