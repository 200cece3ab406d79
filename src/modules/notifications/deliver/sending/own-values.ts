import { Injectable } from '@nestjs/common';
import { ChangeFacts } from '#modules/tasks';
import { Database, sql } from '#platform/database';
import { hasOwnChanges, hasOwnTargets } from '../../plan/messages/index.ts';
import type { ClaimedChunk, DeliveryRow } from './chunks/chunk-rows.ts';

/** What a message leaves to each team's task to say: its target, what a version of the order changed for it. */
@Injectable()
export class OwnValues {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeFacts,
  ) {}

  async addTo(rows: readonly DeliveryRow[], { kind, params }: Pick<ClaimedChunk, 'kind' | 'params'>): Promise<void> {
    if (hasOwnTargets(kind, params)) await this.addTargets(rows);
    if (hasOwnChanges(kind, params)) await this.addChanges(rows, params.version ?? 0);
  }

  private async addTargets(rows: readonly DeliveryRow[]): Promise<void> {
    const tasks = await this.database.rows<{ id: string; target: number }>(
      sql`select id, target from tasks where id = any(${tasksOf(rows)}::uuid[])`,
    );
    const targets = new Map(tasks.map(({ id, target }) => [id, target]));
    for (const row of rows) {
      const target = targets.get(row.taskId ?? '');
      if (target !== undefined) row.target = target;
    }
  }

  private async addChanges(rows: readonly DeliveryRow[], version: number): Promise<void> {
    const changes = await this.changes.own(version, tasksOf(rows));
    for (const row of rows) {
      const changed = changes.get(row.taskId ?? '');
      if (changed) row.changed = changed;
    }
  }
}

const tasksOf = (rows: readonly DeliveryRow[]): string[] => [...new Set(rows.flatMap(({ taskId }) => taskId ?? []))];
