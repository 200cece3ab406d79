/** What a team does with its work. */
import { OrderOfTask } from './progress/order-of-task.ts';
import { TaskAccess } from '../work/task/task-access.ts';
import { TeamPlaceQueries } from '../work/task/team-place.queries.ts';
import { AcceptTask } from './answers/accept-task.ts';
import { AskExtension } from './answers/ask-extension.ts';
import { CompleteTask } from './progress/complete-task.ts';
import { CorrectProgress } from './progress/correct-progress.ts';
import { CountApart } from './progress/count-apart.ts';
import { DeclineTask } from './answers/decline-task.ts';
import { DelegateTask } from './answers/delegate-task.ts';
import { MarkConfirmationSeen } from './progress/mark-confirmation-seen.ts';
import { NamedWork } from './progress/named-work.ts';
import { QuickReport } from './progress/quick-report.ts';
import { ReportProgress } from './progress/report-progress.ts';
import { Submission } from './progress/submission.ts';
import { TakeBackAcceptance } from './answers/take-back-acceptance.ts';
import { TakeBackDecline } from './answers/take-back-decline.ts';
import { TakeBackQuickReport } from './progress/take-back-quick-report.ts';

export const teamWork = [
  AcceptTask,
  AskExtension,
  CompleteTask,
  CorrectProgress,
  CountApart,
  DeclineTask,
  DelegateTask,
  MarkConfirmationSeen,
  NamedWork,
  OrderOfTask,
  QuickReport,
  ReportProgress,
  Submission,
  TakeBackAcceptance,
  TakeBackDecline,
  TakeBackQuickReport,
  TaskAccess,
  TeamPlaceQueries,
];
