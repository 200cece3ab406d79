import type { MessageParams } from './message-definition.ts';

/** Whether each team has a target of its own, which its task knows. */
export const hasOwnTargets = ({ unit, target }: MessageParams): boolean => unit !== undefined && target === undefined;

/** What is the same for all stands; where teams have different targets, each is told its own. */
export const withTarget = (params: MessageParams, target: number | null | undefined): MessageParams =>
  hasOwnTargets(params) && typeof target === 'number' ? { ...params, target } : params;
