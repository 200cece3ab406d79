import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import type { Outcome } from '../work/task/task-outcome.ts';
import { AcceptTask } from './answers/accept-task.ts';
import { CorrectProgress } from './progress/correct-progress.ts';
import { DeclineTask } from './answers/decline-task.ts';
import { QuickReport } from './progress/quick-report.ts';
import { ReportProgress } from './progress/report-progress.ts';
import { TakeBackQuickReport } from './progress/take-back-quick-report.ts';

/**
 * What a person may order from elsewhere than the screens: the use cases as they are, with their rights and errors.
 * The actor's command id makes an order count once, however often it comes.
 */
@Injectable()
export class TaskCommands {
  constructor(
    private readonly acceptTask: AcceptTask,
    private readonly declineTask: DeclineTask,
    private readonly reportQuickly: QuickReport,
    private readonly addProgress: ReportProgress,
    private readonly takeBackReport: TakeBackQuickReport,
    private readonly correctEntry: CorrectProgress,
  ) {}

  accept(actor: Actor, taskId: string): Promise<Outcome> {
    return this.acceptTask.execute(actor, taskId);
  }

  decline(actor: Actor, taskId: string, answer: RouteBody<typeof routes.declineTask>): Promise<Outcome> {
    return this.declineTask.execute(actor, taskId, answer);
  }

  /** Gives the entry's id. */
  quickReport(actor: Actor, teamId: string, report: RouteBody<typeof routes.quickReport>): Promise<string> {
    return this.reportQuickly.execute(actor, teamId, report);
  }

  reportProgress(actor: Actor, taskId: string, part: RouteBody<typeof routes.reportProgress>): Promise<Outcome> {
    return this.addProgress.execute(actor, taskId, part);
  }

  /** A new entry stands in for the one named. */
  correctProgress(actor: Actor, entryId: string, part: RouteBody<typeof routes.correctProgress>): Promise<Outcome> {
    return this.correctEntry.execute(actor, entryId, part);
  }

  takeBackQuickReport(actor: Actor, entryId: string): Promise<void> {
    return this.takeBackReport.execute(actor, entryId);
  }
}
