import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { DeclineReason } from '#contracts/enums';
import type { TeamTaskRow } from '#contracts/tasks/assignments';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { ConfirmationManner } from '../../work/task/task-decision.entity.ts';
import type { Task } from '../../work/task/task.entity.ts';
import { type FigureSums, figuresOf } from '../../work/task/figures.ts';

export type TeamTask = z.input<typeof TeamTaskRow>;

interface Row extends Pick<Task, 'id' | 'communeId' | 'state' | 'stateSince' | 'decidedBy'>, FigureSums {
  teamId: string;
  teamName: string;
  lastAt: Date | null;
  lastValue: number | null;
  lastBy: string | null;
  declineReason: DeclineReason | null;
  declineNote: string | null;
  extensionId: string | null;
  extensionUntil: string | null;
  extensionReason: string | null;
  manner: ConfirmationManner | null;
}

export interface AnswersWanted {
  assignmentId: string;
  kind: 'declined' | 'asking';
  teams: number;
  first: string[];
}

const rowsOf = (taskIds: readonly string[], today: string) => sql`
  with asked as materialized (select t.* from tasks t where t.id = any(${taskIds}) and t.team_id is not null)
  select t.id, t.team_id as "teamId", coalesce(tm.name, '') as "teamName", t.commune_id as "communeId", t.state,
         t.state_since as "stateSince", t.target, f.reported, f.confirmed, f.open, e.recorded_at as "lastAt",
         e.value as "lastValue", e.actor_id as "lastBy", d.reasons[1] as "declineReason", d.comment as "declineNote",
         x.id as "extensionId", x.until as "extensionUntil", x.reason as "extensionReason", t.decided_by as "decidedBy", c.manner
    from asked t cross join lateral (select indicator_code from assignments where id = t.assignment_id offset 0) a
    left join lateral (select name from teams_at(${today}::date) where id = t.team_id offset 0) tm on true
   cross join lateral (
         select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported, coalesce(sum(l.confirmed_value),
           0)::bigint as confirmed, coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
           from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
    left join lateral (select l.recorded_at, l.value, l.actor_id from counted_lines l where l.task_id = t.id
      order by l.recorded_at desc limit 1) e on true
    left join lateral (select reasons, comment from task_decisions where task_id = t.id and kind = 'decline' order by at desc
      limit 1) d on t.state = 'declined'
    left join lateral (select manner from task_decisions where task_id = t.id and kind = 'confirm' and undone_at is null
      order by at desc limit 1) c on t.state = 'confirmed'
    left join lateral (
         select id, until, reason from extension_requests where task_id = t.id and answered_at is null offset 0) x on true`;

/** Teams' tasks of an order, for the screen that follows it: a page of them, since each is looked up by itself. */
@Injectable()
export class TeamTaskQueries {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  /** Teams below the unit that declined or ask for more time: by order how many, and those that wait longest by name. */
  answersWanted(assignmentIds: readonly string[], unitId: string, named: number): Promise<AnswersWanted[]> {
    return this.database.rows<AnswersWanted>(
      sql`with visible as materialized (
         select t.id, t.assignment_id, t.team_id, t.state, t.state_since from unit_closure c
          -- By the place alone: were the orders known here too, those that are younger than the statistics would be read whole
          -- for each place.
          cross join lateral (
                select id, assignment_id, team_id, state, state_since from tasks
                 where unit_id = c.descendant_id and team_id is not null
                   and state in ('assigned', 'accepted', 'declined', 'returned') offset 0) t
          where c.ancestor_id = ${unitId} and t.assignment_id = any(${assignmentIds}::uuid[])),
       wanted as (
         select assignment_id, team_id, 'declined' as kind, state_since as since from visible where state = 'declined'
         union all
         select v.assignment_id, v.team_id, 'asking', x.asked_at from visible v
          cross join lateral (
                select asked_at from extension_requests where task_id = v.id and answered_at is null offset 0) x),
       placed as materialized (
         select *, row_number() over (partition by assignment_id, kind order by since, team_id) as place,
                count(*) over (partition by assignment_id, kind)::int as teams from wanted)
       select p.assignment_id as "assignmentId", p.kind, p.teams, array_agg(coalesce(t.name, '') order by p.place) as first
         from placed p left join lateral (
              select name from teams_at(${this.clock.today()}::date) where id = p.team_id offset 0) t on true
        where p.place <= ${named} group by 1, 2, 3`,
    );
  }

  async rows(taskIds: readonly string[]): Promise<TeamTask[]> {
    const rows = await this.database.rows<Row>(rowsOf(taskIds, this.clock.today()));
    const teamIds = rows.map((row) => row.teamId);
    const [communes, leaders, supporters, people] = await Promise.all([
      this.organization.unitRefs(rows.map((row) => row.communeId)),
      this.membership.leadersOf(teamIds),
      this.membership.supportersOf(teamIds),
      this.membership.people(
        rows.flatMap((row) => [row.lastBy, row.decidedBy]).filter((id): id is string => id !== null),
      ),
    ]);
    return rows.map((row) => ({
      taskId: row.id,
      team: { id: row.teamId, name: row.teamName },
      commune: communes.get(row.communeId) ?? { id: row.communeId, kind: 'commune', name: '', fullName: '' },
      leader: leaders.get(row.teamId) ?? null,
      state: row.state,
      stateSince: row.stateSince.toISOString(),
      figures: figuresOf(row, row.state === 'submitted'),
      lastEntry:
        row.lastAt && row.lastBy
          ? {
              at: row.lastAt.toISOString(),
              value: row.lastValue ?? 0,
              by: people.get(row.lastBy) ?? { id: row.lastBy, fullName: '', position: null },
            }
          : null,
      declined: row.declineReason ? { reason: row.declineReason, note: row.declineNote } : null,
      extension:
        row.extensionId && row.extensionUntil
          ? { id: row.extensionId, until: row.extensionUntil, reason: row.extensionReason }
          : null,
      supporters: supporters.get(row.teamId) ?? [],
      confirmedBy: row.state === 'confirmed' && row.decidedBy ? (people.get(row.decidedBy) ?? null) : null,
      ...(row.manner && row.manner !== 'each' && { confirmedUnseen: row.manner }),
    }));
  }
}
