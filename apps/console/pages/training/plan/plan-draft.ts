/** A plan that is being written survives a reload on this machine, until it is sent or dropped. */
import type { PlanDraft } from './plan.ts';

const keyOf = (personId: string): string => `to-so.training-plan.${personId}`;

export function keptPlan(personId: string): PlanDraft | null {
  try {
    const text = localStorage.getItem(keyOf(personId));
    return text ? (JSON.parse(text) as PlanDraft) : null;
  } catch {
    return null;
  }
}

export function keepPlan(personId: string, draft: PlanDraft | null): void {
  if (draft) localStorage.setItem(keyOf(personId), JSON.stringify(draft));
  else localStorage.removeItem(keyOf(personId));
}
