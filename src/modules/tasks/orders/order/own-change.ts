import type { OrderStand } from './order-change.entity.ts';

/** What a change is for one team, in plain values. */
export interface OwnChange {
  dueFrom?: string;
  dueTo?: string;
  targetFrom?: number;
  targetTo?: number;
  /** The work as it is worded now. */
  work?: string;
  title?: string;
  priority?: OrderStand['priority'];
}
export interface ChangeOfTask {
  dueBefore: string;
  dueAfter: string;
  targetBefore: number;
  targetAfter: number;
  reworded: boolean;
}

/** Only what is different for this team. */
export function ownChange(
  { before, after }: { before: OrderStand; after: OrderStand },
  { dueBefore, dueAfter, targetBefore, targetAfter, reworded }: ChangeOfTask,
): OwnChange {
  return {
    ...(dueBefore !== dueAfter && { dueFrom: dueBefore, dueTo: dueAfter }),
    ...(targetBefore !== targetAfter && { targetFrom: targetBefore, targetTo: targetAfter }),
    ...(reworded && before.work !== after.work && { work: after.work }),
    ...(reworded && before.title !== after.title && { title: after.title }),
    ...(reworded && before.priority !== after.priority && { priority: after.priority }),
  };
}
