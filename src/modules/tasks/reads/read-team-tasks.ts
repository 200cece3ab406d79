import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { DeclineReason } from '#contracts/enums';
import type { TaskState } from '#contracts/tasks/task-states';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { figuresOf } from './figures.ts';
import { ReadAssignments } from './read-assignments.ts';

type TeamTaskRow = RouteAnswer<typeof routes.assignmentTasks>[number];

interface Row {
  id: string;
  team_id: string;
  team_name: string;
  commune_id: string;
  state: TaskState;
  state_since: Date;
  target: number;
  reported: number;
  confirmed: number;
  open: number;
  last_at: Date | null;
  last_value: number | null;
  last_by: string | null;
  decline_reason: DeclineReason | null;
  decline_note: string | null;
  extension_id: string | null;
  extension_until: string | null;
  extension_reason: string | null;
  decided_by: string | null;
}

const tasksOf = (assignmentId: string, unitIds: string[], communeId: string | null, today: string) => sql`
  select t.id, t.team_id, coalesce(tm.name, '') as team_name, t.commune_id, t.state, t.state_since, t.target, f.reported,
    f.confirmed, f.open, e.recorded_at as last_at, e.value as last_value, e.actor_id as last_by,
         d.reasons[1] as decline_reason, d.comment as decline_note, x.id as extension_id, x.until as extension_until,
           x.reason as extension_reason, t.decided_by
    from tasks t join assignments a on a.id = t.assignment_id
    left join teams_at(${today}::date) tm on tm.id = t.team_id
   cross join lateral (
         select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported, coalesce(sum(l.confirmed_value),
           0)::bigint as confirmed, coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
           from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
    left join lateral (select l.recorded_at, l.value, l.actor_id from counted_lines l where l.task_id = t.id
      order by l.recorded_at desc limit 1) e on true
    left join lateral (select reasons, comment from task_decisions where task_id = t.id and kind = 'decline' order by at desc
      limit 1) d on t.state = 'declined'
    left join extension_requests x on x.task_id = t.id and x.answered_at is null
   where t.assignment_id = ${assignmentId} and t.team_id is not null and (${communeId}::uuid is null or t.commune_id = ${communeId})
     and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}))
   order by t.commune_id, coalesce(tm.name, '') collate "vi-natural", t.id`;

/** Each team's task of an order, for the screen that follows it. */
@Injectable()
export class ReadTeamTasks {
  constructor(
    private readonly database: Database,
    private readonly assignments: ReadAssignments,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, assignmentId: string, communeId: string | undefined): Promise<TeamTaskRow[]> {
    const unitIds = await this.assignments.visibleUnits(actor, assignmentId);
    const rows = await this.database.rows<Row>(tasksOf(assignmentId, unitIds, communeId ?? null, this.clock.today()));
    const teamIds = rows.map((row) => row.team_id);
    const [communes, leaders, supporters, people] = await Promise.all([
      this.organization.unitRefs(rows.map((row) => row.commune_id)),
      this.membership.leadersOf(teamIds),
      this.membership.supportersOf(teamIds),
      this.membership.people(
        rows.flatMap((row) => [row.last_by, row.decided_by]).filter((id): id is string => id !== null),
      ),
    ]);
    return rows.map((row) => ({
      taskId: row.id,
      team: { id: row.team_id, name: row.team_name },
      commune: communes.get(row.commune_id) ?? { id: row.commune_id, kind: 'commune', name: '', fullName: '' },
      leader: leaders.get(row.team_id) ?? null,
      state: row.state,
      stateSince: row.state_since.toISOString(),
      figures: figuresOf(row, row.state === 'submitted'),
      lastEntry:
        row.last_at && row.last_by
          ? {
              at: row.last_at.toISOString(),
              value: row.last_value ?? 0,
              by: people.get(row.last_by) ?? { id: row.last_by, fullName: '', position: null },
            }
          : null,
      declined: row.decline_reason ? { reason: row.decline_reason, note: row.decline_note } : null,
      extension:
        row.extension_id && row.extension_until
          ? { id: row.extension_id, until: row.extension_until, reason: row.extension_reason }
          : null,
      supporters: supporters.get(row.team_id) ?? [],
      confirmedBy: row.state === 'confirmed' && row.decided_by ? (people.get(row.decided_by) ?? null) : null,
    }));
  }
}
