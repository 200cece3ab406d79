import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/periods';
import { reportableTaskStates } from '#contracts/task-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { quickReportIndicators } from '../catalogue/quick-report-indicators.ts';
import { entryOfCommand, writeEntry } from '../entries.ts';
import { orderOfTask } from '../order-of-task.ts';
import { TaskDesk } from '../task-desk.ts';
import { TeamPlaces } from '../team-places.ts';
import { progressErrors } from '../tasks.errors.ts';
import { quickReported } from '../tasks.events.ts';

type Input = RouteBody<typeof routes.quickReport>;

/** Work older than this is told to the commune, not keyed in: its months are closed. */
const OLDEST_DAYS = 60;

/** A short report at any time: three taps. It adds to a task when it names one, else it stands for itself. */
@Injectable()
export class QuickReport {
  constructor(
    private readonly database: Database,
    private readonly desk: TaskDesk,
    private readonly places: TeamPlaces,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Gives the entry's id. */
  async execute(actor: Actor, teamId: string, input: Input): Promise<string> {
    const place = await this.places.of(teamId);
    await this.desk.require(actor, 'task.report', place);
    if (input.happenedOn > this.clock.today()) throw progressErrors.inFuture({ path: 'happenedOn' });
    if (input.happenedOn < addDays(this.clock.today(), -OLDEST_DAYS))
      throw progressErrors.tooOld({ path: 'happenedOn', days: OLDEST_DAYS });
    return this.database.tx(async (tx) => {
      const commandId = actor.commandId ?? v4();
      const before = await entryOfCommand(tx, actor.personId, commandId);
      if (before) return before.id;
      const indicatorCode = input.taskId
        ? await this.indicatorOfTask(tx, teamId, input.taskId, input.happenedOn)
        : quickReportIndicators[input.kind];
      const entry = await writeEntry(tx, {
        ...place,
        taskId: input.taskId ?? null,
        kind: 'quick',
        quickKind: input.kind,
        happenedOn: input.happenedOn,
        recordedAt: this.clock.now(),
        actorId: actor.personId,
        commandId,
        note: input.note,
        photoIds: input.photoIds,
        lines: [{ indicatorCode, value: input.value }],
      });
      await this.outbox.append(
        tx,
        quickReported(
          { teamId, entryId: entry.id, ...(input.taskId && { taskId: input.taskId }) },
          { unitId: place.unitId, changes: { kind: input.kind, value: input.value } },
        ),
        actor,
      );
      return entry.id;
    });
  }

  private async indicatorOfTask(tx: Tx, teamId: string, taskId: string, happenedOn: string): Promise<string> {
    const task = await this.desk.lock(tx, taskId);
    if (task.teamId !== teamId) throw progressErrors.otherTeam({ path: 'taskId' });
    if (!reportableTaskStates.includes(task.state)) throw await this.desk.refusal(tx, task);
    return orderOfTask(tx, this.clock, task, happenedOn);
  }
}
