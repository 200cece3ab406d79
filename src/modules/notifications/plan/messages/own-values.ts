import type { OwnChange } from '#modules/tasks';
import type { MessageParams } from './message-definition.ts';

/** Whether a version of an order changed different things for different teams. */
export const hasOwnChanges = (kind: string, { version, changed }: MessageParams): boolean =>
  kind === 'assignmentChanged' && version !== undefined && changed === undefined;

/** Whether each team has a target of its own, which its task knows. */
export const hasOwnTargets = (kind: string, { unit, target }: MessageParams): boolean =>
  unit !== undefined && target === undefined && kind !== 'assignmentChanged' && kind !== 'assignmentWithdrawn';

/** What is the same for all stands; where teams have different values, each is told its own. */
export function withOwn(
  kind: string,
  params: MessageParams,
  { target, changed }: { target?: number | null | undefined; changed?: OwnChange | null | undefined },
): MessageParams {
  if (hasOwnChanges(kind, params)) return changed ? { ...params, changed } : params;
  return hasOwnTargets(kind, params) && typeof target === 'number' ? { ...params, target } : params;
}
