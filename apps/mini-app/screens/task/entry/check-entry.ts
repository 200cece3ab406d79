/**
 * What the phone says of an entry before anything is sent: whether it hands the work in, and what it lacks of what the order
 * asks. The server judges by the same rules (test/support/phone-form.ts holds one against the other).
 */
import type { Command, ProgressEntry, TaskDetail } from '#client';
import type { NamedProduct } from '#contracts/tasks/named-products';
import { codesIn, evidenceStillMissing, linksIn } from '../../../model/evidence.ts';
import { dimensionsOf, linesOf, missingFollowUp, missingOf, type Sent, type TypedAsks, typedOf } from './asked.ts';
import { gapsOf, type Tick } from '../ticked.ts';

export interface Typed extends TypedAsks {
  value: number;
  day?: string;
  note: string;
  showNote?: boolean;
  complete: boolean;
  link?: string;
  codes?: string;
  sent?: Sent;
  ticks?: Record<string, Tick>;
  followUp?: string;
  /** What the corrected part says. */
  followUpBefore?: string;
}

interface Working {
  byName: boolean;
  named: readonly NamedProduct[];
  value: number;
  day: string;
  complete: boolean;
  photos: number;
  /** This phone's commands: what waits counts as evidence. */
  kept: readonly Command[];
}
/** What is sent beside the number, and what of it is still missing. */
export function checkEntry(
  task: TaskDetail,
  typed: Typed,
  { byName, named, value, day, complete, photos, kept }: Working,
) {
  // Products bring their links themselves.
  const links = byName ? [] : linksIn(typed.link ?? '');
  const applicationCodes = codesIn(typed.codes ?? '');
  const breakdown = linesOf(dimensionsOf(task, day), asksOf(typed), value);
  const shown = byName ? named.flatMap(({ link }) => link || []) : links;
  const evidence = complete
    ? evidenceStillMissing(task, { photos, links: shown, applicationCodes, note: typed.note.trim() }, kept)
    : [];
  const missing = [
    ...gapsOf(task, day, named),
    ...missingOf(task, day, { value, breakdown, links }, evidence),
    ...missingFollowUp(task, typed.followUp, typed.followUpBefore),
  ];
  // Taken out of a corrected part, it is taken away there too.
  const followUpOn = typed.followUp || (typed.followUpBefore ? null : undefined);
  return { links, applicationCodes, breakdown, missing, ...(followUpOn !== undefined && { followUpOn }) };
}

/** What came back from the queue to be mended is as it was sent, until it is changed. */
export function asksOf({ kinds, amounts, sent }: Typed): TypedAsks {
  const before: TypedAsks = sent ? typedOf(sent) : {};
  return { kinds: kinds ?? before.kinds ?? {}, amounts: amounts ?? before.amounts ?? {} };
}

interface Finishing {
  before: number;
  value: number;
  wants: boolean;
  wrong: ProgressEntry | undefined;
}
/** Whether this part hands the work in: it reaches the target and the person says so, or it mends what came back. */
export function finishing(task: TaskDetail, { before, value, wants, wrong }: Finishing) {
  const { target } = task.figures;
  const resends = Boolean(wrong) && task.state === 'returned';
  const full = before >= target && task.state !== 'submitted';
  const reaches = before + value >= target && (value > 0 || full);
  return { reaches, resends, complete: resends || (reaches && wants) };
}
