/** The module's tables. */
import { Allotment, AllotmentChange, AllotmentSchedule, AllotmentShare } from './allotments/allotment.entity.ts';
import { Assignment, AssignmentDraft, AssignmentSchedule } from './orders/assignment.entity.ts';
import { TaskTemplate } from './catalogue/task-template.entity.ts';
import { Difficulty, DifficultyRule, DifficultyStep } from './difficulties/difficulty.entity.ts';
import { OrderChange, TaskChange } from './orders/order-change.entity.ts';
import { FollowUp } from './follow-ups/follow-up.entity.ts';
import { KnowHow, KnowHowUse } from './difficulties/know-how.entity.ts';
import { PartnerReport } from './joint/partner-report.entity.ts';
import { Photo } from './photos/photo.entity.ts';
import {
  EntryBreakdown,
  EntryProduct,
  EntryWithdrawal,
  ProgressEntry,
  ProgressLine,
  ReceiptCounter,
} from './progress-entry.entity.ts';
import { ReplyRule } from './orders/reply-rule.entity.ts';
import { EntryDecision, TaskDecision } from './task-decision.entity.ts';
import { SamplingRule } from './sampling/sampling-rule.entity.ts';
import { Task } from './task.entity.ts';
import { ConfirmationView } from './team/confirmation-view.entity.ts';
import { ExtensionRequest } from './team/extension-request.entity.ts';

export const tasksEntities = [
  Allotment,
  AllotmentChange,
  AllotmentSchedule,
  AllotmentShare,
  Assignment,
  AssignmentDraft,
  AssignmentSchedule,
  ConfirmationView,
  Difficulty,
  DifficultyRule,
  DifficultyStep,
  EntryBreakdown,
  EntryDecision,
  EntryProduct,
  EntryWithdrawal,
  ExtensionRequest,
  FollowUp,
  KnowHow,
  KnowHowUse,
  OrderChange,
  PartnerReport,
  Photo,
  ProgressEntry,
  ProgressLine,
  ReceiptCounter,
  ReplyRule,
  SamplingRule,
  Task,
  TaskChange,
  TaskDecision,
  TaskTemplate,
];
