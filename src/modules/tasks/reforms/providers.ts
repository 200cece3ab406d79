import { MergeWorkSubscriber } from '../mergers/merge-work.subscriber.ts';
import { TasksMergerShare } from '../mergers/merger-share.ts';
import { WorkTakenOver } from './work-taken-over.ts';
import { WorkOfReform } from './work-of-reform.ts';

/** What becomes of work when units are reformed. */
export const reformWork = [MergeWorkSubscriber, TasksMergerShare, WorkOfReform, WorkTakenOver];
