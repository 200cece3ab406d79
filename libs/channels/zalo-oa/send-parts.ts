import type { Rendered, SendResult } from '../channel.ts';
import { failure } from './call-zalo.ts';

/** Sends the parts in order. Once one is out, a failure of a later one must not repeat the first by itself: AMBIGUOUS. */
export async function sendParts(
  parts: readonly Rendered[],
  sendOne: (part: Rendered) => Promise<SendResult>,
): Promise<SendResult> {
  let first: SendResult | undefined;
  let costVnd = 0;
  for (const part of parts) {
    const result = await sendOne(part);
    if (!result.ok) return first ? failure('AMBIGUOUS', `PART_${result.code}`) : result;
    costVnd += result.costVnd ?? 0;
    first ??= result;
  }
  return first?.ok ? { ...first, costVnd } : failure('PERMANENT', 'NOTHING_RENDERED');
}
