import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
import { type Asked, wordsOn } from '#contracts/tasks/breakdown';
import type { TaskState } from '#contracts/tasks/task-states';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import { type CardRow, CardQueries } from './card.queries.ts';
import { ProgressEntry } from '../../work/task/progress-entry.entity.ts';

export interface OpenTask {
  taskId: string;
  title: string;
  state: TaskState;
  /** Last day, inclusive. */
  dueOn: string;
  target: number;
  reported: number;
  indicatorCode: string;
  /** The target's unit as worded in the order: "hồ sơ". */
  unit: string;
  unitEn: string;
  teamId: string;
  teamName: string;
}

const MOST = 50;
const AVERAGE_DAYS = 180;

/** A person's open work in few words: what a chat has to choose from. */
@Injectable()
export class OpenTaskQueries {
  constructor(
    private readonly cards: CardQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly organization: OrganizationApi,
  ) {}

  /** By due day. */
  async of(actor: Actor): Promise<OpenTask[]> {
    const teamIds = this.scope.teamIds(actor, 'task.read');
    if (teamIds.length === 0) return [];
    const reader = { personId: actor.personId, teamIds };
    const rows = await this.cards.openOf(reader, this.clock.today(), this.clock.now(), MOST);
    return rows.filter(({ state }) => state !== 'confirmed').map(toOpenTask);
  }

  /** Also one that is no longer open; undefined for a task of other teams. */
  async one(actor: Actor, taskId: string): Promise<OpenTask | undefined> {
    const row = await this.cards.one(actor.personId, this.clock.today(), taskId);
    return row && this.scope.teamIds(actor, 'task.read').includes(row.teamId) ? toOpenTask(row) : undefined;
  }

  /** What the task's order asks of work of that day beside its number. */
  async asksOf(taskId: string, day: string): Promise<Asked> {
    const row = await this.database.one<Pick<Assignment, 'asks' | 'indicatorCode'>>(
      sql`select a.asks, a.indicator_code as "indicatorCode" from tasks t join assignments a on a.id = t.assignment_id
        where t.id = ${taskId}`,
    );
    if (!row || row.asks.length === 0) return { asks: [], dimensions: [] };
    return { asks: row.asks, dimensions: wordsOn(await this.organization.wordsOfIndicator(row.indicatorCode), day) };
  }

  /** The entry that this person's command has written. */
  async entryOf({ personId }: Actor, commandId: string): Promise<string | undefined> {
    const row = await this.database.one<{ id: string }>(
      sql`select id from progress_entries where actor_id = ${personId} and command_id = ${commandId}`,
    );
    return row?.id;
  }

  /** The day on which the work of an entry was done. */
  async dayOf(entryId: string): Promise<string | undefined> {
    const row = await this.database.manager.findOne(ProgressEntry, {
      select: { happenedOn: true },
      where: { id: entryId },
    });
    return row?.happenedOn;
  }

  /** What the team records at once for this indicator, on average of half a year; undefined when it has recorded nothing. */
  async averageOf(teamId: string, indicatorCode: string): Promise<number | undefined> {
    const row = await this.database.one<{ average: number | null }>(
      sql`select avg(value)::float8 as average from counted_lines where team_id = ${teamId}
        and indicator_code = ${indicatorCode} and happened_on > ${addDays(this.clock.today(), -AVERAGE_DAYS)}`,
    );
    return row?.average ?? undefined;
  }
}

function toOpenTask(row: CardRow): OpenTask {
  return {
    taskId: row.id,
    title: row.title,
    state: row.state,
    dueOn: row.dueOn,
    target: row.target,
    reported: Number(row.reported),
    indicatorCode: row.indicator.code,
    unit: row.indicator.unit,
    unitEn: row.indicator.unitEn,
    teamId: row.teamId,
    teamName: row.teamName,
  };
}
