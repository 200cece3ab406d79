/** What a team does with its work. */
import { OrderOfTask } from '../work/order-of-task.ts';
import { TaskAccess } from '../task-access.ts';
import { TeamPlaceQueries } from '../team-place.queries.ts';
import { AcceptTask } from './accept-task.ts';
import { AskExtension } from './ask-extension.ts';
import { CompleteTask } from './complete-task.ts';
import { CorrectProgress } from './correct-progress.ts';
import { CountApart } from './count-apart.ts';
import { DeclineTask } from './decline-task.ts';
import { DelegateTask } from './delegate-task.ts';
import { MarkConfirmationSeen } from './mark-confirmation-seen.ts';
import { NamedWork } from '../work/named-work.ts';
import { QuickReport } from './quick-report.ts';
import { ReportProgress } from './report-progress.ts';
import { Submission } from './submission.ts';
import { TakeBackAcceptance } from './take-back-acceptance.ts';
import { TakeBackDecline } from './take-back-decline.ts';
import { TakeBackQuickReport } from './take-back-quick-report.ts';

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
