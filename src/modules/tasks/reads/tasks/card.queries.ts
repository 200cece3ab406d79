/**
 * The row behind every task card, in one statement: order, team, figures, the last return and the last request for
 * more time. "My tasks" is the most asked question of the system.
 */
import { Injectable } from '@nestjs/common';
import type { ReturnReason } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { Database, onlyOf, prepared, type Sql, sql } from '#platform/database';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { FigureSums } from '../../work/task/figures.ts';

type OfTask = Pick<Task, 'id' | 'assignmentId' | 'state' | 'dueOn' | 'replyByOn' | 'doerId' | 'submittedAt'>;
type OfOrder = Pick<Assignment, 'title' | 'pillar' | 'templateCode' | 'indicator' | 'priority'>;

export interface CardRow extends OfTask, OfOrder, FigureSums {
  teamId: string;
  teamName: string;
  doerName: string | null;
  returnComment: string | null;
  returnReasons: ReturnReason[] | null;
  extensionId: string | null;
  extensionUntil: string | null;
  extensionAnsweredAt: Date | null;
  extensionGranted: boolean | null;
  seen: boolean;
}

/** @param tasks the few from which it starts: a kept plan has to, whatever the tables hold */
const card = (readerId: string, today: string, tasks: Sql): Sql => sql`
  select t.id, t.assignment_id as "assignmentId", a.title, a.pillar, a.template_code as "templateCode", t.state,
         t.due_on as "dueOn", t.reply_by_on as "replyByOn", a.indicator, t.target, t.team_id as "teamId",
         coalesce(tm.name, '') as "teamName", t.doer_id as "doerId", d.full_name as "doerName",
         t.submitted_at as "submittedAt", a.priority, f.reported, f.confirmed, f.open, r.comment as "returnComment",
         r.reasons as "returnReasons", x.id as "extensionId", x.until as "extensionUntil",
         x.answered_at as "extensionAnsweredAt", x.granted as "extensionGranted", v.task_id is not null as seen
    from (${tasks} offset 0) t
   cross join lateral (select * from assignments where id = t.assignment_id offset 0) a
    left join lateral (select name from teams_at(${today}::date) where id = t.team_id offset 0) tm on true
    left join lateral (select full_name from ${membershipSql.people} p where p.id = t.doer_id offset 0) d on true
    left join lateral (
         select task_id from confirmation_views where task_id = t.id and person_id = ${readerId} offset 0) v on true
   cross join lateral (
         select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported,
                coalesce(sum(l.confirmed_value), 0)::bigint as confirmed,
                coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
           from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
    left join lateral (
         select comment, reasons from task_decisions where task_id = t.id and kind = 'return' and undone_at is null
          order by at desc limit 1) r on t.state = 'returned'
    left join lateral (
         select id, until, answered_at, granted from extension_requests where task_id = t.id
          order by asked_at desc limit 1) x on true`;

@Injectable()
export class CardQueries {
  constructor(private readonly database: Database) {}

  /** Open work, what is urgent first, by due day, then what was confirmed since `confirmedSince` and not yet looked at. */
  openOf(
    reader: { personId: string; teamIds: readonly string[] },
    today: string,
    confirmedSince: Date,
    limit: number,
  ): Promise<CardRow[]> {
    const open = (ofTeams: Sql) => sql`${card(
      reader.personId,
      today,
      sql`select * from tasks where ${ofTeams}
           and (state not in ('confirmed', 'cancelled') or (state = 'confirmed' and decided_at > ${confirmedSince}))`,
    )}
       where t.state <> 'confirmed' or v.task_id is null
       order by t.state = 'confirmed', a.priority <> 'urgent', t.due_on, t.id limit ${limit}`;
    const only = onlyOf(reader.teamIds);
    return this.database.rows(
      only ? prepared('open-tasks-of-team', open(sql`team_id = ${only}`)) : open(sql`team_id = any(${reader.teamIds})`),
    );
  }

  closedOf(reader: { personId: string; teamIds: readonly string[] }, today: string, limit: number): Promise<CardRow[]> {
    return this.database.rows(
      sql`${card(
        reader.personId,
        today,
        sql`select * from tasks where team_id = any(${reader.teamIds}) and state in ('confirmed', 'cancelled')
             order by state_since desc, id desc limit ${limit}`,
      )}
       order by t.state_since desc, t.id desc`,
    );
  }

  one(personId: string, today: string, taskId: string): Promise<CardRow | undefined> {
    return this.database.one(
      prepared('task-card', card(personId, today, sql`select * from tasks where id = ${taskId}`)),
    );
  }
}
