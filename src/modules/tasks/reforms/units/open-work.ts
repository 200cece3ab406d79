import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenWork } from '#modules/membership';
import { Clock } from '#platform/clock';
import { type Sql, sql } from '#platform/database';
import { waitingReports, waitingTasks } from '../../work/task/waiting-results.sql.ts';

/** "Hồ sơ trực tuyến · Thôn 1": the order and whose part of it. */
const named = (today: string, task: Sql): Sql => sql`(select a.title || ' · ' || coalesce(tm.name, '')
  from assignments a left join lateral (select name from teams_at(${today}::date) where id = ${task}.team_id offset 0) tm on true
  where a.id = ${task}.assignment_id)`;

/** Tasks of a unit and below of one state. */
const tasksOf = (unitId: string): Sql => sql`(select t.* from unit_closure c
  cross join lateral (select * from tasks where unit_id = c.descendant_id and team_id is not null offset 0) t
  where c.ancestor_id = ${unitId})`;

/** What of orders, results and difficulties is open in a unit. */
@Injectable()
export class TasksOpenWork implements OnModuleInit {
  constructor(
    private readonly work: OpenWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.orders();
    this.results();
    this.work.register(
      'difficulty',
      (unitId) => sql`select d.id, left(d.text, 80) as label, d.due_on from unit_closure c
          cross join lateral (select * from difficulties where unit_id = c.descendant_id and answered_at is null offset 0) d
         where c.ancestor_id = ${unitId} and (d.commune_id = ${unitId} or d.escalated_to = ${unitId})`,
    );
    this.work.registerStays(
      'confirmed',
      (personId) => sql`select count(*)::int as n from task_decisions
        where by_id = ${personId} and kind = 'confirm' and undone_at is null`,
    );
  }

  private orders(): void {
    this.work.register(
      'order',
      (unitId) => sql`select id, title as label, null::date as due_on from assignment_drafts where unit_id = ${unitId}`,
    );
    this.work.register(
      'held',
      (
        unitId,
      ) => sql`select id, title as label, (send_at at time zone 'Asia/Ho_Chi_Minh')::date as due_on from assignments
        where issuer_unit_id = ${unitId} and send_at > ${this.clock.now()}::timestamptz and cancelled_at is null`,
    );
    this.work.register(
      'series',
      (
        unitId,
      ) => sql`select s.series_id as id, coalesce((select a.title from assignments a where a.series_id = s.series_id
          order by a.issued_at desc limit 1), '') as label, null::date as due_on
        from assignment_schedules s where s.unit_id = ${unitId} and s.ended_at is null
        union all
        select s.series_id, coalesce((select a.title from allotments a where a.series_id = s.series_id
          order by a.issued_at desc limit 1), ''), null::date
        from allotment_schedules s where s.unit_id = ${unitId} and s.ended_at is null`,
    );
  }

  private results(): void {
    const today = () => this.clock.today();
    this.work.register(
      'result',
      (unitId) => sql`select t.id, ${named(today(), sql`t`)} as label, t.due_on from (${waitingTasks(unitId)}) t
        union all
        select e.id, e.indicator_code || ' · ' || coalesce(tm.name, ''), null::date from (${waitingReports(unitId)}) e
          left join lateral (select name from teams_at(${today()}::date) where id = e.team_id offset 0) tm on true`,
    );
    this.work.register(
      'decline',
      (unitId) => sql`select t.id, ${named(today(), sql`t`)} as label, t.due_on from ${tasksOf(unitId)} t
        where t.state = 'declined'`,
    );
    this.work.register(
      'extension',
      (unitId) => sql`select r.id, ${named(today(), sql`t`)} as label, t.due_on from ${tasksOf(unitId)} t
        cross join lateral (select id from extension_requests where task_id = t.id and answered_at is null offset 0) r
        where t.state not in ('confirmed', 'cancelled')`,
    );
  }
}
