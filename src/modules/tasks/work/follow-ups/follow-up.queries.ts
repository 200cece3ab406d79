import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { QuickReportKind } from '#contracts/enums';
import { adviceIndicators } from '#contracts/tasks/advice';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database, prepared, type Sql, sql } from '#platform/database';

type FollowUps = NonNullable<RouteAnswer<typeof routes.myTasks>['followUps']>;
interface Row {
  id: string;
  entryId: string;
  taskId: string | null;
  title: string | null;
  teamId: string;
  personId: string;
  happenedOn: string;
  askOn: string;
  note: string | null;
  kind: QuickReportKind | null;
}
const MOST = 100;

/** Advice that somebody still asks about. */
@Injectable()
export class FollowUpQueries {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
  ) {}

  /** My own, and for a leader or deputy everybody's of the team; the next day first. */
  async openFor({ personId, posts }: Actor): Promise<FollowUps> {
    const led = posts.flatMap(({ teamId, role }) => (teamId && role !== 'member' ? [teamId] : []));
    const own = sql`select f.id from follow_ups f where f.person_id = ${personId} and f.done_at is null`;
    const rows = await this.database.rows<Row>(prepared('follow-ups', listed(sql`${own} union ${ofTeams(led)}`)));
    return this.shown(rows, personId);
  }

  async ofTeam(teamId: string, { personId }: Actor): Promise<FollowUps> {
    return this.shown(await this.database.rows<Row>(listed(ofTeams([teamId]))), personId);
  }

  private async shown(rows: readonly Row[], personId: string): Promise<FollowUps> {
    if (rows.length === 0) return [];
    const people = await this.membership.people([...new Set(rows.map((row) => row.personId))]);
    return rows.map(({ taskId, title, teamId, personId: byId, ...row }) => ({
      ...row,
      task: taskId && title !== null ? { id: taskId, title } : null,
      team: { id: teamId },
      by: people.get(byId) ?? { id: byId, fullName: '', position: null },
      mine: byId === personId,
    }));
  }
}

/** Of advice by what the task counts, and of quick reports whatever they count. */
const ofTeams = (teamIds: readonly string[]): Sql => sql`
  select f.id from tasks t
    join assignments a on a.id = t.assignment_id and a.indicator_code = any(${adviceIndicators}::text[])
    join progress_entries e on e.task_id = t.id join follow_ups f on f.entry_id = e.id
   where t.team_id = any(${teamIds}::uuid[]) and f.done_at is null
  union
  select f.id from progress_entries e join follow_ups f on f.entry_id = e.id
   where e.team_id = any(${teamIds}::uuid[]) and e.kind = 'quick' and f.done_at is null`;

const listed = (ids: Sql): Sql => sql`
  with wanted as (${ids})
  select f.id, f.entry_id as "entryId", e.task_id as "taskId", a.title, coalesce(t.team_id, e.team_id) as "teamId",
    f.person_id as "personId", e.happened_on as "happenedOn", f.ask_on as "askOn", e.note,
    case when e.kind = 'quick' and not exists (select 1 from progress_lines l
      where l.entry_id = e.id and l.indicator_code = any(${adviceIndicators}::text[])) then e.quick_kind end as kind
    from wanted join follow_ups f on f.id = wanted.id join progress_entries e on e.id = f.entry_id
    left join tasks t on t.id = e.task_id left join assignments a on a.id = t.assignment_id
   where not exists (select 1 from entry_withdrawals w where w.entry_id = e.id)
   order by f.ask_on, f.id limit ${MOST}`;
