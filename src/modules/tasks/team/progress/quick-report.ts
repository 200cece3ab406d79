import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Pillar, QuickReportKind } from '#contracts/enums';
import { addDays } from '#contracts/reporting/periods';
import { quickReportIndicators } from '#contracts/tasks/quick-reports';
import { reportableTaskStates } from '#contracts/tasks/task-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { entryOfCommand, linksOf, writeEntry } from '../../work/entries/entries.ts';
import { requireAskOn } from '../../work/follow-ups/keep-follow-up.ts';
import { type CountedAs, OrderOfTask } from './order-of-task.ts';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import { type TeamPlace, TeamPlaceQueries } from '../../work/task/team-place.queries.ts';
import { progressErrors } from '../../tasks.errors.ts';
import { quickReported } from '../../tasks.events.ts';
import { tellOfDoubles } from './tell-colleagues.ts';

type Input = RouteBody<typeof routes.quickReport>;

/** Under which of the quick report's words the commune finds what was meant for a task. */
const kindOfPillar: Record<Pillar, QuickReportKind> = {
  organization: 'communication',
  communication: 'communication',
  digital_government: 'public_services',
  digital_economy: 'marketplace',
  digital_society: 'payment',
};

/** Work older than this is told to the commune, not keyed in: its months are closed. */
const OLDEST_DAYS = 60;

/** A short report at any time: three taps. It adds to a task that it names and that counts the same, else it stands for itself. */
@Injectable()
export class QuickReport {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly places: TeamPlaceQueries,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly order: OrderOfTask,
  ) {}

  /** Gives the entry's id. */
  async execute(actor: Actor, teamId: string, told: Input): Promise<string> {
    const input = told.taskId ? { ...told, taskId: (await this.access.placeOf(told.taskId, actor)).taskId } : told;
    const today = this.clock.today();
    const place = await this.places.of(teamId, actor, input.happenedOn < today ? input.happenedOn : today);
    await this.access.requireWork(actor, place, input.happenedOn);
    if (input.happenedOn < addDays(today, -OLDEST_DAYS))
      throw progressErrors.tooOld({ path: 'happenedOn', days: OLDEST_DAYS });
    // Of what is told in three taps a day to ask again may be named whatever it counts.
    const { followUpOn, ...work } = input;
    if (followUpOn) requireAskOn({ happenedOn: input.happenedOn, askOn: followUpOn }, today, 'followUpOn');
    return this.database.tx(async (tx) => {
      const commandId = actor.commandId ?? v4();
      const before = await entryOfCommand(tx, actor.personId, commandId);
      if (before) return before.id;
      const { taskId, kind, indicatorCode, value, at, ...counted } = await this.countsAs(tx, actor, place, work);
      const entry = await writeEntry(tx, {
        ...at,
        taskId,
        kind: 'quick',
        quickKind: kind,
        happenedOn: input.happenedOn,
        recordedAt: this.clock.now(),
        actorId: actor.personId,
        commandId,
        note: input.note,
        links: linksOf({ links: [], products: input.products }),
        photoIds: input.photoIds,
        followUpOn,
        ...counted,
        lines: [{ indicatorCode, value }],
      });
      await this.outbox.append(
        tx,
        quickReported(
          { teamId: at.teamId, entryId: entry.id, ...(taskId && { taskId }) },
          { unitId: at.unitId, changes: { kind, value: input.value } },
        ),
        actor,
      );
      await tellOfDoubles(tx, this.outbox, actor, {
        entryId: entry.id,
        unitId: at.unitId,
        products: counted.products,
      });
      return entry.id;
    });
  }

  /** By the task that it adds to, by the one that it was meant for and could not be added to, else by its kind. */
  private async countsAs(
    tx: Tx,
    actor: Actor,
    at: TeamPlace,
    input: Input,
  ): Promise<CountedAs & { kind: QuickReportKind; taskId: string | null; at: TeamPlace }> {
    const { kind, taskId } = input;
    // Products are named for an order, and mean nothing without it: they count beside it, as what it asks for.
    const meantId = input.insteadOfTaskId ?? (input.products?.length ? taskId : undefined);
    const { teamId, unitId } = at;
    const counted = taskId && (await this.addedTo(tx, teamId, taskId, input));
    if (counted) return { kind, taskId, ...counted };
    if (!meantId) {
      const indicatorCode = quickReportIndicators[kind];
      return { kind, taskId: null, at, ...(await this.order.beside(tx, { unitId, indicatorCode }, input)) };
    }
    const meant = await this.access.findPlace(meantId, actor);
    if (!meant || !(await this.access.isOneTeam(meant.teamId, teamId)))
      throw progressErrors.otherTeam({ path: 'insteadOfTaskId' });
    const order = await this.orderOf(tx, meant.taskId);
    if (!order) throw progressErrors.otherTeam({ path: 'insteadOfTaskId' });
    const { indicatorCode, pillar } = order;
    const beside = await this.order.beside(tx, { unitId, indicatorCode }, input);
    return { at, kind: kindOfPillar[pillar], taskId: null, ...beside };
  }

  /**
   * It stands with the task, as its other parts do. Undefined where the task counts something else: phones of earlier versions
   * named any task of the same field.
   */
  private async addedTo(
    tx: Tx,
    teamId: string,
    taskId: string,
    input: Input,
  ): Promise<(CountedAs & { at: TeamPlace }) | undefined> {
    const task = await this.access.lock(tx, taskId);
    if (!task.teamId || !(await this.access.isOneTeam(task.teamId, teamId)))
      throw progressErrors.otherTeam({ path: 'taskId' });
    const order = await this.orderOf(tx, taskId);
    if (order?.indicatorCode !== quickReportIndicators[input.kind]) return undefined;
    if (!reportableTaskStates.includes(task.state)) throw await this.access.refusal(tx, task);
    const at = { teamId: task.teamId, unitId: task.unitId, communeId: task.communeId };
    return { at, ...(await this.order.check(tx, task, input)) };
  }

  private async orderOf(tx: Tx, taskId: string) {
    const [order] = await rowsOf<Pick<Assignment, 'indicatorCode' | 'pillar'>>(
      tx,
      sql`select a.indicator_code as "indicatorCode", a.pillar from tasks t join assignments a on a.id = t.assignment_id
        where t.id = ${taskId}`,
    );
    return order;
  }
}
