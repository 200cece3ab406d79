/** Messages of an act that can be taken back: they wait for its end, and leave with it. Pure. */
import { z } from 'zod';
import { HeldAct } from '#contracts/access/acts';
import type { MessageDraft } from '../messages/index.ts';

const carrying = z.object({ act: HeldAct });
export type ActOfEvent = z.infer<typeof HeldAct>;

/** The act that an event is part of, if it is on hold. */
export const actOf = (payload: unknown): ActOfEvent | undefined => carrying.safeParse(payload).data?.act;

export const subjectOfAct = (actId: string): string => `act ${actId}`;

export function heldBy(act: ActOfEvent | undefined, draft: MessageDraft): MessageDraft {
  if (!act) return draft;
  const until = new Date(act.until);
  const holdUntil = draft.holdUntil && draft.holdUntil > until ? draft.holdUntil : until;
  return { ...draft, holdUntil, subject: subjectOfAct(act.id) };
}
