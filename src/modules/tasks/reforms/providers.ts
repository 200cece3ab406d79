import { MergeWorkSubscriber } from './mergers/merge-work.subscriber.ts';
import { TasksMergerShare } from './mergers/merger-share.ts';
import { WorkTakenOver } from './units/work-taken-over.ts';
import { SplitWorkSubscriber } from './splits/split-work.subscriber.ts';
import { SplitWriter } from './splits/split-writer.ts';
import { WorkOfReform } from './units/work-of-reform.ts';

/** What becomes of work when units are reformed. */
export const reformWork = [
  MergeWorkSubscriber,
  SplitWorkSubscriber,
  SplitWriter,
  TasksMergerShare,
  WorkOfReform,
  WorkTakenOver,
];
