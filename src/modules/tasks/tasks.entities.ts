/** The module's tables. */
import { Allotment, AllotmentChange, AllotmentSchedule, AllotmentShare } from './orders/allotments/allotment.entity.ts';
import { Assignment, AssignmentDraft, AssignmentSchedule } from './orders/order/assignment.entity.ts';
import { TaskTemplate } from './orders/catalogue/task-template.entity.ts';
import { Difficulty, DifficultyRule, DifficultyStep } from './difficulties/difficulty.entity.ts';
import { OrderChange, TaskChange } from './orders/order/order-change.entity.ts';
import { FollowUp } from './work/follow-ups/follow-up.entity.ts';
import { KnowHow, KnowHowUse } from './difficulties/know-how.entity.ts';
import { PartnerReport } from './orders/joint/partner-report.entity.ts';
import { Photo } from './work/photos/photo.entity.ts';
import {
  EntryBreakdown,
  EntryProduct,
  EntryWithdrawal,
  ProgressEntry,
  ProgressLine,
  ReceiptCounter,
} from './work/task/progress-entry.entity.ts';
import { ReplyRule } from './orders/order/reply-rule.entity.ts';
import { EntryDecision, TaskDecision } from './work/task/task-decision.entity.ts';
import { SamplingRule } from './work/sampling/sampling-rule.entity.ts';
import { Task } from './work/task/task.entity.ts';
import { ConfirmationView } from './team/progress/confirmation-view.entity.ts';
import { ExtensionRequest } from './team/answers/extension-request.entity.ts';

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
