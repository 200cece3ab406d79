/** What groups read of a new version of an order: what it is now, that it is theirs now, or that it is no longer theirs. */
import { Injectable } from '@nestjs/common';
import { tasksSql } from '#modules/tasks';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { OrderPostKind } from '../group-chat.entity.ts';
import { GroupPostStore } from './group-post-store.ts';

export interface OrderVersion {
  assignmentId: string;
  version: number;
}
type ChangeKind = 'changed' | 'added' | 'withdrawn';
interface Told {
  /** What the version was for the teams. */
  change: ChangeKind;
  kind: OrderPostKind;
  groups: Sql;
  dueAt: Date;
  expiresAt: Date;
}

const keyOf = (change: ChangeKind, { assignmentId, version }: OrderVersion) => `${change} ${assignmentId} ${version}`;

/** Posts of the order that somebody may have read. */
const seen = (assignmentId: string): Sql => sql`
  select p.group_id from group_posts p
   where p.assignment_id = ${assignmentId} and p.kind <> 'cancelled' and p.state in ('claimed', 'sent', 'unknown')`;

@Injectable()
export class OrderChangePosts {
  constructor(
    private readonly database: Database,
    private readonly posts: GroupPostStore,
    private readonly clock: Clock,
  ) {}

  /** Groups that have read of the order and whose work is another now; of a commune where one of its teams' is. */
  changed(version: OrderVersion, dueAt: Date, expiresAt: Date): Promise<void> {
    const groups = sql`${this.touched(version, 'changed', sql`g.team_id = t.team_id or g.unit_id = t.commune_id`)}
      and g.id in (${seen(version.assignmentId)})`;
    return this.plan(version, { change: 'changed', kind: 'changed', groups, dueAt, expiresAt });
  }

  /** Groups of teams that came; a commune's group that knows the order has no new one. */
  added(version: OrderVersion, dueAt: Date, expiresAt: Date): Promise<void> {
    const groups = sql`${this.touched(version, 'added', sql`g.team_id = t.team_id or g.unit_id = t.commune_id`)}
      and (g.team_id is not null or not exists (select 1 from group_posts p where p.group_id = g.id
        and p.assignment_id = ${version.assignmentId} and p.kind = 'assigned'))`;
    return this.plan(version, { change: 'added', kind: 'assigned', groups, dueAt, expiresAt });
  }

  /** Groups of teams that need not go on; what has not gone out finds nothing to tell. */
  withdrawn(version: OrderVersion, dueAt: Date, expiresAt: Date): Promise<void> {
    const groups = sql`${this.touched(version, 'withdrawn', sql`g.team_id = t.team_id`)}
      and g.id in (${seen(version.assignmentId)})`;
    return this.plan(version, { change: 'withdrawn', kind: 'cancelled', groups, dueAt, expiresAt });
  }

  /** The version was taken back in time. */
  async undone(version: OrderVersion): Promise<void> {
    const keys = (['changed', 'added', 'withdrawn'] as const).map((change) => keyOf(change, version));
    await this.database.rows(
      sql`update group_posts set state = 'skipped', failure_code = 'undone', changed_at = ${this.clock.now()}
        where message_key = any(${keys}) and assignment_id = ${version.assignmentId} and state = 'due'`,
    );
  }

  private touched({ assignmentId, version }: OrderVersion, kind: ChangeKind, isOf: Sql): Sql {
    return sql`select distinct g.id from ${tasksSql.taskChanges} c join tasks t on t.id = c.task_id join group_chats g on (${isOf})
      where c.assignment_id = ${assignmentId} and c.version = ${version} and c.kind = ${kind} and g.ended_at is null
        and g.gone_at is null`;
  }

  private plan(version: OrderVersion, { change, kind, groups, dueAt, expiresAt }: Told): Promise<void> {
    const { assignmentId } = version;
    return this.posts.plan(groups, { key: keyOf(change, version), kind, assignmentId, dueAt, expiresAt });
  }
}
