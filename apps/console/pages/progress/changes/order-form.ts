/** What the form says, as the change that it is. */
import type { Picked } from './team-picker.tsx';
import type { Assignment, Change } from './use-change.ts';

export interface OrderForm {
  dueOn: string;
  target: number | null;
  title: string;
  work: string;
  urgent: boolean;
  add: Picked[];
  addTarget: number | null;
  withdraw: Picked[];
  reason: string;
}
type Before = Pick<Assignment, 'dueOn' | 'title' | 'work' | 'priority'> & { figures: { target: number } };

/** Only what differs; null while something is missing. */
export function toChange(before: Before, form: OrderForm): Change | null {
  const title = form.title.trim();
  const work = form.work.trim();
  const priority = form.urgent ? 'urgent' : 'normal';
  const { add, addTarget, withdraw } = form;
  const reason = form.reason.trim();
  if (!reason || !title || !work || form.target === null || (add.length > 0 && !addTarget)) return null;
  return {
    reason,
    ...(form.dueOn !== before.dueOn && { dueOn: form.dueOn }),
    ...(title !== before.title && { title }),
    ...(work !== before.work && { work }),
    ...(priority !== before.priority && { priority }),
    ...(form.target !== before.figures.target && { target: form.target }),
    ...(add.length > 0 && { add: add.map(({ id }) => ({ teamId: id, target: addTarget ?? 1 })) }),
    ...(withdraw.length > 0 && { withdraw: withdraw.map(({ id }) => id) }),
  };
}
