/** A plan that is being written survives a reload on this machine, until it is sent or dropped. */
import { keep, readKept } from '../../../api/kept.ts';
import type { PlanDraft } from './plan.ts';

const keyOf = (personId: string): string => `to-so.training-plan.${personId}`;

export const keptPlan = (personId: string): PlanDraft | null => readKept<PlanDraft>(keyOf(personId));
export const keepPlan = (personId: string, draft: PlanDraft | null): void => keep(keyOf(personId), draft);
