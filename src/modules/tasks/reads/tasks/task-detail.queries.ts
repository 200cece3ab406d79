import { Injectable } from '@nestjs/common';
import type { DeclineReason, ReturnReason } from '#contracts/enums';
import { Database, prepared, sql } from '#platform/database';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import type { TaskDecision } from '../../work/task/task-decision.entity.ts';
import type { Task } from '../../work/task/task.entity.ts';

type OfTask = Pick<
  Task,
  'unitId' | 'communeId' | 'acceptedAt' | 'acceptedBy' | 'decidedAt' | 'decidedBy' | 'stateSince'
>;
type OfOrder = Pick<
  Assignment,
  | 'work'
  | 'issuerUnitId'
  | 'issuedBy'
  | 'issuedAt'
  | 'directiveId'
  | 'evidence'
  | 'asks'
  | 'minimumCodes'
  | 'indicatorCode'
  | 'cancelReason'
>;
export interface DetailRow extends OfTask, OfOrder {
  guide: string[] | null;
}
export interface DecisionRow extends Pick<TaskDecision, 'comment' | 'byId' | 'at'> {
  kind: 'decline' | 'return' | 'release';
  reasons: (DeclineReason & ReturnReason)[];
}

/** What a whole task shows beside its card. Prepared: to plan these takes longer than to run them, and each command asks them. */
@Injectable()
export class TaskDetailQueries {
  constructor(private readonly database: Database) {}

  /** The guide is the template's of the day of issue. */
  detail(taskId: string): Promise<DetailRow | undefined> {
    return this.database.one(
      prepared(
        'task-detail',
        sql`select t.unit_id as "unitId", t.commune_id as "communeId", a.work, a.issuer_unit_id as "issuerUnitId",
              a.issued_by as "issuedBy", a.issued_at as "issuedAt", t.accepted_at as "acceptedAt", t.accepted_by as "acceptedBy",
              t.decided_at as "decidedAt", t.decided_by as "decidedBy", t.state_since as "stateSince",
              a.directive_id as "directiveId", a.evidence, a.asks, a.minimum_codes as "minimumCodes", a.indicator_code as "indicatorCode",
              a.cancel_reason as "cancelReason", m.guide
         from tasks t join assignments a on a.id = t.assignment_id
         left join task_templates m on m.code = a.template_code and m.validity @> (a.issued_at at time zone 'Asia/Ho_Chi_Minh')::date
        where t.id = ${taskId}`,
      ),
    );
  }

  /** The last decision of each kind that was not taken back. */
  decisions(taskId: string): Promise<DecisionRow[]> {
    return this.database.rows(
      prepared(
        'task-decisions',
        sql`select distinct on (kind) kind, reasons, comment, by_id as "byId", at from task_decisions
        where task_id = ${taskId} and undone_at is null and kind in ('decline', 'return', 'release') order by kind, at desc`,
      ),
    );
  }

  /** The commune's share of the same order: what the seal is filled with. */
  async commune(taskId: string): Promise<{ target: number; confirmed: number; others: number }> {
    const row = await this.database.one<{ target: number; confirmed: number; others: number }>(
      prepared(
        'task-commune',
        sql`select coalesce(sum(o.target), 0)::bigint as target, coalesce(sum(f.confirmed), 0)::bigint as confirmed,
        (count(*) filter (where o.id <> t.id))::int as others
         from tasks t join assignments a on a.id = t.assignment_id
         join tasks o on o.assignment_id = t.assignment_id and o.commune_id = t.commune_id and o.state <> 'cancelled'
         cross join lateral (select coalesce(sum(l.confirmed_value), 0) as confirmed from counted_lines l where l.task_id = o.id
           and l.indicator_code = a.indicator_code) f
        where t.id = ${taskId}`,
      ),
    );
    return row ?? { target: 0, confirmed: 0, others: 0 };
  }

  /** Who brought how much of the target, most first. */
  byPerson(taskId: string): Promise<{ personId: string; value: number }[]> {
    return this.database.rows(
      prepared(
        'task-by-person',
        sql`select l.actor_id as "personId", sum(coalesce(l.confirmed_value, l.value))::bigint as value from counted_lines l
         join tasks t on t.id = l.task_id join assignments a on a.id = t.assignment_id and a.indicator_code = l.indicator_code
        where l.task_id = ${taskId} group by l.actor_id order by value desc, l.actor_id`,
      ),
    );
  }
}
