/**
 * The row behind every task card, in one statement: order, team, figures, the last return and the last request for
 * more time. "My tasks" is the most asked question of the system.
 */
import { Injectable } from '@nestjs/common';
import type { Pillar, ReturnReason } from '#contracts/enums';
import type { TaskState } from '#contracts/tasks/task-states';
import { membershipSql } from '#modules/membership';
import { Database } from '#platform/database';
import type { IndicatorWords } from '../assignments/assignment.entity.ts';

export interface CardRow {
  id: string;
  assignment_id: string;
  title: string;
  pillar: Pillar;
  template_code: string;
  state: TaskState;
  due_on: string;
  reply_by_on: string;
  indicator: IndicatorWords;
  target: number;
  reported: number;
  confirmed: number;
  open: number;
  team_id: string;
  team_name: string;
  doer_id: string | null;
  doer_name: string | null;
  submitted_at: Date | null;
  priority: 'normal' | 'urgent';
  return_comment: string | null;
  return_reasons: ReturnReason[] | null;
  extension_id: string | null;
  extension_until: string | null;
  extension_answered_at: Date | null;
  extension_granted: boolean | null;
  seen: boolean;
}

/** $1 the reader, $2 today. */
const card = `
  select t.id, t.assignment_id, a.title, a.pillar, a.template_code, t.state, t.due_on, t.reply_by_on, a.indicator, t.target, t.team_id, coalesce(tm.name, '') as team_name,
         t.doer_id, d.full_name as doer_name, t.submitted_at, a.priority, f.reported, f.confirmed, f.open, r.comment as return_comment, r.reasons as return_reasons,
         x.id as extension_id, x.until as extension_until, x.answered_at as extension_answered_at, x.granted as extension_granted, v.task_id is not null as seen
    from tasks t
    join assignments a on a.id = t.assignment_id
    left join teams_at($2::date) tm on tm.id = t.team_id
    left join ${membershipSql.people.text} d on d.id = t.doer_id
    left join confirmation_views v on v.task_id = t.id and v.person_id = $1
   cross join lateral (
         select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported, coalesce(sum(l.confirmed_value), 0)::bigint as confirmed,
                coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
           from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
    left join lateral (
         select comment, reasons from task_decisions where task_id = t.id and kind = 'return' and undone_at is null order by at desc limit 1) r on t.state = 'returned'
    left join lateral (
         select id, until, answered_at, granted from extension_requests where task_id = t.id order by asked_at desc limit 1) x on true`;

const open = `${card} where t.team_id = any($3) and (t.state not in ('confirmed', 'cancelled') or (t.state = 'confirmed' and v.task_id is null and t.decided_at > $4))
  order by t.state = 'confirmed', t.due_on, t.id limit $5`;
const closed = `${card} where t.team_id = any($3) and t.state in ('confirmed', 'cancelled') order by t.state_since desc, t.id desc limit $4`;
const one = `${card} where t.id = $3`;

@Injectable()
export class CardQueries {
  constructor(private readonly database: Database) {}

  /** Open work by due day, then what was confirmed since `sealsSince` and not yet looked at. */
  openOf(
    reader: { personId: string; teamIds: readonly string[] },
    today: string,
    sealsSince: Date,
    limit: number,
  ): Promise<CardRow[]> {
    return this.database.rows(open, [reader.personId, today, reader.teamIds, sealsSince, limit]);
  }

  closedOf(reader: { personId: string; teamIds: readonly string[] }, today: string, limit: number): Promise<CardRow[]> {
    return this.database.rows(closed, [reader.personId, today, reader.teamIds, limit]);
  }

  one(personId: string, today: string, taskId: string): Promise<CardRow | undefined> {
    return this.database.one(one, [personId, today, taskId]);
  }
}
