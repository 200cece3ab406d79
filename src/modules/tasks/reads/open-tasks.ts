import { Injectable } from '@nestjs/common';
import type { TaskState } from '#contracts/task-states';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type CardRow, CardQueries } from './card.queries.ts';

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

/** What a person has reported last for a task, before any correction of it. */
export interface OwnEntry {
  entryId: string;
  taskId: string;
  happenedOn: string;
}

const MOST = 50;

/** A person's open work in few words: what a chat has to choose from. */
@Injectable()
export class OpenTasks {
  constructor(
    private readonly cards: CardQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly database: Database,
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
    return row && this.scope.teamIds(actor, 'task.read').includes(row.team_id) ? toOpenTask(row) : undefined;
  }

  /** Undefined when they have reported nothing for a task, or nothing that still counts. */
  lastEntryOf({ personId }: Actor): Promise<OwnEntry | undefined> {
    return this.database.one(
      `select e.id as "entryId", e.task_id as "taskId", e.happened_on as "happenedOn" from progress_entries e
        where e.actor_id = $1 and e.task_id is not null and exists (select 1 from counted_lines l where l.entry_id = e.id)
        order by e.recorded_at desc, e.id desc limit 1`,
      [personId],
    );
  }
}

function toOpenTask(row: CardRow): OpenTask {
  return {
    taskId: row.id,
    title: row.title,
    state: row.state,
    dueOn: row.due_on,
    target: row.target,
    reported: Number(row.reported),
    indicatorCode: row.indicator.code,
    unit: row.indicator.unit,
    unitEn: row.indicator.unitEn,
    teamId: row.team_id,
    teamName: row.team_name,
  };
}
