import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { DeclineReason } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Task } from '../task.entity.ts';
import { type FigureSums, figuresOf } from './figures.ts';
import { ReadAssignments } from './read-assignments.ts';

type TeamTaskRow = RouteAnswer<typeof routes.assignmentTasks>[number];

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
}

const tasksOf = (assignmentId: string, unitIds: string[], communeId: string | null, today: string) => sql`
  with visible as materialized (
       select t.* from tasks t
        where t.assignment_id = ${assignmentId} and t.team_id is not null and (${communeId}::uuid is null or t.commune_id = ${communeId})
          and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds})))
  select t.id, t.team_id as "teamId", coalesce(tm.name, '') as "teamName", t.commune_id as "communeId", t.state,
         t.state_since as "stateSince", t.target, f.reported, f.confirmed, f.open, e.recorded_at as "lastAt",
         e.value as "lastValue", e.actor_id as "lastBy", d.reasons[1] as "declineReason", d.comment as "declineNote",
         x.id as "extensionId", x.until as "extensionUntil", x.reason as "extensionReason", t.decided_by as "decidedBy"
    from visible t join assignments a on a.id = ${assignmentId}
    left join lateral (select name from teams_at(${today}::date) where id = t.team_id offset 0) tm on true
   cross join lateral (
         select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported, coalesce(sum(l.confirmed_value),
           0)::bigint as confirmed, coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
           from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
    left join lateral (select l.recorded_at, l.value, l.actor_id from counted_lines l where l.task_id = t.id
      order by l.recorded_at desc limit 1) e on true
    left join lateral (select reasons, comment from task_decisions where task_id = t.id and kind = 'decline' order by at desc
      limit 1) d on t.state = 'declined'
    left join lateral (
         select id, until, reason from extension_requests where task_id = t.id and answered_at is null offset 0) x on true
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
    }));
  }
}
