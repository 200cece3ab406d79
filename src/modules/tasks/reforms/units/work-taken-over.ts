import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type TakeoverAsked, TakeoverParts } from '#modules/membership';
import { type Sql, sql } from '#platform/database';
import { waitingReportsAt } from '../../work/task/waiting-results.sql.ts';

/** Tasks of the hamlets that came, hamlet by hamlet. */
const tasksOf = ({ hamletIds }: TakeoverAsked): Sql => sql`(select t.* from unnest(${hamletIds}::uuid[]) h(id)
  cross join lateral (select * from tasks where unit_id = h.id and team_id is not null offset 0) t)`;
const quickReportsOf = ({ hamletIds }: TakeoverAsked): Sql => sql`(select e.* from unnest(${hamletIds}::uuid[]) h(id)
  cross join lateral (${waitingReportsAt(sql`h.id`)} offset 0) e)`;

/** Handed in before, and not decided about before. */
const waited = ({ at }: TakeoverAsked): Sql =>
  sql`t.submitted_at < ${at}::timestamptz and (t.state = 'submitted' or t.decided_at >= ${at}::timestamptz)`;

/** What of orders, results and difficulties came to a commune with its hamlets, and what of it waits for the commune. */
@Injectable()
export class WorkTakenOver implements OnModuleInit {
  constructor(private readonly parts: TakeoverParts) {}

  onModuleInit(): void {
    this.parts.take({
      waits: {
        result: (
          asked,
        ) => sql`select t.unit_id, t.submitted_at as since, case when t.state <> 'submitted' then t.decided_at end as done_at
            from ${tasksOf(asked)} t where ${waited(asked)}
          union all
          select e.unit_id, e.recorded_at, null from ${quickReportsOf(asked)} e where e.recorded_at < ${asked.at}::timestamptz`,
        extension: (
          asked,
        ) => sql`select t.unit_id, r.asked_at as since, r.answered_at as done_at from ${tasksOf(asked)} t
          cross join lateral (select * from extension_requests where task_id = t.id offset 0) r
         where r.asked_at < ${asked.at}::timestamptz and (r.answered_at >= ${asked.at}::timestamptz
           or r.answered_at is null and t.state not in ('confirmed', 'cancelled'))`,
        decline: (asked) => sql`select t.unit_id, t.state_since as since, null::timestamptz as done_at
          from ${tasksOf(asked)} t where t.state = 'declined' and t.state_since < ${asked.at}::timestamptz`,
        difficulty: ({
          hamletIds,
          unitId,
          at,
        }) => sql`select d.unit_id, d.at as since, d.done_at from unnest(${hamletIds}::uuid[]) h(id)
          cross join lateral (select *, coalesce(answered_at, closed_at) as done_at from difficulties
            where unit_id = h.id offset 0) d
         where d.at < ${at}::timestamptz and (d.done_at is null or d.done_at >= ${at}::timestamptz)
           and (d.escalated_to is null or d.escalated_to = ${unitId})`,
        draft: ({ unitId, at }) => sql`select null::uuid as unit_id, saved_at as since, null::timestamptz as done_at
          from assignment_drafts where unit_id = ${unitId} and saved_at < ${at}::timestamptz`,
      },
      came: {
        tasks: (asked) => sql`select t.id, a.title as label, t.unit_id from ${tasksOf(asked)} t
          join assignments a on a.id = t.assignment_id and a.issued_at < ${asked.at}::timestamptz
         where t.state not in ('confirmed', 'cancelled') or t.state_since >= ${asked.at}::timestamptz`,
        results: (asked) => sql`select t.id, a.title as label, t.unit_id from ${tasksOf(asked)} t
            join assignments a on a.id = t.assignment_id where ${waited(asked)}
          union all
          select e.id, e.indicator_code, e.unit_id from ${quickReportsOf(asked)} e where e.recorded_at < ${asked.at}::timestamptz`,
      },
    });
  }
}
